"""One life of the bot on a folder's database, in front of a Discord that remembers nothing of the life before."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

from .process import Process, launched
from .standin import Standin
from .world import Json

DATABASE = "wattson.db"
LONGEST_S = 60.0


@asynccontextmanager
async def alive(
    folder: Path, *, days_later: int | None = None, guilds: Sequence[Json] | None = None
) -> AsyncIterator[tuple[Standin, Process]]:
    """A bot that hears what people do; with `days_later` on a calendar that far ahead, its minutes passing quickly."""
    async with Standin(guilds=guilds) as standin:
        env = {"DISCORD_TOKEN": standin.token, "DATABASE_URL": f"sqlite:///{folder / DATABASE}"}
        later = [] if days_later is None else [str(days_later)]
        module = "tests.wire.later" if later else "tests.wire.launch"
        async with launched(standin, *later, env=env, module=module) as bot:
            await standin.wait_ready()
            yield standin, bot


async def kill(bot: Process) -> None:
    """End it as a power cut would: it gets to do nothing more."""
    bot.signal(signal.SIGKILL)
    assert await bot.ended() == -signal.SIGKILL


async def until(holds: Callable[[], bool]) -> None:
    """Wait for what happens in the other process; an error where it never does."""
    end = time.monotonic() + LONGEST_S
    while not holds():
        assert time.monotonic() < end
        await asyncio.sleep(0.02)


def rows(folder: Path, query: str) -> list[tuple[Any, ...]]:
    """What the database says, whether the bot runs or not."""
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        return connection.execute(query).fetchall()


def counted(folder: Path) -> int:
    """How many items the tally holds; its events and its totals agree."""
    ((events, totals),) = rows(folder, "SELECT (SELECT total(count) FROM events), total(count) FROM rollups")
    assert events == totals
    return int(events)


def faults(bot: Process) -> list[str]:
    """What it logged as its own failure."""
    return [line for line in bot.lines if "ERROR" in line or "Traceback" in line]
