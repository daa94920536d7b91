"""The rivals of the ledger: each stores the same entries durably, one transaction an entry.

aiosqlite is no dependency of ours: `uv run --group bench …` brings it, without it that rival is left out.
"""

from __future__ import annotations

import asyncio
import queue
import random
import sqlite3
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import cast

import sqlite_utils

from bot.store import Action
from bot.store.sqlite import open_store
from bot.store.sqlite.connection import open_writer
from bot.store.sqlite.events import add, day_number
from bot.store.sqlite.key import Key

try:
    import aiosqlite
except ImportError:
    aiosqlite = None  # type: ignore[assignment, unused-ignore]

FIRST_DAY = date(2026, 1, 1)
GUILD = 1_180_000_000_000_000_000
KEY = Key(bytes(32))
MODELS = ("veo-3.1", "kling-2.5", "wan2.1-14b", "sora-2", "flux", "gpt-4o", "sd3.5", "hunyuanvideo", "ltx", "musicgen")
USAGES = [f"video;{length}s;model={model};resolution=1280x720" for model in MODELS for length in (5, 8, 10, 20)]

Add = Callable[[Action], Awaitable[object]]


def actions(seed: int) -> Iterator[Action]:
    """A community's days: a few busy servers and many quiet ones, a few favourite models, everything with an author."""
    rng = random.Random(seed)
    guilds = [GUILD + rng.getrandbits(50) for _ in range(50)]
    people = [rng.getrandbits(60) for _ in range(2000)]
    guild_weights = [1 / n for n in range(1, len(guilds) + 1)]
    usage_weights = [1 / n for n in range(1, len(USAGES) + 1)]
    while True:
        guild_picks = rng.choices(guilds, guild_weights, k=1000)
        usage_picks = rng.choices(USAGES, usage_weights, k=1000)
        for guild, usage in zip(guild_picks, usage_picks, strict=True):
            yield Action(
                guild,
                FIRST_DAY + timedelta(days=rng.randrange(90)),
                ((usage, rng.choice((1, 1, 1, 2, 4, 10))),),
                rng.choice(("counted", "counted", "declared", "estimated")),
                str(rng.getrandbits(62)),
                rng.choice(people),
            )


def row(action: Action) -> dict[str, object]:
    ((usage, count),) = action.items
    return {
        "guild": action.guild,
        "day": day_number(action.day),
        "usage": usage,
        "count": count,
        "origin": action.origin,
        "author": KEY.author(action.author or 0),
        "source": KEY.source(action.source),
    }


def add_in(connection: sqlite3.Connection, action: Action) -> bool:
    """Our own statements, bare."""
    return add(
        connection,
        action.guild,
        day_number(action.day),
        action.items,
        1,
        KEY.author(action.author or 0),
        KEY.source(action.source),
    )


@asynccontextmanager
async def ours(folder: Path) -> AsyncIterator[Add]:
    store = await open_store(folder / "ours.db")
    try:
        yield store.ledger.add
    finally:
        await store.close()


@asynccontextmanager
async def commit_each(folder: Path) -> AsyncIterator[Add]:
    """The same tables and statements on a thread of their own, WAL and FULL, one commit an entry."""
    waiting: queue.SimpleQueue[tuple[Action, asyncio.Future[bool]] | None] = queue.SimpleQueue()
    loop = asyncio.get_running_loop()
    connection = open_writer(folder / "each.db")

    def run() -> None:
        while (entry := waiting.get()) is not None:
            connection.execute("BEGIN IMMEDIATE")
            new = add_in(connection, entry[0])
            connection.execute("COMMIT")
            loop.call_soon_threadsafe(entry[1].set_result, new)

    async def put(action: Action) -> bool:
        future: asyncio.Future[bool] = loop.create_future()
        waiting.put((action, future))
        return await future

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield put
    finally:
        waiting.put(None)
        thread.join()
        connection.close()


EVENTS = (
    "CREATE TABLE events (guild INTEGER, day INTEGER, usage TEXT, count INTEGER, origin TEXT, author BLOB, source BLOB)"
)
INSERT = "INSERT OR IGNORE INTO events VALUES (:guild, :day, :usage, :count, :origin, :author, :source)"


@asynccontextmanager
async def with_aiosqlite(folder: Path) -> AsyncIterator[Add]:
    """aiosqlite, WAL and FULL, one commit an entry, and only the event: no roll-ups."""
    async with aiosqlite.connect(folder / "aio.db") as db:
        for statement in ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", EVENTS):
            await db.execute(statement)
        await db.execute("CREATE UNIQUE INDEX events_source ON events (guild, source)")
        one_at_a_time = asyncio.Lock()  # else one caller's commit commits another's half

        async def put(action: Action) -> None:
            async with one_at_a_time:
                await db.execute(INSERT, row(action))
                await db.commit()

        yield put


@asynccontextmanager
async def with_sqlite_utils(folder: Path) -> AsyncIterator[Add]:
    """sqlite-utils as it comes: rollback journal, one transaction an insert, on a thread."""
    db = sqlite_utils.Database(sqlite3.connect(folder / "utils.db", check_same_thread=False))
    db.execute(EVENTS)
    events = cast("sqlite_utils.db.Table", db["events"])
    events.create_index(["guild", "source"], unique=True)
    one_at_a_time = asyncio.Lock()

    async def put(action: Action) -> None:
        async with one_at_a_time:
            await asyncio.to_thread(events.insert, row(action))

    try:
        yield put
    finally:
        db.close()


Rival = Callable[[Path], AbstractAsyncContextManager[Add]]
# With how many times our speed over each is aimed at, 100 callers waiting.
RIVALS: dict[str, tuple[Rival, int]] = {
    "a commit an entry": (commit_each, 5),
    **({} if aiosqlite is None else {"aiosqlite": (with_aiosqlite, 10)}),
    "sqlite-utils": (with_sqlite_utils, 15),
}
