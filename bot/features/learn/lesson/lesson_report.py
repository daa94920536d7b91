"""What a teacher takes away from a lesson: a page in Markdown and a table, in sums alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from statistics import median

from bot.cards.card import Attachment
from bot.cards.sentences import sentence_words, source_words
from bot.cards.usage_words import usage_title
from bot.features.learn.debate.card import motion_words, result_lines
from bot.features.learn.guess.card import amount_words, answer_words, question_words
from bot.features.learn.lesson.card import levers_step_card, step_words, talk_card, told_lines
from bot.features.learn.lesson.decide import Classes
from bot.features.learn.lesson.lesson_csv import COLUMNS, rows, usage_of
from bot.features.learn.lesson.lesson_summary import Course
from bot.features.learn.lesson.plan import GUESS, LEVERS, TALK
from bot.features.learn.question_bank import numbered
from bot.features.learn.session import Session
from config.text.catalog import Catalog
from config.text.dates import day_words
from config.text.numbers import CARBON, said, whole

# With fewer guesses, the highest and lowest would point at somebody.
_LEAST_TO_TELL = 3


def sheet(course: Course, classes: Classes, catalog: Catalog) -> tuple[Attachment, Attachment]:
    """The page and the table."""
    name = f"{catalog.text(course.lesson.language, 'class.file')}-{course.day.isoformat()}"
    page = "\n".join(page_lines(course, classes, catalog)) + "\n"
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(catalog.text(course.lesson.language, f"class.column.{column}") for column in COLUMNS)
    writer.writerows(rows(course, classes, catalog))
    # Spreadsheets take the mark at the beginning for UTF-8, and would read accents wrongly without it.
    return Attachment(f"{name}.md", page.encode()), Attachment(f"{name}.csv", table.getvalue().encode("utf-8-sig"))


def page_lines(course: Course, classes: Classes, catalog: Catalog) -> list[str]:
    """The page: every step with what was asked, what came of it, and its sources."""
    language = course.lesson.language
    lines = [f"# {catalog.text(language, 'class.title')}", ""]
    lines += [day_words(course.day, catalog, language), "", *_list(told_lines(course.standing, catalog, language))]
    for step, game in course.games.items():
        heading = step_words(step, catalog, language)
        lines += ["", f"## {heading}", "", *_list(_step_lines(step, game, course, classes, catalog))]
    if course.counts:
        lines += ["", f"## {catalog.text(language, 'class.used_title')}", "", *_used_lines(course, classes, catalog)]
    return [*lines, "", catalog.text(language, "class.sheet_foot")]


def _list(lines: Sequence[str]) -> list[str]:
    """Discord's lines as Markdown of everywhere: a paragraph each, bullets as a list."""
    plain = [line.removeprefix("-# ") for line in lines]
    return [f"- {line.removeprefix('• ')}" for line in plain if line]


def _step_lines(step: str, game: Session, course: Course, classes: Classes, catalog: Catalog) -> list[str]:
    language = game.language
    if step == TALK:
        prompt = classes.lessons.prompts[game.content_ids[0]]
        sources = [source_words(source, catalog, language) for source in classes.lessons.sources_of(prompt)]
        return [*talk_card(game, classes, catalog).lines, *sources]
    if step == LEVERS:
        return list(levers_step_card(game, dict(course.chosen), classes, catalog).lines)
    if step.startswith(GUESS):
        return _guess_lines(game, course.guesses[step], classes, catalog)
    motion = f"**{motion_words(game, classes.debates, language)}**"
    return [motion, *result_lines(game, course.room, classes.debates, catalog)]


def _guess_lines(game: Session, guesses: Sequence[float], classes: Classes, catalog: Catalog) -> list[str]:
    language, quantity = game.language, classes.guesses.quantity(game)
    truth, values = classes.guesses.truth(game), classes.lessons.values(quantity)
    lines = [
        f"**{question_words(game, classes.guesses, language)}**",
        answer_words(game, classes.guesses, catalog, language),
        catalog.counted(language, "guess.room", len(guesses), count=whole(len(guesses), language)),
    ]
    if len(guesses) >= _LEAST_TO_TELL:
        three = (min(guesses), median(guesses), max(guesses))
        low, middle, high = (amount_words(value, truth, language) for value in three)
        lines.append(catalog.text(language, "class.guessed", low=low, middle=middle, high=high))
    lines.append(sentence_words(quantity.because, values, numbered(quantity), catalog, language))
    return lines + [source_words(source, catalog, language) for source in classes.lessons.sources_of(quantity)]


def _used_lines(course: Course, classes: Classes, catalog: Catalog) -> list[str]:
    language, book = course.lesson.language, classes.tally.cost(course.lesson).book
    carbon = said(course.standing.bill.total.carbon_g, CARBON, language)
    lines = [usage_title(usage_of(one), book, catalog, language) for one in course.counts]
    lines.append(catalog.text(language, "tally.carbon", about=carbon.about, range=carbon.range))
    return _list([*lines, catalog.text(language, "class.priced", book=book.version)])
