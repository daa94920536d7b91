"""Boards and weekly cards: where they stand, when they are due, and that nothing is said twice."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta

from bot.services.ports import Notes
from bot.services.tally import TallyService

_BOARD, _WEEKLY = "board", "weekly"
_A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Board:
    """A message that shows the tally and edits itself; `message` is None until it was first posted."""

    channel: int
    message: int | None = None
    # A digest of what it shows, so that nothing is edited where nothing changed.
    shows: str = ""


@dataclass(frozen=True, slots=True)
class Weekly:
    """A channel that gets a card of each finished week; `done` is the Monday of the last week dealt with."""

    channel: int
    done: date


class Boards:
    """Every server's board and weekly card, in memory and in the store."""

    def __init__(self, tally: TallyService, notes: Notes) -> None:
        self._tally = tally
        self._notes = notes
        self._boards: dict[int, Board] = {}
        self._weekly: dict[int, Weekly] = {}
        self._stale: set[int] = set()

    async def load(self) -> None:
        """Read what was set up; every board is looked at once after a start."""
        for (guild, _), value in (await self._notes.named(_BOARD)).items():
            told = json.loads(value)
            self._boards[guild] = Board(int(told["channel"]), told["message"], str(told["shows"]))
        for (guild, _), value in (await self._notes.named(_WEEKLY)).items():
            told = json.loads(value)
            self._weekly[guild] = Weekly(int(told["channel"]), date.fromisoformat(told["done"]))
        self._stale = set(self._boards)

    def board(self, guild: int) -> Board | None:
        """A server's board."""
        return self._boards.get(guild)

    def weekly(self, guild: int) -> Weekly | None:
        """A server's weekly card."""
        return self._weekly.get(guild)

    async def place(self, guild: int, board: Board | None) -> None:
        """Set where a server's board is and what it shows, or have none. Raises Unsaved."""
        value = None
        if board is not None:
            value = json.dumps({"channel": board.channel, "message": board.message, "shows": board.shows})
        await self._notes.put(guild, _BOARD, value)
        if board is None:
            self._boards.pop(guild, None)
        else:
            self._boards[guild] = board

    async def subscribe(self, guild: int, channel: int | None) -> None:
        """Send a card of each finished week to a channel from now on, or none. Raises Unsaved."""
        if channel is None:
            await self._notes.put(guild, _WEEKLY, None)
            self._weekly.pop(guild, None)
        else:
            await self._done(guild, Weekly(channel, self._last_week(guild)))

    def touch(self, guild: int) -> None:
        """Something was counted: the board is looked at in the next round."""
        if guild in self._boards:
            self._stale.add(guild)

    def stale(self) -> tuple[int, ...]:
        """The servers whose boards may show too little, taken off the list."""
        found, self._stale = tuple(self._stale), set()
        return found

    def due(self) -> tuple[tuple[int, int, date], ...]:
        """The servers with a finished week nobody saw: (server, channel, Monday). After a long absence, one week."""
        return tuple(
            (guild, weekly.channel, self._last_week(guild))
            for guild, weekly in self._weekly.items()
            if weekly.done < self._last_week(guild)
        )

    async def sent(self, guild: int, week: date) -> None:
        """Note that a week was dealt with, said or silent. Raises Unsaved."""
        if (weekly := self._weekly.get(guild)) is not None:
            await self._done(guild, Weekly(weekly.channel, week))

    async def _done(self, guild: int, weekly: Weekly) -> None:
        value = json.dumps({"channel": weekly.channel, "done": weekly.done.isoformat()})
        await self._notes.put(guild, _WEEKLY, value)
        self._weekly[guild] = weekly

    def _last_week(self, guild: int) -> date:
        """The Monday of the last week that is over in a server's time zone."""
        today = self._tally.today(guild)
        return today - timedelta(days=today.weekday()) - _A_WEEK

    def forget(self, guild: int) -> None:
        """Drop what is in memory of a server."""
        self._boards.pop(guild, None)
        self._weekly.pop(guild, None)
        self._stale.discard(guild)
