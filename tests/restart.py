"""The bot ended and begun again: everything in memory is gone, the database and the clock are what they were."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

from bot.discord_io.client import Wattson
from bot.discord_io.registration import Registration
from bot.start.program import Program
from bot.start.wiring import opened
from config.settings import Settings
from energy import FactorBook

from .chat.hands import Hands

# Restarts the program and the bot in a simulated server; gives the new program.
Restarted = Callable[[], Awaitable[Program]]


class Restartable:
    """A program on one database file and one clock, which can be closed and opened again."""

    def __init__(self, database: Path, book: FactorBook, clock: Hands) -> None:
        self.database = database
        self.clock = clock
        self._book = book
        self._open = AsyncExitStack()
        self.program: Program

    async def begin(self) -> Program:
        """Open the program, which is to be closed by `end` or `restart`."""
        made = opened(Settings(), self.database, self._book, self.clock)
        self.program = await self._open.enter_async_context(made)
        return self.program

    async def end(self) -> None:
        """Close the program; what was acknowledged is on the disk."""
        await self._open.aclose()

    async def restart(self) -> Program:
        """Close the program and open it anew on the same file, at the same moment."""
        await self.end()
        return await self.begin()

    def bot(self) -> Wattson:
        """A client over the program as it is open now."""
        return Wattson(self.program.io, self.program.features, Registration())
