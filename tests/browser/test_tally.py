"""A community's tally in a real browser: a month of it, in both languages, dark, light and at phone width."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from bot.discord_io.client import Wattson
from bot.discord_io.registration import Registration
from bot.start.program import Program
from bot.store import Action
from tests.chat.hands import Hands
from tests.chat.simulated import Chat

from .page import ask, messages, pictured, playground
from .test_asking import PHONE, WIDE, opened, press, shot

pytestmark = pytest.mark.browser


async def month(program: Program, guild: int, last: date) -> None:
    """Thirty days of clips, pictures, answers and songs, told, counted and estimated."""
    for number in range(30):
        items = [("image;1image;model=midjourney", 4 * (1 + number * 7 % 11))]
        if number % 3 == 0:
            items.append(("video;5s", 1 + number % 4))
        if number % 2:
            items.append(("text;500token;model=chatgpt", 40 + number))
        origin = ("declared", "counted", "estimated")[number % 3]
        day = last - timedelta(days=29 - number)
        await program.store.ledger.add(Action(guild, day, tuple(items), origin, f"m:{number}"))


@pytest.mark.parametrize(("language", "size", "light"), [("en", WIDE, False), ("fr", WIDE, True), ("fr", PHONE, False)])
async def test_month_is_shown_and_drawn(
    browser: Browser,
    program: Program,
    clock: Hands,
    artefacts: Path,
    language: str,
    size: tuple[int, int],
    light: bool,
) -> None:
    clock.moment = datetime(2026, 3, 30, 12, tzinfo=UTC)
    chat = Chat(lambda: Wattson(program.io, program.features, Registration()))
    await chat.open()
    chat.server_locale = language
    await month(program, chat.guild.id, date(2026, 3, 30))
    name = f"{language}-{'phone' if size == PHONE else 'light' if light else 'dark'}"
    async with chat.env.preview(chat.channel, viewers=[chat.people["admin"]], layout="channel", port=0) as shown:
        async with opened(browser, shown.url, size, light=light) as page:
            card = await ask(page, "tally show")
            await expect(card).to_contain_text("30 days" if language == "en" else "30 derniers jours")
            await pictured(card.locator("img[alt]"))
            await shot(page, artefacts / f"tally-{name}.png")
            drawn = await ask(page, "tally history")
            await pictured(drawn.locator("img[alt]"))
            assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            await shot(page, artefacts / f"history-{name}.png")
            if name == "en-dark":
                await drawn.screenshot(path=artefacts / "history.png")
    await chat.close()


async def test_person_adds_undoes_and_looks_at_what_is_kept(browser: Browser, artefacts: Path) -> None:
    with playground("--language", "fr") as (address, _):
        async with opened(browser, address) as page:
            card = await ask(page, "cost video", duration="5s")
            added = await press(card, page, "Ajouter au total")
            await expect(added).to_contain_text("Les 30 derniers jours de ce serveur : environ 100")
            undone = await press(added, page, "Annuler")
            await expect(undone).to_contain_text("Annulé")
            again = await ask(page, "tally add", activity="3 images")
            await expect(again).to_contain_text("3 images par IA")
            kept = await ask(page, "privacy")
            await expect(kept).to_contain_text("Jamais gardé")
            mine = await press(kept, page, "Voir mes entrées")
            await expect(mine).to_contain_text("1 entrée")
            refused = await ask(page, "tally add", activity="rien du tout")
            await expect(refused).to_contain_text("Only you can see this")
            await shot(page, artefacts / "privacy-fr.png")
            assert await messages(page).count() == 7
