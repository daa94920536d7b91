"""How fast the ledger is, against its rivals in turns: `python -m tests.bench.ledger` prints one table.

Nothing here is asserted: a time means something only beside the rival's of the same run, on the same disk.
"""

from __future__ import annotations

import asyncio
import io
import random
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

from bot.cards.charts.chart_process import ChartProcess
from bot.start.clock import ComputerClock
from bot.start.program import Program
from bot.start.wiring import build
from bot.store import Action, Record
from bot.store.exchange import write_records
from bot.store.sqlite import SqliteStore, open_store
from bot.store.sqlite.connection import open_writer
from config.settings import load_settings
from energy import load_book

from .rivals import FIRST_DAY, GUILD, RIVALS, USAGES, Add, actions, add_in, ours
from .table import Row, against, markdown, median, ratio

SLICES, SLICE_S, ROUNDS = 15, 0.2, 5
WAITING, AIMED_AT = (1, 10, 100, 1000), 100
FEW, MANY = 10_000, 1_000_000
EVENTS = 200_000


async def rate(add: Add, waiting: int, source: Iterator[Action], seconds: float) -> float:
    """Durable entries a second, with so many callers each waiting for its last entry before the next."""
    done = 0
    start = time.perf_counter()
    end = start + seconds

    async def caller() -> None:
        nonlocal done
        while True:
            await add(next(source))
            done += 1
            if time.perf_counter() >= end:
                return

    await asyncio.gather(*(caller() for _ in range(waiting)))
    return done / (time.perf_counter() - start)


async def speeds() -> list[Row]:
    """Short slices in turns: a disk's moods last longer than a slice, so that all meet the same ones.

    Every turn begins with empty files, else the fastest would soon have the largest file to find its way in.
    """
    known = {"ours": ours, **{name: rival for name, (rival, _) in RIVALS.items()}}
    taken: dict[str, dict[int, list[float]]] = {name: {n: [] for n in WAITING} for name in known}
    sources = {name: actions(1) for name in known}
    for turn in range(SLICES):
        async with AsyncExitStack() as open_ones:
            folder = Path(open_ones.enter_context(tempfile.TemporaryDirectory(dir=".")))
            adds = {name: await open_ones.enter_async_context(rival(folder)) for name, rival in known.items()}
            for waiting in WAITING:
                for name in random.Random(turn).sample(sorted(known), len(known)):
                    taken[name][waiting].append(await rate(adds[name], waiting, sources[name], SLICE_S))
    return [_speed(waiting, {name: by[waiting] for name, by in taken.items()}) for waiting in WAITING]


def _speed(waiting: int, taken: dict[str, list[float]]) -> Row:
    """One line for all rivals, in one order."""
    what = f"durable entries, {waiting:,} waiting"
    beside = " · ".join(f"{median(taken[name], '/s')} ({name})" for name in RIVALS)
    times = " · ".join(f"{ratio(taken['ours'], taken[name]):.1f}×" for name in RIVALS)
    target = " · ".join(f"≥ {aim}×" for _, aim in RIVALS.values()) if waiting == AIMED_AT else ""
    return Row(what, median(taken["ours"], "/s"), beside, times, target)


async def alone() -> Row:
    """One entry through the store, and the same statements and commit with nothing around them."""
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
    return against("one entry alone", through, "the bare statements and commit", bare, "µs", "≤ 1.3×")


async def lateness(work: Awaitable[object]) -> tuple[float, float]:
    """How late a 1 ms ticker on the loop wakes while something goes on: p99 and worst, in ms."""
    late: list[float] = []
    going = asyncio.ensure_future(work)
    while not going.done():
        start = time.perf_counter()
        await asyncio.sleep(0.001)
        late.append((time.perf_counter() - start) * 1000 - 1)
    return statistics.quantiles(late, n=100)[98], max(late)


async def stalls() -> list[Row]:
    """The loop with nothing to do, and with 1,000 callers writing all the time; they pause between answers only."""
    idle, busy = [], []
    with tempfile.TemporaryDirectory(dir=".") as folder:
        store = await open_store(Path(folder, "ours.db"))
        source = actions(8)
        for _ in range(ROUNDS):
            idle.append(await lateness(asyncio.sleep(2)))
            busy.append(await lateness(rate(store.ledger.add, 1000, source, 2)))
        await store.close()

    def row(which: int, name: str, target: str) -> Row:
        mine, nothing = ([pair[which] for pair in pairs] for pairs in (busy, idle))
        what = f"event loop late under 1,000 writers: {name}"
        return Row(what, median(mine, "ms", 1), f"{median(nothing, 'ms', 1)} (nothing to do)", "", target)

    return [row(0, "99th percentile", "≤ 5 ms"), row(1, "worst of 2 s", "≤ 20 ms")]


async def fill(store: SqliteStore, guild: int, count: int, seed: int) -> None:
    """That many events in one server, over the same days and usages however many: a restore."""
    rng = random.Random(seed)
    mark = store.ledger.key_fingerprint
    for start in range(0, count, 50_000):
        records = [
            Record(
                FIRST_DAY + timedelta(days=rng.randrange(90)),
                rng.choice(USAGES[:20]),
                1,
                "counted",
                rng.randbytes(8).hex(),
                rng.randbytes(12).hex() + "00",
                mark,
            )
            for _ in range(min(50_000, count - start))
        ]
        await store.ledger.restore(guild, records)


async def timed(work: Callable[[], Awaitable[object]], times: int = 1) -> float:
    """Median ms of so many."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        await work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


async def large() -> list[Row]:
    """A server of 10⁴ events beside one of 10⁶: what people look at, what a manager takes away, what is forgotten."""
    with tempfile.TemporaryDirectory(dir=".") as folder:
        path = Path(folder, "ours.db")
        store = await open_store(path)
        await fill(store, GUILD, FEW, 1)
        await fill(store, GUILD + 1, MANY, 2)
        program = build(load_settings(), store, ChartProcess(), None, load_book(), ComputerClock())
        shown = [await _shown(program) for _ in range(ROUNDS)]
        exports = [await _exported(store) for _ in range(ROUNDS)]
        await store.ledger.add(Action(GUILD, FIRST_DAY, ((USAGES[0], 1),), "declared", "x", 5))
        erasure = await timed(lambda: store.ledger.erase_person(5))
        await store.close()
        opening = await timed(lambda: _opened(path))
    few, many = zip(*shown, strict=True)
    return [
        against("`/tally show`, 10⁶ events", many, "10⁴ events, the same days", few, "ms", "≤ 2×", 2),
        Row("export as CSV", median(exports, "rows/s"), target="≥ 50,000/s"),
        Row("a person erased from 10⁶ events, the file rewritten", f"{erasure / 1000:.2f} s"),
        Row("opening 10⁶ events, the file checked", f"{opening / 1000:.2f} s"),
    ]


async def _shown(program: Program) -> tuple[float, float]:
    few = await timed(lambda: program.decisions.tally.show(GUILD, "all"), 100)
    return few, await timed(lambda: program.decisions.tally.show(GUILD + 1, "all"), 100)


async def _exported(store: SqliteStore) -> float:
    start = time.perf_counter()
    return await write_records(store.ledger.records(GUILD + 1), io.StringIO(), "csv") / (time.perf_counter() - start)


async def _opened(path: Path) -> None:
    await (await open_store(path)).close()


async def size() -> Row:
    """Bytes an event takes in the file, its part of indexes and roll-ups included."""
    with tempfile.TemporaryDirectory(dir=".") as folder:
        path = Path(folder, "ours.db")
        store = await open_store(path)
        source = actions(3)
        for _ in range(EVENTS // 1000):
            await asyncio.gather(*(store.ledger.add(next(source)) for _ in range(1000)))
        await store.close()
        return Row(
            "an event in the file, roll-ups included", f"{path.stat().st_size / EVENTS:.0f} bytes", target="≤ 130"
        )


async def measured() -> Sequence[Row]:
    """All of it."""
    return [*await speeds(), await alone(), *await stalls(), *await large(), await size()]


def rows() -> list[Row]:
    """Measure."""
    return list(asyncio.run(measured()))


if __name__ == "__main__":
    print(markdown(rows()))
