"""The levers of a lesson: what they are about, and how many of the class would choose each."""

from __future__ import annotations

import pytest

from bot.features.cost import SHOWN_LEVERS, changes
from bot.features.learn.session import Session
from energy import Refusal
from tests.features.learn.games import ANA, BO, GUILD, LEADER, Games

# A grid of so little carbon that no other place is offered.
LOW_CARBON_PLACE = "SWE"


async def begun(games: Games) -> Session:
    return await games.lessons.begin(GUILD, 45, "en", LEADER)


def game_of(games: Games, lesson: Session) -> Session:
    """The game of the levers as it stands now."""
    game = games.lessons.game(lesson, "levers")
    assert game is not None
    return game


async def test_levers_are_about_a_short_clip_where_nothing_lowers_what_the_class_used(games: Games) -> None:
    await games.settings.choose_place(GUILD, LOW_CARBON_PLACE)
    lesson = await begun(games)
    (usage,) = await games.tally.use(lesson, ANA, "1", "1 image with sdxl turbo in 512x512")
    estimator = games.tally.estimator(lesson)
    assert changes(estimator, estimator.used(usage)) == ()
    await games.lessons.set_levers(lesson)
    step = await games.lessons.levers(game_of(games, lesson))
    assert (step.usage.activity, step.usage.amount) == ("video", 5.0)
    assert step.changes


async def test_levers_are_about_what_the_class_used_most(games: Games) -> None:
    lesson = await begun(games)
    await games.tally.use(lesson, ANA, "1", "1 image")
    await games.tally.use(lesson, BO, "1", "10 s video in 1080p")
    await games.lessons.set_levers(lesson)
    step = await games.lessons.levers(game_of(games, lesson))
    assert (step.usage.activity, step.usage.amount) == ("video", 10.0)
    assert 0 < len(step.changes) <= SHOWN_LEVERS
    assert step.chosen == {}
    # What they are about stays, for people may have chosen by now.
    await games.tally.use(lesson, ANA, "2", "1000 images")
    await games.lessons.set_levers(lesson)
    assert (await games.lessons.levers(game_of(games, lesson))).usage == step.usage


async def test_levers_are_about_a_short_clip_where_the_class_used_nothing(games: Games) -> None:
    lesson = await begun(games)
    await games.lessons.set_levers(lesson)
    step = await games.lessons.levers(game_of(games, lesson))
    assert (step.usage.activity, step.usage.amount, step.usage.model) == ("video", 5.0, None)
    assert step.changes


async def test_a_choice_of_levers_may_be_changed_until_its_step_is_over(games: Games) -> None:
    lesson = await begun(games)
    game = game_of(games, lesson)
    await games.lessons.choose(game, ANA, 0)
    await games.lessons.choose(game, ANA, 1)
    await games.lessons.choose(game, BO, 1)
    assert await games.lessons.chosen(game) == {1: 2}
    past = await games.lessons.finish(lesson, "levers")
    assert past is not None
    with pytest.raises(Refusal) as refused:
        await games.lessons.choose(past, ANA, 0)
    assert refused.value.code == "class.past"
    assert await games.lessons.chosen(past) == {1: 2}
