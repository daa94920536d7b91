"""Controversies and disagreements, seen in a real browser: read, walked, in both languages, at phone width."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from .page import act_as, ask, messages, pick, pictured, playground
from .test_asking import PHONE, opened, press, shot

pytestmark = pytest.mark.browser


async def test_a_controversy_is_walked_side_by_side(browser: Browser, artefacts: Path) -> None:
    with playground() as (address, _):
        async with opened(browser, address) as page:
            posted = await ask(page, "explain")
            await expect(posted).to_contain_text("The pessimists say")
            await posted.screenshot(path=artefacts / "explain.png")
            await pick(page, posted, "Choose a viewpoint", "Optimistic view")
            side = messages(page).last
            await expect(side).to_contain_text("Only you can see this")
            await expect(side).to_contain_text("The optimists say")
            sources = await press(posted, page, "Sources")
            await expect(sources).to_contain_text("MIT Technology Review")
            await act_as(page, "Bob")
            await expect(messages(page)).to_have_count(1)
            await shot(page, artefacts / "explain-en-dark.png")


async def test_a_controversy_is_readable_in_french_at_phone_width(browser: Browser, artefacts: Path) -> None:
    with playground("--language", "fr") as (address, _):
        async with opened(browser, address, PHONE, light=True) as page:
            posted = await ask(page, "explain", topic="l’eau", viewpoint="facts")
            await expect(posted).to_contain_text("Les faits")
            assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            await posted.screenshot(path=artefacts / "explain-phone-fr.png")
            refused = await ask(page, "explain", topic="bitcoin")
            await expect(refused).to_contain_text("Je ne connais pas de sujet")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_what_lies_between_two_figures_is_drawn(browser: Browser, language: str, artefacts: Path) -> None:
    with playground("--language", language) as (address, _):
        async with opened(browser, address, PHONE if language == "fr" else (1100, 1250)) as page:
            card = await ask(page, "why")
            await expect(card).to_contain_text("944 Wh")
            await pictured(card.locator("img[alt]"))
            assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            await card.screenshot(path=artefacts / ("why.png" if language == "en" else "why-phone-fr.png"))
