"""How long a start takes: `python -m tests.bench.start`. Medians of fresh processes, bytecode warm."""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.browser.page import playground
from tests.wire.process import launched
from tests.wire.standin import Standin

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


def main() -> None:
    cases = {
        "rival: a process that only imports discord.py": bare_discord,
        "start to ready, towards the stand-in": lambda: asyncio.run(towards_discord()),
        "start to the playground's address": to_the_address,
    }
    taken: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(ROUNDS):
        for name, case in cases.items():
            taken[name].append(case())
    for name, seconds in taken.items():
        print(f"{name:48} {statistics.median(seconds):6.2f} s (worst {max(seconds):.2f})")


if __name__ == "__main__":
    main()
