"""A lesson: its games, how it moves from step to step, what its thread still has to show, and how it ends."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta

import pytest

from bot.features.learn.guess import REVEALED
from bot.features.learn.lesson.decide import DONE, WAITS
from bot.features.learn.lesson.plan import DEBATE, OVER
from bot.features.learn.question_bank import QuestionBank
from bot.features.learn.session import Session
from bot.features.learn.sessions import MOST_AT_ONCE
from energy import Refusal
from tests.chat.hands import Hands
from tests.features.learn.games import ANA, GUILD, LEADER, Games, busy_games

LONG, SHORT = 45, 15


async def begun(games: Games, minutes: int = LONG) -> Session:
    return await games.lessons.begin(GUILD, minutes, "en", LEADER)


def game_of(games: Games, lesson: Session, step: str) -> Session:
    """The game of a step as it stands now."""
    game = games.lessons.game(games.sessions.get(lesson.subject), step)
    assert game is not None
    return game


async def brought_to(games: Games, lesson: Session, step: str) -> Session:
    """A lesson that went on until a step."""
    while lesson.phase != step:
        lesson = await games.lessons.advance(lesson, lesson.phase)
    return lesson


@pytest.mark.parametrize(("minutes", "guesses"), [(SHORT, 2), (LONG, 3)])
async def test_a_lesson_brings_a_game_for_every_step(games: Games, minutes: int, guesses: int) -> None:
    lesson = await begun(games, minutes)
    kinds = Counter(game.kind for game in games.lessons.parts(lesson))
    assert kinds == {"prompt": 1, "guess": guesses, "levers": 1, "debate": 1}
    assert all(games.lessons.game(lesson, step.name) for step in games.lessons.steps(lesson))
    assert len({game_of(games, lesson, step).id for step in (*DEBATE, "close")}) == 1
    asked = [game.content_ids for game in games.lessons.parts(lesson) if game.kind == "guess"]
    assert len(set(asked)) == guesses
    assert games.lessons.game(lesson, OVER) is None


async def test_a_lesson_counts_as_one_game_of_the_server(games: Games) -> None:
    for _ in range(MOST_AT_ONCE):
        await begun(games)
    with pytest.raises(Refusal) as refused:
        await begun(games)
    assert refused.value.code == "session.many"


async def test_a_lesson_begins_with_its_first_step_and_knows_when_it_moves_on(games: Games, clock: Hands) -> None:
    lesson = await begun(games)
    first = games.lessons.steps(lesson)[0]
    assert lesson.phase == first.name
    assert lesson.advances_at == clock.now() + first.lasts
    assert await games.sessions.leads(lesson, LEADER)


async def test_every_step_lasts_as_long_as_planned_from_the_moment_it_begins(games: Games, clock: Hands) -> None:
    lesson = await begun(games)
    for before, step in zip(games.lessons.steps(lesson), games.lessons.steps(lesson)[1:], strict=False):
        clock.pass_(seconds=7)
        lesson = await games.lessons.advance(lesson, before.name)
        assert lesson.phase == step.name
        assert lesson.advances_at == clock.now() + step.lasts


async def test_a_step_is_taken_once_however_often_its_button_is_pressed(games: Games) -> None:
    before = await begun(games)
    for _ in range(3):
        assert (await games.lessons.advance(before, "prompt")).phase == "guess1"
    for stale in ("levers", OVER, "nothing", ""):
        assert (await games.lessons.advance(before, stale)).phase == "guess1"


async def test_after_the_last_step_the_sheet_waits_a_day_and_the_games_with_it(games: Games, clock: Hands) -> None:
    lesson = await brought_to(games, await begun(games), OVER)
    assert lesson.advances_at is None
    assert games.sessions.due() == ()
    assert {one.ends for one in (lesson, *games.lessons.parts(lesson))} == {clock.now() + WAITS}
    assert (await games.lessons.advance(lesson, OVER)) == lesson
    clock.pass_(seconds=WAITS.total_seconds() - 1)
    assert games.sessions.over() == ()
    clock.pass_(seconds=1)
    assert len(games.sessions.over()) == 1 + len(games.lessons.parts(lesson))


async def test_a_lesson_whose_bot_was_away_for_a_day_still_has_its_sheet(games: Games, clock: Hands) -> None:
    lesson = await begun(games)
    clock.pass_(minutes=LONG, hours=24)
    games = await games.begun_again()
    assert games.sessions.over() == ()
    assert games.sessions.due() == (lesson,)
    assert len(games.lessons.parts(lesson)) == 6


async def test_the_thread_is_behind_by_the_steps_it_does_not_show(games: Games) -> None:
    lesson = await begun(games)
    assert games.lessons.behind(lesson) == ("prompt",)
    await games.lessons.kept_up(lesson, "prompt")
    lesson = games.sessions.get(lesson.subject)
    assert games.lessons.behind(lesson) == ()
    for seen in ("prompt", "guess1"):
        lesson = await games.lessons.advance(lesson, seen)
    assert games.lessons.behind(lesson) == ("prompt", "guess1", "guess2")
    lesson = await brought_to(games, lesson, OVER)
    assert games.lessons.behind(lesson)[-2:] == ("close", OVER)
    await games.lessons.kept_up(lesson, OVER)
    assert games.lessons.behind(games.sessions.get(lesson.subject)) == ()


async def test_a_step_that_is_past_is_ended_once(games: Games) -> None:
    lesson = await begun(games)
    for step, phase in (("prompt", DONE), ("guess1", REVEALED), ("levers", DONE)):
        ended = await games.lessons.finish(lesson, step)
        assert ended is not None
        assert ended.phase == phase
        written = games.store.disk.writes
        assert await games.lessons.finish(lesson, step) == ended == game_of(games, lesson, step)
        assert games.store.disk.writes == written
    for step, then in zip(DEBATE, (*DEBATE[1:], "result"), strict=True):
        for _ in range(2):
            await games.lessons.finish(lesson, step)
            assert game_of(games, lesson, "vote").phase == then
    assert await games.lessons.finish(lesson, "close") is None
    assert game_of(games, lesson, "vote").phase == "result"


async def test_a_guess_of_a_step_that_is_past_comes_too_late(games: Games) -> None:
    lesson = await begun(games)
    game = game_of(games, lesson, "guess1")
    await games.guesses.guess(game, ANA, "12")
    past = await games.lessons.finish(lesson, "guess1")
    assert past is not None
    with pytest.raises(Refusal, match="closed"):
        await games.guesses.guess(past, ANA, "13")
    assert await games.guesses.all(past) == (12.0,)


async def test_a_game_that_is_gone_does_not_stop_the_lesson(games: Games) -> None:
    lesson = await begun(games)
    await games.sessions.end(game_of(games, lesson, "guess1"))
    assert await games.lessons.finish(lesson, "guess1") is None
    assert (await brought_to(games, lesson, OVER)).phase == OVER


async def test_two_lessons_in_one_server_do_not_mix(games: Games) -> None:
    one, two = await begun(games), await begun(games)
    await games.tally.join(one, ANA)
    await games.tally.use(one, ANA, "1", "3 images")
    one = await games.lessons.advance(one, "prompt")
    assert (one.phase, games.sessions.get(two.subject).phase) == ("guess1", "prompt")
    standing = await games.tally.standing(two)
    assert (standing.joined, standing.entries) == (0, 0)
    assert not {game.id for game in games.lessons.parts(one)} & {game.id for game in games.lessons.parts(two)}
    await games.lessons.close(one)
    assert {game.kind for game in games.lessons.parts(two)} == {"prompt", "guess", "levers", "debate"}
    assert not {two.id, *(game.id for game in games.lessons.parts(two))} & {over.id for over in games.sessions.over()}


async def test_a_closed_lesson_is_over_with_its_games_at_once(games: Games) -> None:
    told: list[int] = []
    games.sessions.notify = lambda: told.append(1)
    lesson = await begun(games)
    many = 1 + len(games.lessons.parts(lesson))
    await games.lessons.close(lesson)
    assert told
    assert len(games.sessions.over()) == many
    assert games.sessions.over()[-1].id == lesson.id
    assert games.sessions.due() == ()


async def test_a_lesson_goes_on_where_it_stood_after_a_restart(games: Games) -> None:
    lesson = await brought_to(games, await begun(games), "guess2")
    await games.lessons.kept_up(lesson, "guess1")
    games = await games.begun_again()
    lesson = games.sessions.get(lesson.subject)
    assert games.lessons.behind(lesson) == ("guess1", "guess2")
    assert len(games.lessons.parts(lesson)) == 6
    assert (await games.lessons.advance(lesson, "guess2")).phase == "guess3"


async def test_a_lesson_that_moves_on_by_itself_goes_through_every_step(games: Games, clock: Hands) -> None:
    lesson, phases = await begun(games, 20), []
    planned = games.lessons.steps(lesson)
    for step in planned:
        phases.append(lesson.phase)
        clock.pass_(seconds=step.lasts.total_seconds() + 1)
        (due,) = games.sessions.due()
        lesson = await games.lessons.advance(due, due.phase)
    assert phases == [step.name for step in planned]
    assert lesson.phase == OVER
    assert lesson.ends == clock.now() + timedelta(hours=24)


async def test_three_hundred_who_press_in_the_same_moment_count_once_each(bank: QuestionBank, clock: Hands) -> None:
    games = busy_games(bank, clock)
    lessons, tally = games.lessons, games.tally
    lesson = await begun(games)
    joins = await asyncio.gather(*(tally.join(lesson, person % 300) for person in range(600)))
    assert sum(joins) == 300
    await asyncio.gather(*(tally.use(lesson, person % 300, f"{person % 300}", "1 image") for person in range(600)))
    await lessons.set_levers(lesson)
    levers = lessons.game(lesson, "levers")
    assert levers is not None
    await asyncio.gather(*(lessons.choose(levers, person % 300, person % 3) for person in range(600)))
    assert await lessons.chosen(levers) == {0: 100, 1: 100, 2: 100}
    standing = await tally.standing(lesson)
    assert (standing.joined, standing.entries, standing.totals.total.count) == (300, 300, 300)
    steps = await asyncio.gather(*(lessons.advance(lesson, "prompt") for _ in range(300)))
    assert {step.phase for step in steps} <= {"prompt", "guess1"}
    assert games.sessions.get(lesson.subject).phase == "guess1"
