"""A lesson as cards: the plan, who is there, what the class used, and what a step shows once it is past."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.features.learn.lesson.card import class_card, joined_card, levers_step_card, step_words, talk_card
from bot.features.learn.lesson.decide import DONE
from bot.features.learn.lesson.plan import OVER
from bot.features.learn.session import Session
from config.text.voice import Voice
from energy import FactorBook
from tests.features.learn.games import ANA, BO, GUILD, LEADER, Games


@pytest.fixture
async def lesson(games: Games) -> Session:
    return await games.lessons.begin(GUILD, 45, "en", LEADER)


@pytest.fixture
def steps(games: Games, lesson: Session) -> list[str]:
    return [step.name for step in games.lessons.steps(lesson)]


def game_of(games: Games, lesson: Session, step: str) -> Session:
    game = games.lessons.game(lesson, step)
    assert game is not None
    return game


async def test_the_plan_says_what_is_past_and_what_is_now(
    games: Games, lesson: Session, steps: list[str], voice: Voice
) -> None:
    standing = await games.tally.standing(lesson)
    for number, now in enumerate(steps):
        lines = class_card(replace(lesson, phase=now), standing, steps, voice).lines
        for place, step in enumerate(steps):
            state = "past" if place < number else "now" if place == number else "next"
            assert voice.text(f"class.plan_{state}", step=step_words(step, voice)) in lines


def test_every_step_has_a_name_of_its_own(steps: list[str], voice: Voice) -> None:
    assert len({step_words(step, voice) for step in steps}) == len(steps)


async def test_a_lesson_says_how_many_are_there_and_what_they_used(
    games: Games, lesson: Session, steps: list[str], english: Voice
) -> None:
    before = class_card(lesson, await games.tally.standing(lesson), steps, english).text
    assert "Nobody has joined yet." in before
    for person in (ANA, BO):
        await games.tally.join(lesson, person)
    await games.tally.use(lesson, ANA, "1", "2 images and a 5 s video")
    await games.tally.use(lesson, BO, "1", "4 images")
    after = class_card(lesson, await games.tally.standing(lesson), steps, english).text
    assert "2 people have joined." in after
    assert "in 2 entries" in after


async def test_the_buttons_of_a_lesson_follow_its_end(
    games: Games, lesson: Session, steps: list[str], voice: Voice
) -> None:
    standing = await games.tally.standing(lesson)

    def verbs(at: Session, *, over: bool = False) -> list[str]:
        return [button.verb for button in class_card(at, standing, steps, voice, over=over).buttons]

    assert verbs(lesson) == ["classjoin", "classuse", "classnext", "classend"]
    assert verbs(replace(lesson, phase=OVER)) == ["classend"]
    assert verbs(lesson, over=True) == []


async def test_of_a_lesson_that_is_over_nothing_is_shown(
    games: Games, lesson: Session, steps: list[str], voice: Voice
) -> None:
    await games.tally.join(lesson, ANA)
    card = class_card(lesson, await games.tally.standing(lesson), steps, voice, over=True)
    assert card.lines == (voice.text("class.wiped"),)


def test_who_joins_twice_is_told_so(voice: Voice) -> None:
    assert joined_card(voice, new=True).title != joined_card(voice, new=False).title


def test_what_a_discussion_reaches_is_shown_once_its_step_is_past(games: Games, lesson: Session, voice: Voice) -> None:
    game = game_of(games, lesson, "prompt")
    shown = games.prompts.shown(game.content_ids[0])
    reaches = voice.text("prompt.reaches")
    now, past = talk_card(game, shown, voice), talk_card(replace(game, phase=DONE), shown, voice)
    assert reaches not in now.text
    assert reaches in past.text
    assert [button.verb for button in now.buttons] == ["promptsrc", "classnext"]
    assert [button.verb for button in past.buttons] == ["promptsrc"]


async def test_levers_are_chosen_by_number_and_counted_once_the_step_is_past(
    games: Games, lesson: Session, book: FactorBook, english: Voice
) -> None:
    game = game_of(games, lesson, "levers")
    await games.lessons.choose(game, ANA, 0)
    step = await games.lessons.levers(game)
    card = levers_step_card(game, step, book, english)
    (select,) = card.selects
    assert [choice.value for choice in select.choices] == [str(number) for number in range(len(step.changes))]
    assert "1 person has chosen." in card.text
    past = levers_step_card(replace(game, phase=DONE), step, book, english)
    assert past.selects == ()
    assert past.buttons == ()
    # One line for the use, then one for every lever, those nobody chose too.
    assert len(past.lines) == 1 + len(step.changes)
