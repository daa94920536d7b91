"""A ledger in memory, and what its usages took by the last two editions; the half of `memory_store` that counts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b

from bot.store import Action, DayCount, PastEstimates, Record, WriteFailed
from bot.store.record_check import check_count, check_record

EDITIONS, ITEMS = 2, 256


def hashed(kind: str, who: object, size: int) -> str:
    return blake2b(f"{kind} {who}".encode(), digest_size=size).hexdigest()


@dataclass
class Disk:
    """What the parts of a store are on: `full` where nothing can be written, `unreadable` where nothing can be read.

    Others have their turn meanwhile, as with a real one.
    """

    full: bool = False
    unreadable: bool = False
    writes: int = 0

    async def write(self) -> None:
        await asyncio.sleep(0)
        if self.full:
            raise WriteFailed("store.full", "The disk is full.")
        self.writes += 1

    async def read(self) -> None:
        await asyncio.sleep(0)
        if self.unreadable:
            raise WriteFailed("store.broken", "The file cannot be read.")


class MemoryPrices:
    def __init__(self, disk: Disk, counted: set[str]) -> None:
        self._disk = disk
        # Every usage that is in the ledger: no other one has a price.
        self._counted = counted
        self._kept: dict[tuple[int, str], PastEstimates] = {}

    async def keep(self, guild: int, past: PastEstimates, held: Collection[str]) -> None:
        await self._disk.write()
        self._kept[guild, past.book] = replace(past, wh={u: wh for u, wh in past.wh.items() if u in self._counted})
        for usage in {usage for one in self._of(guild) for usage in one.wh} - set(held):
            self.forget(guild, (usage,))
        for old in [one for one in self._of(guild) if one.book != past.book][EDITIONS - 1 :]:
            del self._kept[guild, old.book]

    async def of(self, guild: int) -> tuple[PastEstimates, ...]:
        await self._disk.read()
        return tuple(self._of(guild))

    def _of(self, guild: int) -> list[PastEstimates]:
        found = [one for (where, _), one in self._kept.items() if where == guild and one.wh]
        return sorted(found, key=lambda one: one.day, reverse=True)

    def forget(self, guild: int, usages: Collection[str]) -> None:
        for (where, book), one in self._kept.items():
            if where == guild:
                self._kept[where, book] = replace(one, wh={u: wh for u, wh in one.wh.items() if u not in usages})

    def forget_uncounted(self) -> None:
        for key, one in self._kept.items():
            self._kept[key] = replace(one, wh={u: wh for u, wh in one.wh.items() if u in self._counted})

    def erase(self, guild: int) -> None:
        self._kept = {key: one for key, one in self._kept.items() if key[0] != guild}


class MemoryLedger:
    key_fingerprint = hashed("key", "", 8)

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self.counted: set[str] = set()
        self.prices = MemoryPrices(disk, self.counted)
        # What each source told a server, in the order it came; nothing where that was taken back.
        self._told: dict[tuple[int, str], list[Record]] = {}

    async def add(self, action: Action) -> bool:
        await self._disk.write()
        if not 1 <= len(action.items) <= ITEMS:
            raise ValueError(f"an action has 1 to {ITEMS} items, not {len(action.items)}")
        for _, count in action.items:
            check_count(count)
        source = hashed("source", action.source, 12)
        if (action.guild, source) in self._told:
            return False
        author = "" if action.author is None else hashed("author", action.author, 8)
        self._told[action.guild, source] = [
            Record(action.day, usage, count, action.origin, author, f"{source}{number:02x}", self.key_fingerprint)
            for number, (usage, count) in enumerate(action.items)
        ]
        self.counted.update(usage for usage, _ in action.items)
        return True

    async def undo(self, guild: int, author: int, request: str) -> tuple[tuple[str, int], ...] | None:
        await self._disk.write()
        asked, by = (guild, hashed("source", request, 12)), hashed("author", author, 8)
        if self._told.get(asked) == []:
            return ()
        for (where, source), records in reversed(self._told.items()):
            if where == guild and any(one.author == by and one.origin != "counted" for one in records):
                self._told[asked] = []
                return self._uncount(guild, source)
        return None

    async def take_back(self, guild: int, author: int, source: str) -> tuple[tuple[str, int], ...] | None:
        await self._disk.write()
        records, by = self._told.get((guild, hashed("source", source, 12))), hashed("author", author, 8)
        if records and all(one.author != by for one in records):
            return None
        return None if records is None else self._uncount(guild, hashed("source", source, 12))

    async def uncount(self, guild: int, source: str) -> bool:
        await self._disk.write()
        return bool(self._uncount(guild, hashed("source", source, 12)))

    def _uncount(self, guild: int, source: str) -> tuple[tuple[str, int], ...]:
        records = self._told.get((guild, source), [])
        taken = tuple((one.usage, one.count) for one in records)
        records.clear()
        return taken

    async def days(self, guild: int, first: date | None = None, last: date | None = None) -> tuple[DayCount, ...]:
        await self._disk.read()
        sums: dict[tuple[date, str, str], DayCount] = {}
        for one in self._of(guild):
            if (first or date.min) <= one.day <= (last or date.max):
                key = (one.day, one.usage, one.origin)
                before = sums[key].count if key in sums else 0
                sums[key] = DayCount(one.day, one.usage, one.origin, before + one.count)
        return tuple(sums[key] for key in sorted(sums))

    async def totals(self, guild: int, first: date | None = None, last: date | None = None) -> tuple[DayCount, ...]:
        sums: dict[tuple[str, str], DayCount] = {}
        for row in await self.days(guild, first, last):
            before = sums.get((row.usage, row.origin))
            sums[row.usage, row.origin] = replace(row, count=row.count + (before.count if before else 0))
        return tuple(sums[key] for key in sorted(sums))

    async def first_day(self, guild: int) -> date | None:
        await self._disk.read()
        return min((one.day for one in self._of(guild)), default=None)

    async def guilds(self) -> set[int]:
        await self._disk.read()
        return {guild for (guild, _), records in self._told.items() if records}

    async def records(self, guild: int) -> AsyncIterator[Sequence[Record]]:
        await self._disk.read()
        if found := self._of(guild):
            yield found

    async def restore(self, guild: int, records: Sequence[Record]) -> int:
        await self._disk.write()
        for one in records:
            check_record(one)
        added = 0
        for one in records:
            key = (guild, one.source[:-2])
            told = self._told.get(key)
            # Neither what is there already nor what was taken back since.
            if told is None or (told and all(known.source != one.source for known in told)):
                mine = one.key == self.key_fingerprint
                self._told.setdefault(key, []).append(one if mine else replace(one, author=""))
                self.counted.add(one.usage)
                added += 1
        return added

    async def of_person(self, author: int) -> tuple[tuple[int, Record], ...]:
        await self._disk.read()
        return self._mine(author)

    def _mine(self, author: int) -> tuple[tuple[int, Record], ...]:
        by = hashed("author", author, 8)
        return tuple((guild, one) for (guild, _), told in self._told.items() for one in told if one.author == by)

    async def erase_person(self, author: int) -> int:
        await self._disk.write()
        mine = self._mine(author)
        gone = {(guild, one.source[:-2]) for guild, one in mine}
        self._told = {key: told for key, told in self._told.items() if key not in gone}
        for guild, one in mine:
            if all(other.usage != one.usage for other in self._of(guild)):
                self.prices.forget(guild, (one.usage,))
        self._forget_uncounted()
        return len(mine)

    def erase(self, guild: int) -> int:
        gone = len(self._of(guild))
        self._told = {key: told for key, told in self._told.items() if key[0] != guild}
        self._forget_uncounted()
        return gone

    def _of(self, guild: int) -> list[Record]:
        return [one for (where, _), told in self._told.items() if where == guild for one in told]

    def _forget_uncounted(self) -> None:
        self.counted.intersection_update([one.usage for told in self._told.values() for one in told])
        self.prices.forget_uncounted()
