"""Boards and weekly cards: looked at when something changed or a day began, never said twice, off where refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.features.board.decide import Board, Weekly
from bot.store import WriteFailed
from tests.features.memory_decisions import ANA, GUILD, OTHER, MemoryDecisions

CHANNEL, MESSAGE = 70, 700
MONDAY = date(2026, 3, 2)
A_WEEK = timedelta(days=7)


async def placed(decisions: MemoryDecisions, guild: int = GUILD) -> Board:
    """A board that was posted and is looked at no more today."""
    await decisions.boards.move(guild, CHANNEL)
    board = decisions.boards.board(guild)
    assert board is not None
    assert await decisions.boards.shown(guild, board, MESSAGE, "digest")
    decisions.boards.stale()
    shown = decisions.boards.board(guild)
    assert shown is not None
    return shown


async def test_board_is_looked_at_once_when_something_was_counted_or_taken_back(decisions: MemoryDecisions) -> None:
    await placed(decisions)
    assert decisions.boards.stale() == ()
    await decisions.tell("video 5s")
    await decisions.tell("video 5s")
    await decisions.tell("video 5s", guild=OTHER)
    assert decisions.boards.stale() == (GUILD,)
    assert decisions.boards.stale() == ()
    await decisions.tally.undo(GUILD, ANA, "interaction:9")
    assert decisions.boards.stale() == (GUILD,)
    await decisions.settings.choose_place(GUILD, "France")
    assert decisions.boards.stale() == (GUILD,)


async def test_board_is_looked_at_when_a_day_begins_in_its_own_zone(decisions: MemoryDecisions) -> None:
    await decisions.settings.choose_zone(GUILD, "Pacific/Auckland")
    await placed(decisions)
    decisions.clock.moment = datetime(2026, 3, 5, 10, 59, tzinfo=UTC)
    assert decisions.boards.stale() == ()
    decisions.clock.pass_(minutes=1)
    assert decisions.boards.stale() == (GUILD,)
    assert decisions.boards.stale() == ()


async def test_every_board_is_looked_at_once_after_a_restart(decisions: MemoryDecisions) -> None:
    shown = await placed(decisions)
    anew = await decisions.again()
    assert anew.boards.board(GUILD) == shown == Board(CHANNEL, MESSAGE, "digest")
    assert anew.boards.stale() == (GUILD,)
    assert anew.boards.stale() == ()


async def test_new_board_is_looked_at_and_the_one_before_is_given_back(decisions: MemoryDecisions) -> None:
    assert await decisions.boards.move(GUILD, CHANNEL) is None
    assert decisions.boards.stale() == (GUILD,)
    shown = await placed(decisions)
    assert await decisions.boards.move(GUILD, 71) == shown
    assert decisions.boards.board(GUILD) == Board(71)
    assert decisions.boards.stale() == (GUILD,)
    assert await decisions.boards.move(GUILD, None) == Board(71)
    assert decisions.boards.board(GUILD) is None
    assert decisions.boards.stale() == ()
    assert (await decisions.again()).boards.board(GUILD) is None


async def test_board_that_was_moved_while_it_was_drawn_keeps_its_new_place(decisions: MemoryDecisions) -> None:
    before = await placed(decisions)
    await decisions.boards.move(GUILD, 71)
    assert not await decisions.boards.shown(GUILD, before, MESSAGE, "newer")
    await decisions.boards.refuse(GUILD, before)
    assert decisions.boards.board(GUILD) == Board(71)


async def test_board_in_a_forbidden_channel_is_left_alone_until_it_is_placed_anew(decisions: MemoryDecisions) -> None:
    board = await placed(decisions)
    await decisions.boards.refuse(GUILD, board)
    assert decisions.boards.board(GUILD) == replace(board, off=True)
    await decisions.tell("video 5s")
    decisions.clock.pass_(days=1)
    assert decisions.boards.stale() == ()
    assert decisions.boards.unsure(9) == ()
    assert (await decisions.again()).boards.stale() == ()
    await decisions.boards.move(GUILD, CHANNEL)
    assert decisions.boards.stale() == (GUILD,)


async def test_deleted_message_is_posted_anew_where_it_was_the_boards(decisions: MemoryDecisions) -> None:
    board = await placed(decisions)
    await decisions.boards.gone(GUILD, MESSAGE + 1)
    await decisions.boards.gone(OTHER, MESSAGE)
    assert (decisions.boards.board(GUILD), decisions.boards.stale()) == (board, ())
    await decisions.boards.gone(GUILD, MESSAGE)
    assert decisions.boards.board(GUILD) == replace(board, message=None)
    assert decisions.boards.stale() == (GUILD,)


async def test_message_nobody_has_seen_today_is_looked_for_a_few_at_a_time(decisions: MemoryDecisions) -> None:
    for guild in (GUILD, OTHER, 9):
        await placed(decisions, guild)
    await decisions.boards.move(10, CHANNEL)
    assert decisions.boards.unsure(9) == ()
    decisions.clock.pass_(days=1)
    assert decisions.boards.unsure(2) == (GUILD, OTHER)
    assert decisions.boards.unsure(3) == decisions.boards.unsure(4) == (GUILD, OTHER, 9)
    decisions.boards.there(GUILD)
    assert decisions.boards.unsure(9) == (OTHER, 9)


async def test_board_that_cannot_be_kept_stays_as_it_was(decisions: MemoryDecisions) -> None:
    board = await placed(decisions)
    decisions.disk.full = True
    with pytest.raises(WriteFailed):
        await decisions.boards.move(GUILD, 71)
    with pytest.raises(WriteFailed):
        await decisions.boards.move(GUILD, None)
    assert decisions.boards.board(GUILD) == board


async def test_weekly_card_is_due_from_monday_until_it_was_sent(decisions: MemoryDecisions) -> None:
    await decisions.boards.subscribe(GUILD, CHANNEL)
    decisions.clock.moment = datetime(2026, 3, 8, 23, 59, tzinfo=UTC)
    assert decisions.boards.due() == ()
    decisions.clock.pass_(minutes=1)
    assert decisions.boards.due() == decisions.boards.due() == ((GUILD, CHANNEL, MONDAY),)
    await decisions.boards.sent(GUILD, MONDAY)
    assert decisions.boards.due() == ()
    decisions.clock.pass_(days=7)
    assert decisions.boards.due() == ((GUILD, CHANNEL, MONDAY + A_WEEK),)


async def test_week_ends_in_the_servers_own_zone(decisions: MemoryDecisions) -> None:
    await decisions.settings.choose_zone(OTHER, "Pacific/Auckland")
    for guild in (GUILD, OTHER):
        await decisions.boards.subscribe(guild, CHANNEL)
    decisions.clock.moment = datetime(2026, 3, 8, 11, tzinfo=UTC)
    assert decisions.boards.due() == ((OTHER, CHANNEL, MONDAY),)


async def test_weekly_card_catches_up_once_after_a_long_absence(decisions: MemoryDecisions) -> None:
    await decisions.boards.subscribe(GUILD, CHANNEL)
    decisions.clock.pass_(days=35)
    anew = await decisions.again()
    assert anew.boards.due() == ((GUILD, CHANNEL, date(2026, 3, 30)),)
    await anew.boards.sent(GUILD, date(2026, 3, 30))
    assert anew.boards.due() == ()
    assert (await decisions.again()).boards.due() == ()


async def test_week_that_could_not_be_said_is_due_again(decisions: MemoryDecisions) -> None:
    await decisions.boards.subscribe(GUILD, CHANNEL)
    decisions.clock.pass_(days=7)
    await decisions.boards.sent(GUILD, MONDAY)
    await decisions.boards.unsent(GUILD, MONDAY - A_WEEK)
    assert decisions.boards.due() == ()
    await decisions.boards.unsent(GUILD, MONDAY)
    assert decisions.boards.due() == ((GUILD, CHANNEL, MONDAY),)
    assert (await decisions.again()).boards.due() == ((GUILD, CHANNEL, MONDAY),)


async def test_weekly_card_that_was_ended_is_never_due_nor_comes_back(decisions: MemoryDecisions) -> None:
    await decisions.boards.subscribe(GUILD, CHANNEL)
    assert decisions.boards.weekly(GUILD) == Weekly(CHANNEL, MONDAY - A_WEEK)
    await decisions.boards.subscribe(GUILD, None)
    decisions.clock.pass_(days=7)
    await decisions.boards.sent(GUILD, MONDAY)
    await decisions.boards.unsent(GUILD, MONDAY)
    assert (decisions.boards.weekly(GUILD), decisions.boards.due()) == (None, ())
    assert await decisions.store.notes.of(GUILD) == {}


async def test_server_that_is_forgotten_has_nothing_due(decisions: MemoryDecisions) -> None:
    await placed(decisions)
    await decisions.boards.subscribe(GUILD, CHANNEL)
    await decisions.tell("video 5s")
    decisions.boards.forget(GUILD)
    decisions.boards.forget(OTHER)
    decisions.clock.pass_(days=14)
    boards = decisions.boards
    assert (boards.board(GUILD), boards.weekly(GUILD)) == (None, None)
    assert (boards.stale(), boards.unsure(9), boards.due()) == ((), (), ())


async def test_so_many_boards_are_looked_for_at_once_until_each_was_seen_today(decisions: MemoryDecisions) -> None:
    boards = decisions.boards
    for guild in (1, 2, 3):
        await boards.place(guild, Board(channel=guild, message=guild))
    first = boards.unsure(2)
    assert len(first) == 2
    for guild in first:
        boards.there(guild)
    rest = boards.unsure(2)
    assert {*first, *rest} == {1, 2, 3}
    assert len(rest) == 1
