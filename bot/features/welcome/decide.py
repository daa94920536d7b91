"""Saying hello to a server: once, however often the bot comes and goes."""

from __future__ import annotations

from bot.clock import Clock
from bot.features.welcome.notes import WELCOMED, WelcomedNote
from bot.store import Notes


class Welcomes:
    """Which servers were greeted."""

    def __init__(self, notes: Notes, clock: Clock) -> None:
        self._notes = notes
        self._clock = clock
        self._greeting: set[int] = set()

    async def first(self, guild: int) -> bool:
        """Whether a server was never greeted; noted before it is, so that nobody is greeted twice.

        Raises WriteFailed.
        """
        if guild in self._greeting:
            return False
        self._greeting.add(guild)
        try:
            # One that cannot be read was a greeting all the same.
            if WELCOMED.name in await self._notes.of(guild, WELCOMED.name):
                return False
            await self._notes.put(guild, WELCOMED.name, WelcomedNote(day=self._clock.now().date()).text())
        finally:
            self._greeting.discard(guild)
        return True
