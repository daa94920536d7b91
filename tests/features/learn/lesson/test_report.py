"""What a teacher takes away: every step on a page and every number in a table, in sums alone."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from bot.features.learn.lesson.lesson_csv import COLUMNS, rows
from bot.features.learn.lesson.lesson_report import lesson_report, page_lines
from bot.features.learn.lesson.lesson_summary import DebateResult, GuessResult, LessonSummary, summary_of
from bot.features.learn.session import Session
from config.text.voice import Voice
from tests.features.learn.games import ANA, BO, GUILD, LEADER, Games

DAY = date(2026, 3, 4)


async def begun(games: Games) -> Session:
    return await games.lessons.begin(GUILD, 45, "en", LEADER)


async def summed(games: Games, lesson: Session) -> LessonSummary:
    return await summary_of(games.sessions.get(lesson.subject), DAY, games.lessons, games.prompts)


async def taught(games: Games) -> LessonSummary:
    """A lesson of three, to its end."""
    lesson = await begun(games)
    for person in (ANA, BO, LEADER):
        await games.tally.join(lesson, person)
    await games.tally.use(lesson, ANA, "1", "3 images")
    for step, person in (("guess1", ANA), ("guess1", BO), ("guess1", LEADER), ("guess2", ANA), ("guess2", BO)):
        game = games.lessons.game(lesson, step)
        assert game is not None
        await games.guesses.guess(game, person, str(person))
    debate = games.lessons.game(lesson, "vote")
    assert debate is not None
    await games.debates.vote(debate, ANA, "for")
    for seen in ("vote", "argue", "swap"):
        debate = await games.debates.advance(debate, seen)
    await games.debates.vote(debate, ANA, "against")
    return await summed(games, lesson)


async def test_a_summary_has_every_step_once_and_changes_nothing(games: Games) -> None:
    lesson = await begun(games)
    before = games.sessions.of(GUILD)
    summary = await summed(games, lesson)
    assert list(summary.steps) == ["prompt", "guess1", "guess2", "guess3", "levers", "debate"]
    assert (summary.day, summary.used, summary.standing.joined) == (DAY, (), 0)
    assert games.sessions.of(GUILD) == before


async def test_a_summary_holds_what_came_of_each_step(games: Games) -> None:
    summary = await taught(games)
    first, debate = summary.steps["guess1"], summary.steps["debate"]
    assert isinstance(first, GuessResult)
    assert first.guesses == (1.0, 11.0, 12.0)
    assert isinstance(debate, DebateResult)
    assert (debate.room.before, debate.room.after) == ({"for": 1}, {"against": 1})
    assert [(usage.activity, usage.count) for usage in summary.used] == [("image", 3)]
    assert summary.standing.joined == 3


async def test_a_game_that_is_gone_is_left_out(games: Games) -> None:
    lesson = await begun(games)
    game = games.lessons.game(lesson, "guess2")
    assert game is not None
    await games.sessions.end(game)
    assert list((await summed(games, lesson)).steps) == ["prompt", "guess1", "guess3", "levers", "debate"]


async def test_every_number_is_a_line_with_as_many_cells_as_the_head(games: Games, english: Voice) -> None:
    table = list(rows(await taught(games), english))
    assert {len(row) for row in table} == {len(COLUMNS)}
    assert ("Lesson", "joined", "", "", "3") in table
    assert [row[2] for row in table if row[1] == "a guess"] == ["1", "11", "12", "11", "12"]
    assert ("Debate", "second vote", "against", "", "1") in table
    assert ("Debate", "second vote", "for", "", "0") in table
    energy = [float(row[2]) for row in table if row[3] == "Wh" and row[0] == "Lesson"]
    assert len(energy) == 3
    assert energy == sorted(energy)


async def test_the_lowest_and_highest_guess_are_told_of_three_people_and_no_fewer(games: Games, english: Voice) -> None:
    page = "\n".join(page_lines(await taught(games), english))
    steps = page.split("\n## ")
    first, second = steps[2], steps[3]
    told = english.text("class.guessed", low="|", middle="|", high="|").split("|")[0]
    assert told
    assert told in first
    assert told not in second


async def test_a_page_has_a_head_for_every_step_and_one_for_what_was_used(games: Games, voice: Voice) -> None:
    summary = await taught(games)
    heads = [line for line in page_lines(summary, voice) if line.startswith("## ")]
    assert len(heads) == len(set(heads)) == len(summary.steps) + 1
    unused = await summed(games, await begun(games))
    assert f"## {voice.text('class.used_title')}" not in page_lines(unused, voice)


@pytest.mark.parametrize("line", ["-# ", "• "])
async def test_a_page_is_markdown_of_everywhere_and_not_of_discord(games: Games, voice: Voice, line: str) -> None:
    assert not [one for one in page_lines(await taught(games), voice) if one.startswith((line, f"- {line}"))]


async def test_the_files_are_named_by_the_day_and_open_in_a_spreadsheet(games: Games, voice: Voice) -> None:
    summary = await taught(games)
    page, table = lesson_report(summary, voice)
    assert page.name.endswith("-2026-03-04.md")
    assert table.name == page.name.removesuffix("md") + "csv"
    assert table.data.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(table.data.decode("utf-8-sig"))))
    assert read[0] == [voice.text(f"class.column.{column}") for column in COLUMNS]
    assert len(read) == 1 + len(list(rows(summary, voice)))
