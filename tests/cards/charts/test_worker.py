"""The process that draws ends when it is not needed, and however the bot ends."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from bot.cards.charts.chart_process import ChartProcess
from tests.cards.charts.stub import STUB, ended, gone, pid_of, posix, titled


async def test_the_process_ends_when_nothing_is_drawn_for_a_while_and_the_next_picture_starts_another() -> None:
    charts = ChartProcess(worker=STUB, idle_s=0.3)
    try:
        first = pid_of(await charts.draw(titled("one")))
        assert charts.pid == first
        threads = threading.active_count()
        assert await ended(charts)
        assert not Path(f"/proc/{first}").exists()  # nor is a dead one left behind
        assert pid_of(await charts.draw(titled("one"))) == first  # kept, so that nothing is started
        assert charts.pid is None
        second = pid_of(await charts.draw(titled("two")))
        assert second != first
        assert await ended(charts)
        assert threading.active_count() <= threads
    finally:
        charts.close()
    assert gone(second)


async def test_a_process_that_is_used_goes_on_however_short_the_rest() -> None:
    charts = ChartProcess(worker=STUB, idle_s=0.25)
    try:
        first = pid_of(await charts.draw(titled("one")))
        assert pid_of(await charts.draw(titled("slow"))) == first  # half a second: longer than the rest
        for number in range(5):
            await asyncio.sleep(0.1)
            assert pid_of(await charts.draw(titled(str(number)))) == first
    finally:
        charts.close()


async def test_a_picture_asked_for_while_the_process_ends_is_drawn_by_another() -> None:
    charts = ChartProcess(worker=STUB, idle_s=0.0)
    try:
        for number in range(5):
            assert pid_of(await charts.draw(titled(str(number))))
            await asyncio.sleep(0)
    finally:
        charts.close()
    assert charts.pid is None


async def test_closing_an_idle_process_leaves_nothing_to_do() -> None:
    charts = ChartProcess(worker=STUB, idle_s=0.2)
    worker = pid_of(await charts.draw(titled("one")))
    charts.close()
    await asyncio.sleep(0.3)
    assert charts.pid is None
    assert gone(worker)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("charts")]


# A bot in small: it draws one picture, tells the worker's process, then starts a drawing that never ends.
BOT = f"""
import asyncio
from tests.cards.charts.stub import STUB, titled, pid_of
from bot.cards.charts.chart_process import ChartProcess

async def main():
    charts = ChartProcess(worker="{STUB}")
    try:
        print(pid_of(await charts.draw(titled("one"))), flush=True)
        await charts.draw(titled("sleep"))
    finally:
        charts.close()

try:
    asyncio.run(main())
except KeyboardInterrupt:
    pass
"""


@posix
@pytest.mark.parametrize("how", ["SIGKILL", "SIGINT", "SIGTERM"])
def test_however_the_bot_ends_its_worker_ends_too_and_quietly(how: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", BOT], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as bot:
        assert bot.stdout is not None
        worker = int(bot.stdout.readline())
        time.sleep(0.1)
        # As a terminal does: the whole group hears of it.
        os.killpg(bot.pid, getattr(signal, how))
        _, complaints = bot.communicate(timeout=10)
    assert complaints == ""
    assert gone(worker)


@posix
async def test_the_worker_ignores_ctrl_c_and_is_not_given_the_bots_secrets(
    charts: ChartProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    worker = pid_of(await charts.draw(titled("one")))
    assert os.getpgid(worker) != os.getpgid(0)
    os.kill(worker, signal.SIGINT)
    assert pid_of(await charts.draw(titled("two"))) == worker
    if (environment := Path(f"/proc/{worker}/environ")).exists():
        assert b"secret" not in environment.read_bytes()
