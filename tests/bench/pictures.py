"""How long pictures take on this machine: `python -m tests.bench.pictures` prints one table.

Nothing here is asserted: times are read by people. The loop's stall is the longest silence of a ticker of one
millisecond, over a second or so; the median of several, beside the same while nothing is drawn.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from bot.cards.charts.chart import Chart
from bot.cards.charts.chart_process import ChartProcess
from tests.cards.charts.test_chart import FACTORS, GUESSES, MONTH, RANGES, YEAR

from .table import Row, against, markdown, median

RUNS = 9
BEFORE_S, AFTER_S = 0.05, 0.01
SETTLING_MS = (BEFORE_S + AFTER_S) * 1000
CHARTS = (
    ("three ranges", RANGES),
    ("a month", MONTH),
    ("366 days", YEAR),
    ("waterfall", FACTORS),
    ("guesses", GUESSES),
)


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
    await asyncio.sleep(BEFORE_S)
    worst, last = 0.0, time.perf_counter()
    await work()
    await asyncio.sleep(AFTER_S)
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


def only_matplotlib() -> float:
    """The ms of a process that imports what draws a picture, and draws none."""
    started = time.perf_counter()
    code = "import matplotlib.figure, matplotlib.backends.backend_agg"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=tempfile.gettempdir())
    return (time.perf_counter() - started) * 1000


async def first_pictures() -> tuple[list[float], list[float], list[float]]:
    """The ms of a first picture, its process included, beside a bare process's; the loop's stall meanwhile."""
    cold, bare, stalls = [], [], []
    for _ in range(RUNS):
        bare.append(only_matplotlib())
        charts = ChartProcess()
        started = time.perf_counter()
        stalls.append(await stalled(partial(charts.draw, RANGES)))
        cold.append((time.perf_counter() - started) * 1000 - SETTLING_MS)
        charts.close()
    return cold, bare, stalls


async def warm_stalls(charts: ChartProcess) -> tuple[list[float], list[float]]:
    """The loop's stall while every kind is drawn, and while nothing is, in turns."""
    idle, busy = [], []

    async def every_kind(run: int) -> None:
        for name, chart in CHARTS:
            await charts.draw(replace(chart, title=f"{name}, run {run}"))

    for run in range(RUNS):
        idle.append(await stalled(partial(asyncio.sleep, 0.5)))
        busy.append(await stalled(partial(every_kind, run)))
    return busy, idle


async def measured() -> list[Row]:
    """Everything, one process after the other."""
    cold, bare, stall = await first_pictures()
    rival = "a process that only imports matplotlib"
    found = [against("first picture of a start, its process included", cold, rival, bare, "ms")]
    charts = ChartProcess()
    try:
        await charts.draw(RANGES)
        for name, chart in CHARTS:
            times = [await timed(charts.draw(each)) for each in variants(chart)]
            size = len(await charts.draw(chart)) / 1024
            found.append(Row(f"new picture: {name}, {size:.0f} KiB", median(times, "ms"), target="≤ 300 ms"))
        busy, idle = await warm_stalls(charts)
        nothing = f"{median(idle, 'ms', 1)} (nothing drawn)"
        found.append(Row("event loop stalled by a first picture, worst", median(stall, "ms", 1), nothing))
        found.append(Row("event loop stalled by pictures of every kind, worst", median(busy, "ms", 1), nothing))
        kept = [await timed(charts.draw(YEAR)) for _ in range(100)]
        found.append(Row("a picture asked for again", median(kept, "ms", 2)))
        pid = charts.pid
        held = memory(pid) if pid else float("nan")
        found.append(Row("memory of the drawing process", f"{held:.0f} MiB"))
    finally:
        charts.close()
    return found


def rows() -> list[Row]:
    """Measure."""
    return asyncio.run(measured())


if __name__ == "__main__":
    print(markdown(rows()))
