"""Charts drawn by a stub instead of the real worker, and what it signs its pictures with."""

from __future__ import annotations

import asyncio
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bot.cards.charts.chart import Chart, Mark, RangeChart
from bot.cards.charts.chart_process import ChartProcess

# Answers with the chart's title as its picture.
# A title of "sleep" lasts for ever, "slow" half a second, "die" ends it, "fail" is an error.
STUB = "tests.cards.charts.stub_worker"
ANY = RangeChart("any", (Mark("a clip", 10, 100, 600, "about 100 Wh"),))
posix = pytest.mark.skipif(not hasattr(os, "killpg"), reason="no POSIX signals")


def titled(title: str) -> Chart:
    return replace(ANY, title=title)


def pid_of(picture: bytes) -> int:
    """The stub signs its pictures: title, its process, how many it drew."""
    return int(picture.split(b"|")[1])


def drawn_so_far(picture: bytes) -> int:
    return int(picture.split(b"|")[2])


def gone(pid: int, within_s: float = 5) -> bool:
    """A process has ended; one that nobody buried yet counts as ended."""
    until = time.monotonic() + within_s
    while time.monotonic() < until:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z":
                return True
            os.kill(pid, 0)
        except (OSError, IndexError):
            return True
        time.sleep(0.02)
    return False


async def ended(charts: ChartProcess, within_s: float = 10) -> bool:
    for _ in range(int(within_s / 0.02)):
        if charts.pid is None:
            break
        await asyncio.sleep(0.02)
    await asyncio.sleep(0.1)
    return charts.pid is None
