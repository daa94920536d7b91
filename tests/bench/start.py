"""How long a start takes: `python -m tests.bench.start`. Medians of fresh processes, bytecode warm."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.browser.page import playground
from tests.wire.process import launched
from tests.wire.standin import Standin

from .table import Row, against, markdown

ROUNDS = 7


async def towards_discord() -> float:
    with tempfile.TemporaryDirectory() as folder:
        async with Standin() as standin:
            env = {"DISCORD_TOKEN": standin.token, "DATABASE_URL": f"sqlite:///{folder}/wattson.db"}
            async with launched(standin, env=env) as bot:
                await standin.wait_ready()
                return time.monotonic() - bot.started_at


def to_the_address() -> float:
    start = time.monotonic()
    with playground():
        return time.monotonic() - start


def bare_discord() -> float:
    start = time.monotonic()
    subprocess.run([sys.executable, "-c", "import discord"], check=True, cwd=Path(tempfile.gettempdir()))
    return time.monotonic() - start


def rows() -> list[Row]:
    """Measure."""
    cases: tuple[Callable[[], float], ...] = (bare_discord, lambda: asyncio.run(towards_discord()), to_the_address)
    taken: list[list[float]] = [[] for _ in cases]
    for _ in range(ROUNDS):
        for case, times in zip(cases, taken, strict=True):
            times.append(case())
    bare, ready, address = taken
    rival = "a process that only imports discord.py"
    return [
        against("process start to ready", ready, rival, bare, "s", digits=2),
        against("process start to the playground's address", address, rival, bare, "s", digits=2),
    ]


if __name__ == "__main__":
    print(markdown(rows()))
