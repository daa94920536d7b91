"""Stopped as a container or systemd does it: within five seconds, and what was acknowledged is finished."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from .gestures import slash
from .process import launched
from .standin import Standin

WITHIN_S = 5.0


def settings(standin: Standin, folder: Path) -> dict[str, str]:
    return {"DISCORD_TOKEN": standin.token, "DATABASE_URL": f"sqlite:///{folder}/wattson.db"}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_pending_entry_is_written_and_answered(standin: Standin, tmp_path: Path, number: int) -> None:
    async with launched(standin, env=settings(standin, tmp_path)) as bot:
        await standin.wait_ready()
        await standin.wait_synced()
        with closing(sqlite3.connect(tmp_path / "wattson.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")  # nobody else can write now
            asked = asyncio.create_task(standin.interact(slash("tally add", activity="4 images")))
            await asyncio.sleep(0.3)
            bot.signal(number)
            began = time.monotonic()
            await asyncio.sleep(0.3)
            assert not asked.done()
            other.execute("ROLLBACK")
        answer = await asked
        assert "4 AI images" in answer.text
        assert await bot.ended() == 0
        assert time.monotonic() - began < WITHIN_S
    with closing(sqlite3.connect(tmp_path / "wattson.db")) as after:
        assert after.execute("SELECT sum(count) FROM rollups").fetchone() == (4,)
    assert not (tmp_path / "wattson.db-wal").exists()
    assert not [line for line in bot.lines if "ERROR" in line or "Traceback" in line]


async def test_who_asks_while_it_stops_hears_so(standin: Standin, tmp_path: Path) -> None:
    async with launched(standin, env=settings(standin, tmp_path)) as bot:
        await standin.wait_ready()
        await standin.wait_synced()
        with closing(sqlite3.connect(tmp_path / "wattson.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            asked = asyncio.create_task(standin.interact(slash("tally add", activity="4 images")))
            await asyncio.sleep(0.2)
            bot.signal(signal.SIGTERM)
            await asyncio.sleep(0.1)
            late = await standin.interact(slash("cost video", duration="5s"))
            other.execute("ROLLBACK")
        assert late.ephemeral
        assert "being restarted" in late.text
        assert "4 AI images" in (await asked).text
        assert await bot.ended() == 0


async def test_discord_that_says_no_goodbye_does_not_hold_it(standin: Standin, tmp_path: Path) -> None:
    async with launched(standin, env=settings(standin, tmp_path)) as bot:
        await standin.wait_ready()
        await standin.wait_synced()
        standin.gateway.deafen()
        began = time.monotonic()
        assert await bot.stop() == 0
        assert time.monotonic() - began < WITHIN_S


async def test_answer_that_discord_holds_back_does_not_hold_it(standin: Standin, tmp_path: Path) -> None:
    async with launched(standin, env=settings(standin, tmp_path)) as bot:
        await standin.wait_ready()
        await standin.wait_synced()
        standin.fail_next("/callback", 429, retry_after=60)
        asked = asyncio.create_task(standin.interact(slash("cost video", duration="5s"), timeout=20))
        await asyncio.sleep(0.3)
        began = time.monotonic()
        assert await bot.stop() == 0
        assert time.monotonic() - began < WITHIN_S
        asked.cancel()
    assert any("not finished in time" in line for line in bot.lines)
    assert "interaction-" not in "\n".join(bot.lines)
