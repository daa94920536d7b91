"""Which boards are looked for."""

from __future__ import annotations

from bot.features.board.decide import Board
from bot.start.program import Program


async def test_so_many_boards_are_looked_for_at_once_until_each_was_seen_today(program: Program) -> None:
    boards = program.decisions.boards
    for guild in (1, 2, 3):
        await boards.place(guild, Board(channel=guild, message=guild))
    first = boards.unsure(2)
    assert len(first) == 2
    for guild in first:
        boards.there(guild)
    rest = boards.unsure(2)
    assert {*first, *rest} == {1, 2, 3}
    assert len(rest) == 1
