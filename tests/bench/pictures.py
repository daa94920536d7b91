"""How long pictures take on this machine: `python -m tests.bench.pictures` prints one table.

Nothing here is asserted: times are read by people. The loop's stall is the longest silence of a ticker of one
millisecond, over a second or so; the median of several, beside the same while nothing is drawn.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from bot.render.chart import Chart
from bot.render.studio import Studio
from tests.render.test_chart import FACTORS, GUESSES, MONTH, RANGES, YEAR

RUNS = 9
CHARTS = (
    ("three ranges", RANGES),
    ("a month", MONTH),
    ("366 days", YEAR),
    ("waterfall", FACTORS),
    ("guesses", GUESSES),
)
Row = tuple[str, float, str]


async def timed(work: Awaitable[object]) -> float:
    """The ms something took."""
    start = time.perf_counter()
    await work
    return (time.perf_counter() - start) * 1000


async def stalled(work: Callable[[], Awaitable[object]]) -> float:
    """The longest time in ms that the loop did not turn while something was going on."""
    worst, last = 0.0, time.perf_counter()

    async def tick() -> None:
        nonlocal worst, last
        while True:
            await asyncio.sleep(0.001)
            now = time.perf_counter()
            worst, last = max(worst, (now - last) * 1000 - 1), now

    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0.05)
    worst, last = 0.0, time.perf_counter()
    await work()
    await asyncio.sleep(0.01)
    ticking.cancel()
    return worst


def variants(chart: Chart) -> list[Chart]:
    """Charts that no cache has seen."""
    return [replace(chart, title=f"{chart.title} {number}") for number in range(RUNS)]


def memory(pid: int) -> float:
    """MiB a process holds, where the system tells."""
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text().splitlines() if status.exists() else ()
    return next((float(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), float("nan"))


async def first_pictures() -> tuple[float, float]:
    """The ms of a first picture, and the loop's stall meanwhile."""
    cold, stalls = [], []
    for _ in range(RUNS):
        studio = Studio()
        started = time.perf_counter()
        stalls.append(await stalled(partial(studio.draw, RANGES)))
        cold.append((time.perf_counter() - started) * 1000)
        studio.close()
    return statistics.median(cold), statistics.median(stalls)


async def warm_stalls(studio: Studio) -> tuple[float, float]:
    """The loop's stall while every kind is drawn, and while nothing is, in turns."""
    idle, busy = [], []

    async def every_kind(run: int) -> None:
        for name, chart in CHARTS:
            await studio.draw(replace(chart, title=f"{name}, run {run}"))

    for run in range(RUNS):
        idle.append(await stalled(partial(asyncio.sleep, 1)))
        busy.append(await stalled(partial(every_kind, run)))
    return statistics.median(busy), statistics.median(idle)


async def rows() -> list[Row]:
    """Measure."""
    cold, stall = await first_pictures()
    found: list[Row] = [("first picture, process included", cold, "ms"), ("loop stall, first picture", stall, "ms")]
    studio = Studio()
    try:
        await studio.draw(RANGES)
        for name, chart in CHARTS:
            times = [await timed(studio.draw(each)) for each in variants(chart)]
            found.append((f"{name}, warm", statistics.median(times), "ms"))
            found.append((f"{name}, size", len(await studio.draw(chart)) / 1024, "KiB"))

        busy, idle = await warm_stalls(studio)
        found += [("loop stall, every kind, warm", busy, "ms"), ("loop stall, nothing drawn", idle, "ms")]
        found.append(("a picture that is kept", min([await timed(studio.draw(YEAR)) for _ in range(100)]), "ms"))
        process = studio._process._running
        found.append(("the drawing process holds", memory(process.pid) if process else float("nan"), "MiB"))
        start = time.perf_counter()
    finally:
        studio.close()
    found.append(("close", (time.perf_counter() - start) * 1000, "ms"))
    return found


def main() -> None:
    """Measure and print."""
    for name, value, unit in asyncio.run(rows()):
        print(f"{name:<50} {value:>9.2f} {unit}")


if __name__ == "__main__":
    main()
