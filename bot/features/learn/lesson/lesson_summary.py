"""How a lesson went, in sums: what its report is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.features.learn.debate import Debated, DebateTotals
from bot.features.learn.guess import GuessPage
from bot.features.learn.lesson.class_tally import ClassTotals
from bot.features.learn.lesson.decide import LessonService, LeversStep
from bot.features.learn.lesson.plan import GUESS, LEVERS, TALK
from bot.features.learn.prompt import Prompts
from bot.features.learn.question_bank import ShownItem
from bot.features.learn.session import Session
from config.content.teaching import Prompt
from energy import FactorBook, Usage


@dataclass(frozen=True, slots=True)
class GuessResult:
    """A quantity that was guessed, and everybody's guesses, the lowest first."""

    asked: GuessPage
    guesses: Sequence[float]


@dataclass(frozen=True, slots=True)
class DebateResult:
    """A motion that was debated, and how the room moved."""

    debated: Debated
    room: DebateTotals


StepResult = ShownItem[Prompt] | GuessResult | LeversStep | DebateResult


@dataclass(frozen=True, slots=True)
class LessonSummary:
    """What came of each step at the end, by its name, and what the class used."""

    day: date
    standing: ClassTotals
    used: tuple[Usage, ...]
    steps: Mapping[str, StepResult]
    book: FactorBook


async def summary_of(lesson: Session, day: date, lessons: LessonService, prompts: Prompts) -> LessonSummary:
    """Gather it; nothing is changed."""
    found: dict[str, StepResult] = {}
    seen: set[str] = set()
    for step in [one.name for one in lessons.steps(lesson)]:
        game = lessons.game(lesson, step)
        if game is None or game.id in seen:
            continue
        seen.add(game.id)
        if step == TALK:
            found[step] = prompts.shown(game.content_ids[0])
        elif step == LEVERS:
            found[step] = await lessons.levers(game)
        elif step.startswith(GUESS):
            found[step] = GuessResult(lessons.guesses.asked(game), await lessons.guesses.all(game))
        else:
            found["debate"] = DebateResult(lessons.debates.debated(game), await lessons.debates.room(game))
    used = tuple(Usage.from_key(one.usage, one.count) for one in await lessons.tally.counts(lesson))
    standing = await lessons.tally.standing(lesson)
    return LessonSummary(day, standing, used, found, lessons.tally.estimator(lesson).book)
