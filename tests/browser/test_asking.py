"""The further ways to ask, seen in a real browser: dark and light, English and French, wide and at phone width."""

from __future__ import annotations

import contextlib
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from bot.discord_io.client import Wattson
from bot.discord_io.registration import Registration
from bot.start.program import Program
from tests.chat.simulated import Chat

from .page import act_as, ask, fill, messages, pick, pictured, playground, send, settled
from .themes import lighten

pytestmark = pytest.mark.browser
WIDE, PHONE = (1100, 1250), (390, 1250)


@contextlib.asynccontextmanager
async def opened(
    browser: Browser, address: str, size: tuple[int, int] = WIDE, *, light: bool = False
) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport={"width": size[0], "height": size[1]}, bypass_csp=True)
    page = await context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    await page.goto(address)
    await settled(page)
    if light:
        await lighten(page)
    yield page
    assert problems == []
    await context.close()


async def shot(page: Page, file: Path) -> None:
    """The end of the conversation, pictures loaded."""
    await messages(page).last.scroll_into_view_if_needed()
    await page.wait_for_timeout(400)
    await page.screenshot(path=file)


async def press(card: Locator, page: Page, label: str) -> Locator:
    before = await messages(page).count()
    await card.get_by_role("button", name=label).click()
    await expect(messages(page)).to_have_count(before + 1)
    return messages(page).nth(before)


@pytest.mark.parametrize(
    ("language", "light", "words"),
    [
        ("en", False, ("a 10 second clip with veo", "4 images in HD", "1 page with gpt-4o", "Side by side")),
        ("fr", True, ("un clip de 10 secondes avec veo", "4 images en HD", "1 page avec gpt-4o", "Côte à côte")),
    ],
)
async def test_comparison_shows_its_picture(
    browser: Browser, language: str, light: bool, words: tuple[str, str, str, str], artefacts: Path
) -> None:
    with playground("--language", language) as (address, _):
        async with opened(browser, address, light=light) as page:
            card = await ask(page, "compare", first=words[0], second=words[1], third=words[2])
            await expect(card).to_contain_text(words[3])
            await pictured(card.locator("img[alt*='Veo 3.1']"))
            await shot(page, artefacts / f"compare-{language}-{'light' if light else 'dark'}.png")
            if language == "en":
                await card.screenshot(path=artefacts / "compare.png")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_every_button_of_a_card_answers(browser: Browser, language: str, artefacts: Path) -> None:
    wide, levers = {"en": ("Why so wide?", "Levers"), "fr": ("Pourquoi si large", "Leviers")}[language]
    with playground("--language", language) as (address, _):
        async with opened(browser, address, light=language == "en") as page:
            card = await ask(page, "cost video", duration="20s", model="wan2.2-14b")
            why = await press(card, page, wide)
            await pictured(why.locator("img"))
            await shot(page, artefacts / f"wide-{language}.png")
            if language == "en":
                await why.screenshot(path=artefacts / "why-light.png")
            better = await press(card, page, levers)
            await expect(better).to_contain_text("1280×720" if language == "en" else "5 s")
            code = re.search(r"(?:Trace|suivi) ([0-9A-Z]{6})", await card.inner_text())
            assert code
            traced = await ask(page, "source", code=code[1])
            await expect(traced).to_contain_text("PUE")
            await shot(page, artefacts / f"source-{language}.png")


async def test_comparison_is_readable_at_phone_width(browser: Browser, artefacts: Path) -> None:
    with playground("--language", "fr") as (address, _):
        async with opened(browser, address, PHONE) as page:
            card = await ask(page, "compare", first="vidéo 5 s", second="4 images")
            await pictured(card.locator("img[alt]"))
            assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            await card.screenshot(path=artefacts / "compare-phone-fr.png")


async def test_manager_sets_the_language_and_a_member_cannot(browser: Browser, artefacts: Path) -> None:
    with playground() as (address, _):
        async with opened(browser, address) as page:
            panel = await ask(page, "setup")
            await pick(page, panel, "Language", "French")
            await expect(panel).to_contain_text("Language of public answers: French")
            await pick(page, panel, "Place", "another place…")
            await page.get_by_role("textbox", name="Country, region or city").fill("Québec")
            await page.get_by_role("button", name="Submit").click()
            await expect(panel).to_contain_text("Canada")
            await shot(page, artefacts / "setup-en.png")
            card = await ask(page, "cost image")
            await expect(card).to_contain_text("réglé pour ce serveur")
            await act_as(page, "Bob")
            await page.locator("#channel-composer-input").press_sequentially("/setup", delay=5)
            await expect(page.locator(".command-entry", has=page.get_by_text("/setup", exact=True))).to_have_count(0)


async def test_phrase_being_typed_shows_how_it_is_read(browser: Browser, artefacts: Path) -> None:
    with playground("--language", "fr") as (address, _):
        async with opened(browser, address) as page:
            await fill_ask(page, "3 images en HD et un clip")
            reading = page.locator(".command-suggestion", has_text="Je lis : 3 images par IA")
            await expect(reading).to_be_visible()
            await shot_all(page, artefacts / "typing-fr.png")


async def fill_ask(page: Page, text: str) -> None:
    from .page import choose

    await choose(page, "ask")
    await fill(page, "question", text)


async def shot_all(page: Page, file: Path) -> None:
    await page.wait_for_timeout(200)
    await page.screenshot(path=file)


async def test_words_to_the_bot_are_answered(browser: Browser, program: Program, artefacts: Path) -> None:
    chat = Chat(lambda: Wattson(program.io, program.features, Registration()))
    await chat.open()
    async with chat.env.preview(chat.channel, viewers=[chat.people["member"]], layout="channel", port=0) as shown:
        async with opened(browser, shown.url, PHONE, light=True) as page:
            await send(page, f"<@{chat.env.bot.user.id}> 4 images in HD")  # type: ignore[union-attr]
            await expect(messages(page).last).to_contain_text("about 5.3 Wh")
            await shot(page, artefacts / "mention-phone-light-en.png")
    await chat.close()


MENU = {
    "en": ("How long?", "1 AI video of 10 s", "Post here"),
    "fr": ("Quelle durée ?", "1 vidéo par IA de 10 s", "Publier ici"),
}


@pytest.mark.parametrize("language", MENU)
async def test_right_click_asks_for_what_nobody_can_see(
    browser: Browser, program: Program, language: str, artefacts: Path
) -> None:
    how_long, read, post = MENU[language]
    chat = Chat(lambda: Wattson(program.io, program.features, Registration()))
    await chat.open()
    chat.server_locale = {"en": "en-US", "fr": "fr"}[language]
    chat.locales["member"] = chat.server_locale
    clip = {"filename": "clip.mp4", "content_type": "video/mp4", "width": 1920, "height": 1080}
    seen = await chat.points_at(await chat.says("look what I made", as_="admin", files=[clip]))
    assert seen.private
    async with chat.env.preview(chat.channel, viewers=[chat.people["member"]], layout="channel", port=0) as shown:
        async with opened(browser, shown.url) as page:
            card = messages(page).last
            await pick(page, card, how_long, "10 s")
            await expect(card).to_contain_text(read)
            await shot(page, artefacts / f"menu-{language}.png")
            if language == "en":
                await card.screenshot(path=artefacts / "menu.png")
            await card.get_by_role("button", name=post).click()
            await expect(messages(page)).to_have_count(3)
            await expect(messages(page).last).not_to_contain_text("Only you can see this")
            await expect(messages(page).last).to_contain_text(read)
    await chat.close()
