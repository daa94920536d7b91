"""Charts are drawn beside the bot: that never holds it up, never outlives it, and says so when there is no picture."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.cards.charts.chart import Chart, Mark, RangeChart
from bot.cards.charts.chart_process import ChartProcess, PictureError

# Answers with the chart's title as its picture.
# A title of "sleep" lasts for ever, "slow" half a second, "die" ends it, "fail" is an error.
STUB = "tests.cards.charts.stub_worker"
ANY = RangeChart("any", (Mark("a clip", 10, 100, 600, "about 100 Wh"),))

posix = pytest.mark.skipif(not hasattr(os, "killpg"), reason="no POSIX signals")


def titled(title: str) -> Chart:
    return replace(ANY, title=title)


@pytest.fixture
def charts() -> Iterator[ChartProcess]:
    charts = ChartProcess(worker=STUB, waiting=3)
    yield charts
    charts.close()


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


async def test_a_chart_becomes_a_picture_and_the_loop_keeps_turning() -> None:
    charts, turns = ChartProcess(), 0

    async def tick() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0.001)
            turns += 1

    ticking = asyncio.create_task(tick())
    try:
        assert (await charts.draw(ANY)).startswith(b"\x89PNG")
        assert turns > 20
    finally:
        ticking.cancel()
        charts.close()


async def test_nothing_is_started_before_the_first_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*args: object, **kwargs: object) -> None:
        raise AssertionError("started")

    monkeypatch.setattr(subprocess, "Popen", forbidden)
    ChartProcess().close()


async def test_the_same_picture_is_drawn_once(charts: ChartProcess) -> None:
    first = await charts.draw(titled("one"))
    assert await charts.draw(titled("one")) is first
    assert drawn_so_far(await charts.draw(titled("two"))) == 2


async def test_people_who_ask_at_once_share_one_drawing(charts: ChartProcess) -> None:
    pictures = await asyncio.gather(*(charts.draw(titled("shared")) for _ in range(20)))
    assert len({id(picture) for picture in pictures}) == 1
    assert drawn_so_far(await charts.draw(titled("next"))) == 2


async def test_one_who_leaves_does_not_take_the_picture_from_another(charts: ChartProcess) -> None:
    leaving, staying = (asyncio.create_task(charts.draw(titled("shared"))) for _ in range(2))
    await asyncio.sleep(0)
    leaving.cancel()
    assert drawn_so_far(await staying) == 1


async def test_the_oldest_pictures_are_dropped_by_count_and_by_size() -> None:
    for bounds in ({"kept": 2}, {"kept_bytes": 40}):
        charts = ChartProcess(worker=STUB, **bounds)
        try:
            for title in ("one", "two", "three", "four"):
                await charts.draw(titled(title))
            assert drawn_so_far(await charts.draw(titled("four"))) == 4
            assert drawn_so_far(await charts.draw(titled("one"))) == 5
        finally:
            charts.close()


async def test_a_chart_that_cannot_be_drawn_is_said_and_the_next_one_is_drawn(charts: ChartProcess) -> None:
    with pytest.raises(PictureError, match="ValueError: fail"):
        await charts.draw(titled("fail"))
    assert drawn_so_far(await charts.draw(titled("next"))) == 2


@posix
async def test_a_worker_that_dies_is_replaced(charts: ChartProcess) -> None:
    first = pid_of(await charts.draw(titled("one")))
    with pytest.raises(PictureError, match="ended"):
        await charts.draw(titled("die"))
    second = pid_of(await charts.draw(titled("two")))
    os.kill(second, signal.SIGKILL)
    await asyncio.sleep(0.2)
    third = pid_of(await charts.draw(titled("three")))
    assert len({first, second, third}) == 3
    assert gone(first)
    assert gone(second)


async def test_a_drawing_that_takes_too_long_is_ended() -> None:
    charts = ChartProcess(worker=STUB, limit_s=1.0)
    try:
        first = pid_of(await charts.draw(titled("one")))
        with pytest.raises(PictureError, match=r"within 1 s|ended"):
            await charts.draw(titled("sleep"))
        assert pid_of(await charts.draw(titled("two"))) != first
        assert gone(first)
    finally:
        charts.close()


async def test_too_many_waiting_are_refused_at_once(charts: ChartProcess) -> None:
    waiting = [asyncio.create_task(charts.draw(titled(title))) for title in ("sleep", "b", "c")]
    await asyncio.sleep(0)
    with pytest.raises(PictureError, match="3 pictures"):
        await charts.draw(titled("one too many"))
    charts.close()
    results = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(result) for result in results] == [PictureError] * 3


async def test_closing_in_the_middle_of_a_drawing_is_prompt_and_leaves_nobody(charts: ChartProcess) -> None:
    worker = pid_of(await charts.draw(titled("one")))
    waiting = asyncio.create_task(charts.draw(titled("sleep")))
    await asyncio.sleep(0.2)
    start = time.monotonic()
    charts.close()
    charts.close()
    assert time.monotonic() - start < 2
    with pytest.raises(PictureError):
        await waiting
    assert gone(worker)
    with pytest.raises(PictureError, match="closed"):
        await charts.draw(titled("after"))


async def test_closing_while_the_worker_starts_leaves_nobody(charts: ChartProcess) -> None:
    waiting = asyncio.create_task(charts.draw(titled("one")))
    await asyncio.sleep(0.01)
    charts.close()
    with pytest.raises(PictureError):
        await waiting


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


async def ended(charts: ChartProcess, within_s: float = 10) -> bool:
    for _ in range(int(within_s / 0.02)):
        if charts.pid is None:
            break
        await asyncio.sleep(0.02)
    await asyncio.sleep(0.1)
    return charts.pid is None


# A bot in small: it draws one picture, tells the worker's process, then starts a drawing that never ends.
BOT = f"""
import asyncio
from tests.cards.charts.test_chart_process import STUB, titled, pid_of
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
