"""How fast the ledger is, against its rivals in turns: `python -m tests.bench.ledger` prints one table.

The rival (b) is no dependency of ours: `uv run --with aiosqlite python -m tests.bench.ledger`, or it is left out.
Nothing here is asserted: a time means something only beside the rival's of the same run, on the same disk.
"""

from __future__ import annotations

import asyncio
import io
import queue
import random
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

import sqlite_utils

from bot.services.ports import Action, Record
from bot.storage import SqliteStore, open_store
from bot.storage.connection import open_writer
from bot.storage.events import add, day_number
from bot.storage.exchange import write_records
from bot.storage.key import Key

try:
    import aiosqlite
except ImportError:
    aiosqlite = None

ROUNDS, SLICES = 5, 15
WAITING = (1, 10, 100, 1000)
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
    """(a) The same tables and statements on a thread of their own, WAL and FULL, one commit an entry."""
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
        future = loop.create_future()
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
    """(b) aiosqlite, WAL and FULL, one commit an entry, and only the event: no roll-ups."""
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
    """(c) sqlite-utils as it comes: rollback journal, one transaction an insert, on a thread."""
    db = sqlite_utils.Database(sqlite3.connect(folder / "utils.db", check_same_thread=False))
    db.execute(EVENTS)
    db["events"].create_index(["guild", "source"], unique=True)
    one_at_a_time = asyncio.Lock()

    async def put(action: Action) -> None:
        async with one_at_a_time:
            await asyncio.to_thread(db["events"].insert, row(action))

    try:
        yield put
    finally:
        db.close()


async def rate(add: Add, waiting: int, source: Iterator[Action], seconds: float) -> float:
    """Durable entries a second, with so many callers each waiting for its last entry before the next."""
    done = 0
    start = time.perf_counter()
    end = start + seconds

    async def caller() -> None:
        nonlocal done
        while time.perf_counter() < end:
            await add(next(source))
            done += 1

    await asyncio.gather(*(caller() for _ in range(waiting)))
    return done / (time.perf_counter() - start)


async def speeds() -> dict[str, dict[int, float]]:
    """Medians of short slices in turns: a disk's moods last longer than a slice, so that all meet the same ones."""
    rivals = {"ours": ours, "(a) a commit an entry": commit_each, "(c) sqlite-utils": with_sqlite_utils}
    if aiosqlite is not None:
        rivals["(b) aiosqlite"] = with_aiosqlite
    taken: dict[str, dict[int, list[float]]] = {name: {n: [] for n in WAITING} for name in rivals}
    async with AsyncExitStack() as open_ones:
        folder = Path(open_ones.enter_context(tempfile.TemporaryDirectory(dir=".")))
        adds = {name: await open_ones.enter_async_context(rival(folder)) for name, rival in rivals.items()}
        sources = {name: actions(1) for name in rivals}
        for turn in range(SLICES):
            for waiting in WAITING:
                for name in random.Random(turn).sample(sorted(rivals), len(rivals)):
                    taken[name][waiting].append(await rate(adds[name], waiting, sources[name], 0.2))
    return {name: {n: statistics.median(runs) for n, runs in by.items()} for name, by in taken.items()}


async def alone() -> tuple[float, float]:
    """Median µs of one entry through the store, and of the same statements and commit with nothing around them."""
    source = actions(7)
    through, bare = [], []
    with tempfile.TemporaryDirectory(dir=".") as folder:
        connection = open_writer(Path(folder, "bare.db"))
        store = await open_store(Path(folder, "ours.db"))
        for n in range(2000):
            action = next(source)
            start = time.perf_counter()
            await store.ledger.add(action)
            middle = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            add_in(connection, action)
            connection.execute("COMMIT")
            if n > 100:
                through.append((middle - start) * 1e6)
                bare.append((time.perf_counter() - middle) * 1e6)
        connection.close()
        await store.close()
    return statistics.median(through), statistics.median(bare)


async def lateness(work: Awaitable[object]) -> tuple[float, float]:
    """How late a 1 ms ticker on the loop wakes while something goes on: p99 and worst, in ms."""
    late: list[float] = []
    going = asyncio.ensure_future(work)
    while not going.done():
        start = time.perf_counter()
        await asyncio.sleep(0.001)
        late.append((time.perf_counter() - start) * 1000 - 1)
    return statistics.quantiles(late, n=100)[98], max(late)


async def stalls() -> list[tuple[str, str, str]]:
    """The loop with nothing to do, and with 1,000 callers writing all the time; they pause between answers only."""
    with tempfile.TemporaryDirectory(dir=".") as folder:
        store = await open_store(Path(folder, "ours.db"))
        source = actions(8)
        idle = await lateness(asyncio.sleep(3))
        busy = await lateness(rate(store.ledger.add, 1000, source, 5))
        await store.close()
    said = "p99 {:.1f} ms, worst {:.1f} ms"
    return [
        ("the loop is late with nothing to do", said.format(*idle), ""),
        ("the loop is late under 1,000 callers", said.format(*busy), "<= 5, <= 20 ms"),
    ]


async def fill(store: SqliteStore, guild: int, count: int, seed: int) -> None:
    """That many events in one server, over the same days and usages however many: a restore."""
    rng = random.Random(seed)
    for start in range(0, count, 50_000):
        records = [
            Record(
                FIRST_DAY + timedelta(days=rng.randrange(90)),
                rng.choice(USAGES[:20]),
                1,
                "counted",
                rng.randbytes(8).hex(),
                rng.randbytes(12).hex() + "00",
            )
            for _ in range(min(50_000, count - start))
        ]
        await store.ledger.restore(guild, records)


async def median_totals(store: SqliteStore, guild: int) -> float:
    times = []
    for _ in range(200):
        start = time.perf_counter()
        await store.ledger.totals(guild)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


async def large() -> list[tuple[str, str, str]]:
    with tempfile.TemporaryDirectory(dir=".") as folder:
        store = await open_store(Path(folder, "ours.db"))
        await fill(store, GUILD, 10_000, 1)
        await fill(store, GUILD + 1, 10**6, 2)
        pairs = [(await median_totals(store, GUILD), await median_totals(store, GUILD + 1)) for _ in range(ROUNDS)]
        few, many = (statistics.median(column) for column in zip(*pairs, strict=True))
        start = time.perf_counter()
        exported = await write_records(store.ledger.records(GUILD + 1), io.StringIO(), "csv")
        export = exported / (time.perf_counter() - start)
        await store.ledger.add(Action(GUILD, FIRST_DAY, ((USAGES[0], 1),), "declared", "x", 5))
        start = time.perf_counter()
        await store.ledger.erase_person(5)
        erasure = time.perf_counter() - start
        await store.close()
        start = time.perf_counter()
        store = await open_store(Path(folder, "ours.db"))
        opening = time.perf_counter() - start
        await store.close()
    return [
        ("totals, 10^4 events in the server", f"{few:.2f} ms", ""),
        ("totals, 10^6 events, the same days", f"{many:.2f} ms = {many / few:.2f}x", "<= 2x"),
        ("export to CSV", f"{export:,.0f} rows/s", ">= 50,000"),
        ("erasing a person from 10^6 events, the file rebuilt", f"{erasure:.2f} s", ""),
        ("opening 10^6 events, the file checked", f"{opening:.2f} s", ""),
    ]


async def bytes_an_event(count: int = 200_000) -> float:
    with tempfile.TemporaryDirectory(dir=".") as folder:
        path = Path(folder, "ours.db")
        store = await open_store(path)
        source = actions(3)
        for _ in range(count // 1000):
            await asyncio.gather(*(store.ledger.add(next(source)) for _ in range(1000)))
        await store.close()
        return path.stat().st_size / count


async def measure() -> None:
    rows: list[tuple[str, str, str]] = []
    rates = await speeds()
    for name, by in rates.items():
        numbers = "  ".join(f"{n:>5}: {by[n]:>7,.0f}/s" for n in WAITING)
        rows.append((f"{name}, by callers waiting", numbers, ""))
    targets = {"(a) a commit an entry": 5, "(b) aiosqlite": 10, "(c) sqlite-utils": 15}
    for name, target in targets.items():
        if name in rates:
            ratios = "  ".join(f"{n:>5}: {rates['ours'][n] / rates[name][n]:>6.1f}x " for n in WAITING)
            rows.append((f"ours over {name}", ratios, f">= {target}x at 100"))
    through, bare = await alone()
    rows.append(("one entry alone", f"{through:.0f} µs, bare {bare:.0f} µs = {through / bare:.2f}x", "<= 1.3x"))
    rows.extend(await stalls())
    rows.append(("bytes an event, roll-ups included", f"{await bytes_an_event():.1f}", "<= 130"))
    rows.extend(await large())
    for what, value, target in rows:
        print(f"{what:<52} {value:<70} {target}")


if __name__ == "__main__":
    asyncio.run(measure())
