"""The numbers of a lesson as the lines of a table."""

from __future__ import annotations

from collections.abc import Iterator

from bot.cards.figures import filled
from bot.cards.usage_words import usage_title
from bot.features.cost.levers_card import SHOWN, lever_words
from bot.features.learn.debate.card import motion_words
from bot.features.learn.debate.decide import VOTES
from bot.features.learn.guess.card import question_words
from bot.features.learn.lesson.card import step_words
from bot.features.learn.lesson.decide import Classes
from bot.features.learn.lesson.lesson_summary import Course
from bot.features.learn.lesson.plan import GUESS, LEVERS, TALK
from bot.features.learn.session import Session
from bot.store import DayCount
from config.text.catalog import Catalog
from energy import Interval, Usage

COLUMNS = ("step", "what", "value", "unit", "people")
Row = tuple[str, str, str, str, str]
_UNITS = {"times": "\N{MULTIPLICATION SIGN}"}


def rows(course: Course, classes: Classes, catalog: Catalog) -> Iterator[Row]:
    """A line for every number, with its unit and how many people stand behind it."""
    lesson = catalog.text(course.lesson.language, "class.row.class")
    yield lesson, _word("joined", course, catalog), "", "", str(course.standing.joined)
    for step, game in course.games.items():
        name = step_words(step, catalog, game.language)
        for what, value, unit, people in _step_rows(step, game, course, classes, catalog):
            yield name, what, value, unit, people
    book = classes.tally.cost(course.lesson).book
    for one in course.counts:
        used = usage_title(usage_of(one), book, catalog, course.lesson.language)
        yield lesson, _word("used", course, catalog), used, "", ""
    total = course.standing.bill.total
    for key, range_, unit in (("energy", total.energy_wh, "Wh"), ("carbon", total.carbon_g, "g CO2e")):
        for bound, amount in _bounds(range_, course, catalog):
            yield lesson, f"{_word(key, course, catalog)}, {bound}", f"{amount:.4g}", unit, ""


def _step_rows(
    step: str, game: Session, course: Course, classes: Classes, catalog: Catalog
) -> Iterator[tuple[str, str, str, str]]:
    language, question = game.language, _word("question", course, catalog)
    if step == TALK:
        prompt = classes.lessons.prompts[game.content_ids[0]]
        yield question, filled(prompt.question.text(language), classes.lessons.values(prompt), language), "", ""
    elif step == LEVERS:
        book = classes.tally.cost(game).book
        for number, (lever, _) in enumerate(classes.levers(game)[1][:SHOWN]):
            would, people = lever_words(lever, book, catalog, language), course.chosen.get(number, 0)
            yield _word("lever", course, catalog), would, "", str(people)
    elif step.startswith(GUESS):
        truth = classes.guesses.truth(game)
        unit = _UNITS.get(truth.unit, truth.unit)
        yield question, question_words(game, classes.guesses, language), "", ""
        for bound, amount in _bounds(truth.range, course, catalog):
            yield f"{_word('answer', course, catalog)}, {bound}", f"{amount:.4g}", unit, ""
        for guess in course.guesses[step]:
            yield _word("guess", course, catalog), f"{guess:.6g}", unit, "1"
    else:
        yield _word("motion", course, catalog), motion_words(game, classes.debates, language), "", ""
        for key, votes in (("before", course.room.before), ("after", course.room.after)):
            for vote in VOTES:
                voted = catalog.text(language, f"debate.vote.{vote}")
                yield _word(key, course, catalog), voted, "", str(votes.get(vote, 0))


def _bounds(range_: Interval, course: Course, catalog: Catalog) -> Iterator[tuple[str, float]]:
    for bound, value in (("low", range_.low), ("central", range_.central), ("high", range_.high)):
        yield _word(bound, course, catalog), value


def _word(key: str, course: Course, catalog: Catalog) -> str:
    return catalog.text(course.lesson.language, f"class.row.{key}")


def usage_of(one: DayCount) -> Usage:
    """A counted use."""
    return Usage.from_key(one.usage, one.count)
