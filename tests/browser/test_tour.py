"""The README's minute and its art server, done as they are written, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from .page import act_as, ask, choose, fill, messages, pick, playground, settled
from .test_asking import opened, press, shot

pytestmark = pytest.mark.browser
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
# Each step: the command, what is typed into it, and what must stand on the card.
MINUTE: tuple[tuple[str, dict[str, str], str], ...] = (
    ("cost video", {}, "about 100 Wh"),
    ("compare", {"first": "video 5s", "second": "4 images"}, "Side by side"),
    ("claim", {"text": "a 5-second AI video = a microwave for an hour"}, "Verdict: ⇄ contested"),
    ("explain", {}, "The facts"),
    ("tally add", {"activity": "3 images"}, "3 AI images"),
    ("tally history", {}, "Day by day"),
    ("learn quiz", {}, "Press Begin"),
)
ART = {
    "en": ("Only other bots can be watched", "a week", "10 kWh", "Tally", "Channel of the weekly card", "Mondays in"),
    "fr": ("Seuls d’autres bots", "par semaine", "10 kWh", "Total", "Salon de la carte de la semaine", "le lundi dans"),
}


async def test_the_minute_of_the_readme_goes_as_it_says(browser: Browser) -> None:
    written = section("One minute")
    with playground("--demo") as (address, _):
        async with opened(browser, address) as page:
            for command, options, seen in MINUTE:
                card = await (by_keyboard(page, command) if command == "cost video" else ask(page, command, **options))
                await expect(card).to_contain_text(seen)
                await settled(page)
                if command == "cost video":
                    for label in re.findall(r"\*([^*]+)\*", written.split("\n2.")[0]):
                        await press(card, page, label)
                        await settled(page)
            begun = await press(card, page, "Begin")
            await expect(begun).to_contain_text("Question 1 of 5")
            await act_as(page, "Bob")
            await expect(messages(page).last).to_contain_text("Press Begin")


async def by_keyboard(page: Page, command: str) -> Locator:
    """Tab takes the command; the first Enter goes to its options, the second sends it."""
    before = await messages(page).count()
    await choose(page, command)
    await page.keyboard.press("Enter")
    await expect(page.locator(".command-option-input").first).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(messages(page)).to_have_count(before + 1)
    return messages(page).nth(before)


def test_the_minute_of_the_readme_is_the_one_walked_here() -> None:
    typed = re.findall(r"`([^`]+)`", "".join(re.findall(r"^\d\. .*?(?=^\d\. |^$)", section("One minute"), re.M | re.S)))
    assert typed == [word for command, options, _ in MINUTE for word in (f"/{command}", *options.values())]


@pytest.mark.parametrize("language", ART)
async def test_a_manager_sets_a_goal_a_board_and_a_weekly_card(
    browser: Browser, language: str, artefacts: Path
) -> None:
    refused, per, goal, tally, weekly, mondays = ART[language]
    with playground("--language", language) as (address, _):
        async with opened(browser, address) as page:
            await choose(page, "tally watch")
            await fill(page, "bot", "Wattson")
            await page.locator(".command-suggestion").first.click()
            await fill(page, "counts_as", "4 images with midjourney")
            await page.locator("#send-message").click()
            await expect(messages(page).last).to_contain_text(refused)
            await settled(page)
            said = await ask(page, "tally goal", energy=goal)
            await expect(said).to_contain_text(goal.replace(" ", "\N{NO-BREAK SPACE}"))
            await expect(said).to_contain_text(per)
            panel = await ask(page, "setup")
            await settled(page)
            await panel.get_by_role("button", name=tally).click()
            await expect(panel).to_contain_text(goal)
            await pick(page, panel, weekly, "playground")
            await expect(panel).to_contain_text(mondays)
            await shot(page, artefacts / f"art-server-{language}.png")


def section(title: str) -> str:
    return README.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]
