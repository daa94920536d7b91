"""The demo: a month of a believable community behind one flag, and nothing without it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from .page import ask, messages, pictured, playground
from .test_asking import opened, shot

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("language", "board"), [("en", "last 30 days"), ("fr", "30 derniers jours")])
async def test_the_demo_has_a_board_and_a_month_to_look_at(
    browser: Browser, language: str, board: str, artefacts: Path
) -> None:
    with playground("--demo", "--language", language) as (address, _):
        async with opened(browser, address) as page:
            await expect(messages(page).first).to_contain_text(board)
            await expect(messages(page).nth(1)).to_contain_text("started a thread")
            drawn = await ask(page, "tally history")
            await pictured(drawn.locator("img[alt]"))
            await shot(page, artefacts / f"demo-{language}.png")


async def test_without_the_flag_it_begins_empty(browser: Browser) -> None:
    with playground() as (address, _):
        async with opened(browser, address) as page:
            await expect(messages(page)).to_have_count(0)
