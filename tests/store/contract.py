"""What a store must be opened by to sign the contract: tests ask for `backend`, and never for SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from datetime import date
from pathlib import Path
from typing import Protocol

from bot.store import Action, Origin, Record, Store
from bot.store.sqlite import open_store

GUILD = 1_180_000_000_000_000_001
OTHER = 1_180_000_000_000_000_002
ANA, BO = 204_255_221_017_214_977, 80_351_110_224_678_912
DAY = date(2026, 3, 14)
CLIP = "video;5s;model=veo-3.1;resolution=1280x720"
PICTURE = "image;1;model=flux"


class Backend(Protocol):
    """One place that keeps data; opening it again finds what was kept."""

    async def open(self) -> Store: ...

    def raw(self) -> bytes:
        """Every byte on the disk where something about a person could be."""
        ...


class SqliteBackend:
    def __init__(self, folder: Path) -> None:
        self.path = folder / "wattson.db"

    async def open(self) -> Store:
        return await open_store(self.path)

    def raw(self) -> bytes:
        files = sorted(self.path.parent.glob(f"{self.path.name}*"))
        return b"".join(file.read_bytes() for file in files if file.suffix not in {".key", ".lock"})


BACKENDS = {"sqlite": SqliteBackend}


@asynccontextmanager
async def opened(backend: Backend) -> AsyncIterator[Store]:
    store = await backend.open()
    try:
        yield store
    finally:
        await store.close()


def action(
    source: str = "i1",
    *,
    guild: int = GUILD,
    day: date = DAY,
    items: tuple[tuple[str, int], ...] = ((CLIP, 1),),
    origin: Origin = "declared",
    author: int | None = ANA,
) -> Action:
    return Action(guild, day, items, origin, source, author)


async def records_of(store: Store, guild: int = GUILD) -> list[Record]:
    batches: list[Sequence[Record]] = [batch async for batch in store.ledger.records(guild)]
    return [record for batch in batches for record in batch]


async def counts_of(store: Store, guild: int = GUILD) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in await store.ledger.totals(guild):
        counts[row.usage] = counts.get(row.usage, 0) + row.count
    return counts


def assert_roll_ups_match(path: Path) -> None:
    """The file itself agrees: every roll-up is the sum of its events, and none is left over."""
    sums = "SELECT guild, day, usage, origin, sum(count) FROM events WHERE count > 0 GROUP BY 1, 2, 3, 4"
    rolled = "SELECT guild, day, usage, origin, count FROM rollups"
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        for query in (f"{sums} EXCEPT {rolled}", f"{rolled} EXCEPT {sums}"):
            assert connection.execute(query).fetchall() == []
