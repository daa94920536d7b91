"""The numbers of a lesson as the lines of a table."""

from __future__ import annotations

from collections.abc import Iterator

from bot.cards.uses import usage_title
from bot.features.cost import lever_words
from bot.features.learn.debate import VOTES, motion_words
from bot.features.learn.guess import question_words as guess_words
from bot.features.learn.lesson.card import step_words
from bot.features.learn.lesson.decide import LeversStep
from bot.features.learn.lesson.lesson_summary import DebateResult, GuessResult, LessonSummary, StepResult
from bot.features.learn.prompt import question_words as prompt_words
from config.text.voice import Voice
from energy import FactorBook, Interval

COLUMNS = ("step", "what", "value", "unit", "people")
Row = tuple[str, str, str, str, str]
_UNITS = {"times": "\N{MULTIPLICATION SIGN}"}


def rows(summary: LessonSummary, voice: Voice) -> Iterator[Row]:
    """A line for every number, with its unit and how many people stand behind it."""
    lesson = voice.text("class.row.class")
    yield lesson, _word("joined", voice), "", "", str(summary.standing.joined)
    for step, result in summary.steps.items():
        name = step_words(step, voice)
        for what, value, unit, people in _step_rows(result, summary.book, voice):
            yield name, what, value, unit, people
    for usage in summary.used:
        yield lesson, _word("used", voice), usage_title(usage, summary.book, voice), "", ""
    total = summary.standing.totals.total
    for key, range_, unit in (("energy", total.energy_wh, "Wh"), ("carbon", total.carbon_g, "g CO2e")):
        for bound, amount in _bounds(range_, voice):
            yield lesson, f"{_word(key, voice)}, {bound}", f"{amount:.4g}", unit, ""


def _step_rows(result: StepResult, book: FactorBook, voice: Voice) -> Iterator[tuple[str, str, str, str]]:
    question = _word("question", voice)
    if isinstance(result, GuessResult):
        truth = result.asked.truth
        unit = _UNITS.get(truth.unit, truth.unit)
        yield question, guess_words(result.asked, voice), "", ""
        for bound, amount in _bounds(truth.range, voice):
            yield f"{_word('answer', voice)}, {bound}", f"{amount:.4g}", unit, ""
        for guess in result.guesses:
            yield _word("guess", voice), f"{guess:.6g}", unit, "1"
    elif isinstance(result, LeversStep):
        for number, lever in enumerate(result.changes):
            yield _word("lever", voice), lever_words(lever, book, voice), "", str(result.chosen.get(number, 0))
    elif isinstance(result, DebateResult):
        yield _word("motion", voice), motion_words(result.debated, voice), "", ""
        for key, votes in (("before", result.room.before), ("after", result.room.after)):
            for vote in VOTES:
                yield _word(key, voice), voice.text(f"debate.vote.{vote}"), "", str(votes.get(vote, 0))
    else:
        yield question, prompt_words(result, voice), "", ""


def _bounds(range_: Interval, voice: Voice) -> Iterator[tuple[str, float]]:
    for bound, value in (("low", range_.low), ("central", range_.central), ("high", range_.high)):
        yield _word(bound, voice), value


def _word(key: str, voice: Voice) -> str:
    return voice.text(f"class.row.{key}")
