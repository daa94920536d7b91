"""A quiz played to its end, a claim checked from a message, and a question asked without a mouse, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from bot.discord_io.client import Wattson
from bot.discord_io.registration import Registration
from bot.start.program import Program
from tests.chat.simulated import Chat

from .page import ask, messages, playground, settled
from .test_asking import PHONE, opened, shot

pytestmark = pytest.mark.browser
QUIZ = {
    "en": ("Begin", "Next question", "My result", "Only you see this"),
    "fr": ("Commencer", "Question suivante", "Mon résultat", "Vous seul le voyez"),
}
CLAIMS = {
    "en": ("they say a 5-second AI video = a microwave for an hour", "Verdict: ⇄ contested", "Where it comes from"),
    "fr": ("une vidéo IA de 5 s = une heure de micro-ondes ?", "Verdict : ⇄ contesté", "D’où elle vient"),
}
_MOST_TABS = 60


@pytest.mark.parametrize("language", QUIZ)
async def test_a_quiz_is_played_to_its_end(browser: Browser, language: str, artefacts: Path) -> None:
    begin, further, result, own = QUIZ[language]
    with playground("--language", language) as (address, _):
        async with opened(browser, address) as page:
            posted = await ask(page, "learn quiz", questions="2")
            await posted.get_by_role("button", name=begin).click()
            question = messages(page).nth(1)
            for number in range(2):
                await settled(page)
                await question.get_by_role("button").first.click()
                await expect(question).to_contain_text("1. ")  # what is right, with its sources
                await settled(page)
                await shot(page, artefacts / f"quiz-{language}-{number}.png")
                await question.get_by_role("button", name=further if number < 1 else result).click()
            await expect(question).to_contain_text(own)
            await shot(page, artefacts / f"quiz-{language}.png")


@pytest.mark.parametrize("language", CLAIMS)
async def test_a_claim_in_a_message_is_checked_by_right_click(
    browser: Browser, program: Program, language: str, artefacts: Path
) -> None:
    said, verdict, origin = CLAIMS[language]
    chat = Chat(lambda: Wattson(program.io, program.features, Registration()))
    await chat.open()
    chat.locales["member"] = {"en": "en-US", "fr": "fr"}[language]
    seen = await chat.points_at(await chat.says(said, as_="admin"), "Check this claim")
    assert seen.private
    async with chat.env.preview(chat.channel, viewers=[chat.people["member"]], layout="channel", port=0) as shown:
        async with opened(browser, shown.url, PHONE) as page:
            card = messages(page).last
            await expect(card).to_contain_text(verdict.replace(" : ", "\N{NO-BREAK SPACE}: "))
            await expect(card).to_contain_text(origin)
            assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            await shot(page, artefacts / f"claim-{language}.png")
            await card.get_by_role("button", name="Sources").click()
            await expect(messages(page)).to_have_count(3)
    await chat.close()


async def test_a_question_is_asked_and_followed_with_the_keyboard_alone(browser: Browser) -> None:
    with playground() as (address, _):
        async with opened(browser, address) as page:
            await reach(page, page.locator("#channel-composer-input"))
            await page.keyboard.type("/cost video", delay=5)
            await expect(page.locator(".command-entry").first).to_be_visible()
            await page.keyboard.press("Tab")
            await expect(page.locator(".command-chip")).to_have_text("/cost video")
            await reach(page, page.locator("#send-message"))
            await page.keyboard.press("Enter")
            await expect(messages(page).first).to_contain_text("about 100 Wh")
            await settled(page)
            await reach(page, messages(page).first.get_by_role("button", name="Why so wide?"))
            await page.keyboard.press("Enter")
            await expect(messages(page)).to_have_count(2)
            await expect(messages(page).last).to_contain_text("Only you can see this")
            await settled(page)
            await reach(page, messages(page).first.get_by_role("button", name="Français"))
            await page.keyboard.press("Space")
            await expect(messages(page).last).to_contain_text("Il faut")


async def reach(page: Page, goal: Locator) -> None:
    """Go on by Tab until this has the focus."""
    for _ in range(_MOST_TABS):
        await page.keyboard.press("Tab")
        if await goal.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError("Tab never came there")
