"""What a teacher takes away from a lesson: a page in Markdown and a table, in sums alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from statistics import median

from bot.cards.card import Attachment
from bot.cards.sentences import sentence_words, source_words
from bot.cards.uses import usage_title
from bot.features.learn.debate import motion_words, result_lines
from bot.features.learn.guess import amount_words, answer_words, question_words
from bot.features.learn.lesson.card import past_levers_lines, past_talk_lines, step_words, told_lines
from bot.features.learn.lesson.decide import LeversStep
from bot.features.learn.lesson.lesson_csv import COLUMNS, rows
from bot.features.learn.lesson.lesson_summary import DebateResult, GuessResult, LessonSummary, StepResult
from config.text.dates import day_words
from config.text.voice import CARBON, Voice
from energy import FactorBook

# With fewer guesses, the highest and lowest would point at somebody.
_LEAST_TO_TELL = 3


def lesson_report(summary: LessonSummary, voice: Voice) -> tuple[Attachment, Attachment]:
    """The page and the table."""
    name = f"{voice.text('class.file')}-{summary.day.isoformat()}"
    page = "\n".join(page_lines(summary, voice)) + "\n"
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(voice.text(f"class.column.{column}") for column in COLUMNS)
    writer.writerows(rows(summary, voice))
    # Spreadsheets take the mark at the beginning for UTF-8, and would read accents wrongly without it.
    return Attachment(f"{name}.md", page.encode()), Attachment(f"{name}.csv", table.getvalue().encode("utf-8-sig"))


def page_lines(summary: LessonSummary, voice: Voice) -> list[str]:
    """The page: every step with what was asked, what came of it, and its sources."""
    lines = [f"# {voice.text('class.title')}", ""]
    lines += [day_words(summary.day, voice), "", *_list(told_lines(summary.standing, voice))]
    for step, result in summary.steps.items():
        lines += ["", f"## {step_words(step, voice)}", "", *_list(_step_lines(result, summary.book, voice))]
    if summary.used:
        lines += ["", f"## {voice.text('class.used_title')}", "", *_used_lines(summary, voice)]
    return [*lines, "", voice.text("class.sheet_foot")]


def _list(lines: Sequence[str]) -> list[str]:
    """Discord's lines as Markdown of everywhere: a paragraph each, bullets as a list."""
    plain = [line.removeprefix("-# ") for line in lines]
    return [f"- {line.removeprefix('• ')}" for line in plain if line]


def _step_lines(result: StepResult, book: FactorBook, voice: Voice) -> list[str]:
    if isinstance(result, GuessResult):
        return _guess_lines(result, voice)
    if isinstance(result, LeversStep):
        return past_levers_lines(result, book, voice)
    if isinstance(result, DebateResult):
        motion = f"**{motion_words(result.debated, voice)}**"
        return [motion, *result_lines(result.room, result.debated, voice)]
    return [*past_talk_lines(result, voice), *(source_words(source, voice) for source in result.sources)]


def _guess_lines(result: GuessResult, voice: Voice) -> list[str]:
    asked, guesses = result.asked, result.guesses
    shown = asked.shown
    lines = [
        f"**{question_words(asked, voice)}**",
        answer_words(asked, voice),
        voice.counted("guess.room", len(guesses), count=voice.whole(len(guesses))),
    ]
    if len(guesses) >= _LEAST_TO_TELL:
        three = (min(guesses), median(guesses), max(guesses))
        low, middle, high = (amount_words(value, asked.truth, voice) for value in three)
        lines.append(voice.text("class.guessed", low=low, middle=middle, high=high))
    lines.append(sentence_words(shown.item.because, shown.values, shown.numbers, voice))
    return lines + [source_words(source, voice) for source in shown.sources]


def _used_lines(summary: LessonSummary, voice: Voice) -> list[str]:
    carbon = voice.said(summary.standing.totals.total.carbon_g, CARBON)
    lines = [usage_title(usage, summary.book, voice) for usage in summary.used]
    lines.append(voice.text("tally.carbon", about=carbon.about, range=carbon.range))
    return _list([*lines, voice.text("class.priced", book=summary.book.version)])
