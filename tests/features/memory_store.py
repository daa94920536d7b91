"""A store in memory, for decisions in plain Python: it forgets when the test ends, and fails when told to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.store import Answers, Given, Ledger, Notes, Prices, Trace, Traces
from tests.features.memory_ledger import Disk, MemoryLedger, hashed


class MemoryTraces:
    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._kept: list[Trace] = []

    async def keep(self, trace: Trace) -> None:
        await self._disk.write()
        same = (trace.code, trace.subject, trace.book)
        if all((one.code, one.subject, one.book) != same for one in self._kept):
            self._kept.append(trace)

    async def find(self, code: str) -> tuple[Trace, ...]:
        await self._disk.read()
        return tuple(one for one in self._kept if one.code == code)


class MemoryNotes:
    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._kept: dict[tuple[int, str], str] = {}

    async def put(self, guild: int, name: str, value: str | None, *, scrub: bool = False) -> None:
        await self._disk.write()
        if value is None:
            self._kept.pop((guild, name), None)
        else:
            self._kept[guild, name] = value

    async def named(self, prefix: str) -> dict[tuple[int, str], str]:
        await self._disk.read()
        return {key: self._kept[key] for key in sorted(self._kept) if key[1].startswith(prefix)}

    async def of(self, guild: int, prefix: str = "") -> dict[str, str]:
        return {name: value for (where, name), value in (await self.named(prefix)).items() if where == guild}

    async def guilds(self) -> set[int]:
        await self._disk.read()
        return {guild for guild, _ in self._kept}

    def erase(self, guild: int) -> None:
        self._kept = {key: value for key, value in self._kept.items() if key[0] != guild}


class MemoryAnswers:
    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._kept: dict[tuple[int, str, str, int], str] = {}

    async def give(
        self, guild: int, session: str, question: str, person: int, value: str, *, change: bool = False
    ) -> bool:
        await self._disk.write()
        key = (guild, session, question, person)
        if key in self._kept and not change:
            return False
        self._kept[key] = value
        return True

    async def all(self, guild: int, session: str) -> tuple[Given, ...]:
        await self._disk.read()
        found = [
            Given(question, hashed("voter", f"{session} {person}", 8), value)
            for (where, which, question, person), value in self._kept.items()
            if (where, which) == (guild, session)
        ]
        return tuple(sorted(found, key=lambda one: (one.question, one.voter)))

    async def of(self, guild: int, session: str, person: int) -> dict[str, str]:
        mine = await self.mine(person)
        return {question: value for where, which, question, value in mine if (where, which) == (guild, session)}

    async def mine(self, person: int) -> tuple[tuple[int, str, str, str], ...]:
        await self._disk.read()
        return tuple((*key[:3], value) for key, value in sorted(self._kept.items()) if key[3] == person)

    async def end(self, guild: int, session: str, *, scrub: bool = False) -> int:
        return await self._drop([key for key in self._kept if key[:2] == (guild, session)])

    async def erase_person(self, person: int) -> int:
        return await self._drop([key for key in self._kept if key[3] == person])

    def erase(self, guild: int) -> None:
        self._kept = {key: value for key, value in self._kept.items() if key[0] != guild}

    async def _drop(self, keys: Sequence[tuple[int, str, str, int]]) -> int:
        await self._disk.write()
        return sum(self._kept.pop(key, None) is not None for key in keys)


class MemoryStore:
    """Everything the bot keeps, on one `disk`."""

    def __init__(self) -> None:
        self.disk = Disk()
        self._notes, self._answers = MemoryNotes(self.disk), MemoryAnswers(self.disk)
        self._ledger = MemoryLedger(self.disk)
        self.traces: Traces = MemoryTraces(self.disk)
        self.notes: Notes = self._notes
        self.prices: Prices = self._ledger.prices
        self.ledger: Ledger = self._ledger
        self.answers: Answers = self._answers

    @property
    def waiting(self) -> int:
        return 0

    async def probe(self) -> None:
        await self.disk.write()

    async def erase_server(self, guild: int) -> int:
        await self.disk.write()
        self._notes.erase(guild)
        self._ledger.prices.erase(guild)
        self._answers.erase(guild)
        return self._ledger.erase(guild)

    async def backup(self, file: Path) -> None:
        raise NotImplementedError("nothing that decides makes a copy")

    async def close(self) -> None:
        self.disk.full = self.disk.unreadable = True
