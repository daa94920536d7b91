"""The protocol of a ledger: what servers did, day by day."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import date
from typing import Protocol

from bot.store.records import Action, DayCount, Record


class Ledger(Protocol):
    """What servers did, never what it takes. What `add` acknowledges is on the disk; nothing counts twice."""

    # Tells the key its hashes are made with from any other.
    key_fingerprint: str

    async def add(self, action: Action) -> bool:
        """Count an action; False where its source was counted before. Durable when it returns. Raises WriteFailed."""
        ...

    async def undo(self, guild: int, author: int, request: str) -> tuple[tuple[str, int], ...] | None:
        """Take back an author's last declared or estimated action in a server: its items. Raises WriteFailed.

        Nothing, `()`, where this request did so before, however often it comes; None where there is no such action.
        """
        ...

    async def take_back(self, guild: int, author: int, source: str) -> tuple[tuple[str, int], ...] | None:
        """Take back what a source told, where the author is behind it: its items. Raises WriteFailed.

        Nothing, `()`, where that was taken back before; None where there is no such action of theirs.
        """
        ...

    async def uncount(self, guild: int, source: str) -> bool:
        """Take back what a source had counted; False where there is nothing. Raises WriteFailed."""
        ...

    async def days(self, guild: int, first: date | None = None, last: date | None = None) -> tuple[DayCount, ...]:
        """A server's counts by day, usage and origin, in that order, both ends included; from the daily roll-ups."""
        ...

    async def totals(self, guild: int, first: date | None = None, last: date | None = None) -> tuple[DayCount, ...]:
        """A server's counts by usage and origin; `day` is the latest one of each. From the daily roll-ups."""
        ...

    async def first_day(self, guild: int) -> date | None:
        """The earliest day a server has something counted on."""
        ...

    async def guilds(self) -> set[int]:
        """Every server with something counted."""
        ...

    def records(self, guild: int) -> AsyncIterator[Sequence[Record]]:
        """Every event of a server in the order it came, in batches."""
        ...

    async def restore(self, guild: int, records: Sequence[Record]) -> int:
        """Add exported events; those already there change nothing. How many were new. Raises WriteFailed.

        Of events made with another key the author is left out, for nobody could find or erase them.
        """
        ...

    async def of_person(self, author: int) -> tuple[tuple[int, Record], ...]:
        """Everything counted with a person as its author, with the server's id."""
        ...

    async def erase_person(self, author: int) -> int:
        """Remove a person's events everywhere, from the roll-ups too, and from the file. How many.

        Raises WriteFailed.
        """
        ...
