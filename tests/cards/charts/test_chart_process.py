"""Charts are drawn beside the bot: that never holds it up, never outlives it, and says so when there is no picture."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import time

import pytest

from bot.cards.charts.chart_process import ChartProcess, PictureError
from tests.cards.charts.stub import ANY, STUB, drawn_so_far, gone, pid_of, posix, titled


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
    for bounds in ({"kept": 2}, {"kept_bytes": 30}):
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
