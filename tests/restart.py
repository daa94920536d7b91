"""The bot ended and begun again: everything in memory is gone, the database and the clock are what they were."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

from bot.start.parts import Parts
from bot.start.wiring import opened
from config.settings import Settings
from energy import FactorBook

from .chat.hands import Hands

# Restarts the program and the bot in a simulated server; gives the new parts.
Restarted = Callable[[], Awaitable[Parts]]


class Restartable:
    """Parts on one database file and one clock, which can be closed and opened again."""

    def __init__(self, database: Path, book: FactorBook, clock: Hands) -> None:
        self.database = database
        self.clock = clock
        self._book = book
        self._open = AsyncExitStack()
        self.parts: Parts

    async def begin(self) -> Parts:
        """Open the parts, which are to be closed by `end` or `restart`."""
        parts = opened(Settings(), self.database, self._book, self.clock)
        self.parts = await self._open.enter_async_context(parts)
        return self.parts

    async def end(self) -> None:
        """Close the parts; what was acknowledged is on the disk."""
        await self._open.aclose()

    async def restart(self) -> Parts:
        """Close the parts and open them anew on the same file, at the same moment."""
        await self.end()
        return await self.begin()
