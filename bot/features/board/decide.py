"""Boards and weekly cards: where they stand, when they are due, and that nothing is said twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.features.board.notes import BOARD, WEEKLY, BoardNote, WeeklyNote
from bot.features.tally import TallyService
from bot.store import Notes, read_notes

_A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Board:
    """A message that shows the tally and edits itself; `message` is None until it was first posted.

    `off` where the bot may no longer write there: nothing is tried again until a manager places the board anew.
    """

    channel: int
    message: int | None = None
    # A digest of what it shows, so that nothing is edited where nothing changed.
    shows: str = ""
    off: bool = False


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
        # The day a board was last looked at, and the day its message was last known to be there.
        self._seen: dict[int, date] = {}
        self._there: dict[int, date] = {}

    async def load(self) -> None:
        """Read what was set up; every board is looked at once after a start."""
        for (guild, _), board in (await read_notes(self._notes, BOARD)).items():
            self._boards[guild] = Board(board.channel, board.message, board.shows, board.off)
        for (guild, _), weekly in (await read_notes(self._notes, WEEKLY)).items():
            self._weekly[guild] = Weekly(weekly.channel, weekly.done)

    def board(self, guild: int) -> Board | None:
        """A server's board."""
        return self._boards.get(guild)

    def weekly(self, guild: int) -> Weekly | None:
        """A server's weekly card."""
        return self._weekly.get(guild)

    async def place(self, guild: int, board: Board | None) -> None:
        """Set where a server's board is and what it shows, or have none. Raises WriteFailed."""
        if board is None:
            await self._notes.put(guild, BOARD.name, None)
            self._boards.pop(guild, None)
        else:
            note = BoardNote(channel=board.channel, message=board.message, shows=board.shows, off=board.off)
            await self._notes.put(guild, BOARD.name, note.text())
            self._boards[guild] = board

    async def move(self, guild: int, channel: int | None) -> Board | None:
        """Have a new board in a channel, or none; the one there was before. Raises WriteFailed."""
        before = self.board(guild)
        await self.place(guild, None if channel is None else Board(channel))
        self.mark_stale(guild)
        return before

    async def shown(self, guild: int, board: Board, message: int, digest: str) -> bool:
        """Note what a board's message shows; False where the board was moved or removed meanwhile.

        Raises WriteFailed.
        """
        if self.board(guild) is not board:
            return False
        self._there[guild] = self._tally.today(guild)
        await self.place(guild, replace(board, message=message, shows=digest, off=False))
        return True

    async def refuse(self, guild: int, board: Board) -> None:
        """Try a board no more: the bot may not write there. Raises WriteFailed."""
        if self.board(guild) is board:
            await self.place(guild, replace(board, off=True))

    async def gone(self, guild: int, message: int) -> None:
        """A message was deleted: where it was the board's, it is posted anew. Raises WriteFailed."""
        board = self.board(guild)
        if board is not None and board.message == message:
            await self.place(guild, replace(board, message=None))
            self.mark_stale(guild)

    async def subscribe(self, guild: int, channel: int | None) -> None:
        """Send a card of each finished week to a channel from now on, or none. Raises WriteFailed."""
        if channel is None:
            await self._notes.put(guild, WEEKLY.name, None)
            self._weekly.pop(guild, None)
        else:
            await self._done(guild, Weekly(channel, self._last_week(guild)))

    def mark_stale(self, guild: int) -> None:
        """Something was counted or chosen: the board is looked at in the next round."""
        if guild in self._boards:
            self._stale.add(guild)

    def stale(self) -> tuple[int, ...]:
        """The servers whose boards may show too little, or an earlier day, taken off the list."""
        found, self._stale = self._stale, set()
        for guild in self._boards:
            if self._seen.get(guild) != (today := self._tally.today(guild)):
                self._seen[guild] = today
                found.add(guild)
        return tuple(guild for guild in found if guild in self._boards and not self._boards[guild].off)

    def unsure(self, most: int) -> tuple[int, ...]:
        """Some servers whose board's message nobody has seen today: deleted while nobody told, it would be missed."""
        found = []
        for guild, board in self._boards.items():
            if board.message is not None and not board.off and self._there.get(guild) != self._tally.today(guild):
                found.append(guild)
                if len(found) == most:
                    break
        return tuple(found)

    def there(self, guild: int) -> None:
        """A board's message was looked for today."""
        self._there[guild] = self._tally.today(guild)

    def due(self) -> tuple[tuple[int, int, date], ...]:
        """The servers with a finished week nobody saw: (server, channel, Monday). After a long absence, one week."""
        return tuple(
            (guild, weekly.channel, self._last_week(guild))
            for guild, weekly in self._weekly.items()
            if weekly.done < self._last_week(guild)
        )

    async def sent(self, guild: int, week: date) -> None:
        """Note that a week was dealt with, said or silent. Raises WriteFailed."""
        if (weekly := self._weekly.get(guild)) is not None:
            await self._done(guild, Weekly(weekly.channel, week))

    async def unsent(self, guild: int, week: date) -> None:
        """A week could not be said after all: it is due again. Raises WriteFailed."""
        weekly = self._weekly.get(guild)
        if weekly is not None and weekly.done == week:
            await self._done(guild, Weekly(weekly.channel, week - _A_WEEK))

    async def _done(self, guild: int, weekly: Weekly) -> None:
        await self._notes.put(guild, WEEKLY.name, WeeklyNote(channel=weekly.channel, done=weekly.done).text())
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
        self._seen.pop(guild, None)
        self._there.pop(guild, None)
