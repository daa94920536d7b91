"""From the run command to an answered `/cost video`, in a real browser, in both languages."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from .page import act_as, ask, messages, playground

pytestmark = pytest.mark.browser
WORDS = {
    "en": {
        "range": "about 100 Wh (10–600 Wh)",
        "copy": "Français",
        "other": "Il faut environ",
        "refused": "which is no length of time",
        "source": "MIT Technology Review",
    },
    "fr": {
        "range": "environ 100 Wh (de 10 à 600 Wh)",
        "copy": "English",
        "other": "It takes about",
        "refused": "qui n’est pas une durée",
        "source": "Ce que consomme une vidéo par IA",
    },
}


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_person_asks_reads_and_presses(browser: Browser, language: str, artefacts: Path) -> None:
    words = WORDS[language]
    with playground("--language", language) as (address, _):
        context = await browser.new_context(viewport={"width": 1100, "height": 1000})
        page = await context.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto(address)
        card = await ask(page, "cost video", duration="5s")
        await expect(card).to_contain_text(words["range"])
        await page.screenshot(path=artefacts / f"cost-{language}.png")

        await card.get_by_role("button", name="Sources").click()
        await expect(messages(page)).to_have_count(2)
        await expect(messages(page).last).to_contain_text(words["source"])
        await expect(messages(page).last).to_contain_text("Only you can see this")
        await card.get_by_role("button", name=words["copy"]).click()
        await expect(messages(page)).to_have_count(3)
        await expect(messages(page).last).to_contain_text(words["other"])

        refused = await ask(page, "cost video", duration="banana")
        await expect(refused).to_contain_text(words["refused"])
        await expect(refused).to_contain_text("Only you can see this")
        await page.screenshot(path=artefacts / f"refusal-{language}.png")

        await act_as(page, "Bob" if language == "en" else "Benoît")
        await expect(messages(page)).to_have_count(1)
        assert problems == []
        await context.close()


async def test_card_is_readable_at_phone_width(browser: Browser, artefacts: Path) -> None:
    with playground("--language", "fr") as (address, _):
        context = await browser.new_context(viewport={"width": 390, "height": 844})
        page = await context.new_page()
        await page.goto(address)
        card = await ask(page, "cost video", duration="10s")
        await expect(card).to_contain_text("environ")
        assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        await page.screenshot(path=artefacts / "cost-phone-fr.png")
        await context.close()


def test_interrupt_ends_the_playground_cleanly() -> None:
    with playground() as (_, process):
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
