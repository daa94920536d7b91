"""How a lesson went, in sums: what its sheet is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.features.learn.debate.decide import PHASES, Room
from bot.features.learn.guess.decide import REVEALED
from bot.features.learn.lesson.class_tally import Standing
from bot.features.learn.lesson.decide import DONE, Classes
from bot.features.learn.lesson.plan import GUESS, LEVERS, TALK
from bot.features.learn.session import Session
from bot.store import DayCount


@dataclass(frozen=True, slots=True)
class Course:
    """The games of a lesson by step, as they are at its end, and what was answered in each."""

    lesson: Session
    day: date
    standing: Standing
    counts: tuple[DayCount, ...]
    games: Mapping[str, Session]
    guesses: Mapping[str, Sequence[float]]
    chosen: Mapping[int, int]
    room: Room


async def course_of(lesson: Session, day: date, classes: Classes) -> Course:
    """Gather it; nothing is changed."""
    games, guesses = dict[str, Session](), dict[str, Sequence[float]]()
    chosen, room = dict[int, int](), Room()
    for step in [one.name for one in classes.steps(lesson)]:
        game = classes.game(lesson, step)
        if game is None or game in games.values():
            continue
        if step.startswith(GUESS):
            games[step], guesses[step] = replace(game, phase=REVEALED), await classes.guesses.all(game)
        elif step in (TALK, LEVERS):
            games[step] = replace(game, phase=DONE)
            chosen = dict(await classes.chosen(game)) if step == LEVERS else chosen
        elif "debate" not in games:
            games["debate"] = replace(game, phase=PHASES[-1])
            room = await classes.debates.room(game)
    counts = await classes.tally.counts(lesson)
    return Course(lesson, day, await classes.tally.standing(lesson), counts, games, guesses, chosen, room)
