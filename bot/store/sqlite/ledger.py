"""The ledger in SQLite: checks and hashes what comes in, and leaves the rest to the writer and the readers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import date
from functools import partial

from bot.store.record_check import check_count, check_record
from bot.store.records import Action, DayCount, Record
from bot.store.sqlite import erasure, events, queries
from bot.store.sqlite.key import Key
from bot.store.sqlite.reader import Readers
from bot.store.sqlite.writer import Writer

# One byte numbers the items of an action.
ITEMS = 256
BATCH = 1000


class SqliteLedger:
    """`Ledger` over one file."""

    def __init__(self, writer: Writer, readers: Readers, key: Key) -> None:
        self._writer = writer
        self._readers = readers
        self._key = key
        self.key_fingerprint = key.fingerprint.hex()

    async def add(self, action: Action) -> bool:
        """Count an action; False where its source was counted before, or counted and taken back."""
        if not 1 <= len(action.items) <= ITEMS:
            raise ValueError(f"an action has 1 to {ITEMS} items, not {len(action.items)}")
        for _, count in action.items:
            check_count(count)
        return await self._writer.do(
            partial(
                events.add,
                guild=action.guild,
                day=events.day_number(action.day),
                items=action.items,
                origin=events.ORIGIN_NUMBER[action.origin],
                author=None if action.author is None else self._key.author(action.author),
                source=self._key.source(action.source),
            )
        )

    async def undo(self, guild: int, author: int, request: str) -> events.Items | None:
        """Take back the author's last declared or estimated action of a server, once a request."""
        by, asked = self._key.author(author), self._key.source(request)
        return await self._writer.do(partial(events.undo, guild=guild, author=by, request=asked))

    async def take_back(self, guild: int, author: int, source: str) -> events.Items | None:
        """Take back what a source told, where the author is behind it."""
        by, told = self._key.author(author), self._key.source(source)
        return await self._writer.do(partial(events.take_back, guild=guild, author=by, source=told))

    async def uncount(self, guild: int, source: str) -> bool:
        """Take back what a source had counted; False where there is nothing."""
        return bool(await self._writer.do(partial(events.uncount, guild=guild, source=self._key.source(source))))

    async def days(self, guild: int, first: date | None = None, last: date | None = None) -> tuple[DayCount, ...]:
        """A server's counts by day, usage and origin."""
        return await self._readers.do(
            partial(queries.day_counts, query=queries.DAYS, guild=guild, first=first, last=last)
        )

    async def totals(self, guild: int, first: date | None = None, last: date | None = None) -> tuple[DayCount, ...]:
        """A server's counts by usage and origin; `day` is the latest one of each."""
        return await self._readers.do(
            partial(queries.day_counts, query=queries.TOTALS, guild=guild, first=first, last=last)
        )

    async def first_day(self, guild: int) -> date | None:
        """The earliest day a server has something counted on."""
        return await self._readers.do(partial(queries.first_day, guild=guild))

    async def guilds(self) -> set[int]:
        """Every server with something counted."""
        return await self._readers.do(queries.guilds)

    async def records(self, guild: int) -> AsyncIterator[Sequence[Record]]:
        """Every event of a server in the order it came, in batches; those that come meanwhile are not among them."""
        numbers = await self._readers.do(partial(queries.numbers, guild=guild))
        for start in range(0, len(numbers), BATCH):
            seqs = numbers[start : start + BATCH]
            found = await self._readers.do(partial(queries.batch, guild=guild, seqs=seqs, key=self.key_fingerprint))
            if found:
                yield found

    async def restore(self, guild: int, records: Sequence[Record]) -> int:
        """Add exported events in one transaction; those already there, or taken back since, change nothing.

        Events made with another key keep their source, so that the same file counts once, and lose their author.
        """
        for record in records:
            check_record(record)
        restored = partial(events.restore, guild=guild, records=tuple(records), key_fingerprint=self.key_fingerprint)
        return await self._writer.do(restored)

    async def of_person(self, author: int) -> tuple[tuple[int, Record], ...]:
        """Everything counted with a person as its author, with the server's id."""
        return await self._readers.do(
            partial(queries.of_person, author=self._key.author(author), key=self.key_fingerprint)
        )

    async def erase_person(self, author: int) -> int:
        """Remove a person's events everywhere, from the roll-ups too, and from the file. How many."""
        return await self._writer.do(partial(erasure.erase_person, author=self._key.author(author)), scrub=True)
