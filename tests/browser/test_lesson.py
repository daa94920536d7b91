"""A lesson in a real browser: the thread's page as a teacher and a pupil use it, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from bot.discord_io.client import Wattson
from bot.discord_io.registration import Registration
from bot.features.learn import message_refresher
from bot.start.program import Program
from tests.chat.classroom import Lesson, begun, caught_up
from tests.chat.simulated import Chat

from .page import act_as, messages, settled, until

WORDS = {
    "en": {
        "join": "Join",
        "joined": "1 person has joined.",
        "used": "What I used",
        "typed": "4 images",
        "said": "The class says it used:",
        "next": "Next step",
        "guess": "Guess",
        "guessed": "1 person has guessed.",
        "answer": "The answer",
        "end": "End and get the sheet",
        "sheet": "Your lesson's sheet",
        "over": "everything in it is erased",
    },
    "fr": {
        "join": "Entrer",
        "joined": "1 personne est entrée.",
        "used": "Ce que j’ai utilisé",
        "typed": "4 images",
        "said": "La classe dit avoir utilisé",
        "next": "Étape suivante",
        "guess": "Estimer",
        "guessed": "1 personne a répondu.",
        "answer": "La réponse",
        "end": "Finir et prendre la fiche",
        "sheet": "La fiche de votre leçon",
        "over": "tout ce qu’elle contenait est effacé",
    },
}


@pytest.mark.parametrize("language", WORDS)
async def test_a_lesson_is_led_and_followed_in_the_browser(
    browser: Browser, program: Program, artefacts: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_refresher, "EVERY_S", 0.0)
    words, chat = WORDS[language], Chat(lambda: Wattson(program.io, program.features, Registration()))
    await chat.open()
    chat.server_locale = {"en": "en-US", "fr": "fr"}[language]
    chat.locales = dict.fromkeys(("admin", "member"), chat.server_locale)
    await program.decisions.settings.choose_language(chat.guild.id, language)
    lesson = await begun(chat, program)
    (thread,) = chat.channel.threads
    people = [chat.people["admin"], chat.people["member"]]
    async with chat.env.preview(thread, viewers=people, layout="channel") as preview:
        page = await browser.new_page(viewport={"width": 900, "height": 1200})
        await page.goto(preview.url)
        await until(page, "simcordPreview.ready")
        await act_as(page, "member")
        await press(page, words["join"])
        await expect(messages(page).first).to_contain_text(words["joined"])
        await types(page, words["used"], words["typed"])
        await expect(messages(page).first).to_contain_text(words["said"])
        await act_as(page, "admin")
        await press(page, words["next"])
        await caught_up(chat, program)
        await act_as(page, "member")
        await types(page, words["guess"], "12")
        await expect(messages(page).filter(has_text=words["guessed"])).to_be_visible()
        await others_guess(program, lesson)
        await act_as(page, "admin")
        await press(page, words["next"])
        await caught_up(chat, program)
        await expect(messages(page).locator("figure").get_by_role("img")).to_have_accessible_name(
            re.compile(words["answer"])
        )
        await page.screenshot(path=artefacts / f"lesson-{language}.png")
        await messages(page).first.screenshot(path=artefacts / f"lesson-plan-{language}.png")
        drawn = messages(page).filter(has=page.locator("figure"))
        await drawn.screenshot(path=artefacts / f"lesson-guess-{language}.png")
        await end(page, lesson, words["end"])
        await expect(messages(page).last).to_contain_text(words["sheet"])
        await expect(messages(page).last).to_contain_text(".csv")
        await expect(messages(page).first).to_contain_text(words["over"])
        await page.close()
    await chat.close()


async def others_guess(program: Program, lesson: Lesson) -> None:
    """A class guesses, most of them too low, as people do."""
    game = program.decisions.lessons.game(lesson.session, "guess1")
    assert game is not None
    truth = program.decisions.guesses.asked(game).truth.range.central
    for person in range(24):
        await program.decisions.guesses.guess(game, person, f"{truth * 10 ** ((person * 7 % 24 - 15) / 8):.9f}")


async def end(page: Page, lesson: Lesson, label: str) -> None:
    await press(page, label)
    await caught_up(lesson.chat, lesson.program)
    await settled(page)


async def press(page: Page, label: str) -> None:
    """Press the first button of that name."""
    await settled(page)
    await messages(page).get_by_role("button", name=label, exact=True).first.click()
    await settled(page)


async def types(page: Page, label: str, typed: str) -> None:
    """Press a button that opens a form, and send it with the keyboard."""
    await press(page, label)
    field = page.get_by_role("dialog").get_by_role("textbox")
    await field.fill(typed)
    await page.get_by_role("dialog").get_by_role("button").last.press("Enter")
    await settled(page)
