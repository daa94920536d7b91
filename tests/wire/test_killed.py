"""Killed without a warning: what was acknowledged is there, once, however often Discord delivers it."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from .gestures import Gesture, button, modal, slash
from .life import DATABASE, alive, counted, faults, kill, until
from .standin import Standin

FIRST = 1_000_000_000_000_009_000
TOGETHER = 24


def adding() -> Gesture:
    return slash("tally add", activity="4 images")


def answers(standin: Standin) -> bool:
    """Whether it has called back."""
    return any("/callback" in request for request in standin.requests)


async def abandoned(asked: asyncio.Task[object]) -> None:
    asked.cancel()
    await asyncio.gather(asked, return_exceptions=True)


async def test_acknowledged_entry_outlives_a_kill_and_is_not_counted_again(tmp_path: Path) -> None:
    async with alive(tmp_path) as (standin, bot):
        assert "4 AI images" in (await standin.interact(adding(), id=str(FIRST))).text
        await kill(bot)
    assert counted(tmp_path) == 4
    async with alive(tmp_path) as (standin, bot):
        assert "Already counted" in (await standin.interact(adding(), id=str(FIRST))).text
        assert "4 items" in (await standin.interact(slash("tally show"))).text
        assert not faults(bot)


async def test_killed_after_writing_and_before_answering_it_counts_once(tmp_path: Path) -> None:
    async with alive(tmp_path) as (standin, bot):
        standin.fail_next("/callback", 429, retry_after=60)
        asked: asyncio.Task[object] = asyncio.create_task(standin.interact(adding(), id=str(FIRST), timeout=60))
        await until(lambda: answers(standin))
        await kill(bot)
        await abandoned(asked)
    assert counted(tmp_path) == 4
    async with alive(tmp_path) as (standin, bot):
        assert "Already counted" in (await standin.interact(adding(), id=str(FIRST))).text
        assert "4 items" in (await standin.interact(slash("tally show"))).text
        assert not faults(bot)


async def test_killed_before_writing_nothing_was_promised_and_a_second_delivery_counts(tmp_path: Path) -> None:
    async with alive(tmp_path) as (standin, bot):
        with closing(sqlite3.connect(tmp_path / DATABASE, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")  # nobody else can write now
            asked: asyncio.Task[object] = asyncio.create_task(standin.interact(adding(), id=str(FIRST), timeout=60))
            await asyncio.sleep(0.3)
            assert not answers(standin)
            await kill(bot)
        await abandoned(asked)
    assert counted(tmp_path) == 0
    async with alive(tmp_path) as (standin, _):
        assert "4 AI images" in (await standin.interact(adding(), id=str(FIRST))).text
    assert counted(tmp_path) == 4


async def test_killed_amid_many_entries_it_keeps_every_acknowledged_one_and_none_twice(tmp_path: Path) -> None:
    acknowledged = 0
    async with alive(tmp_path) as (standin, bot):
        asked = [
            asyncio.create_task(standin.interact(adding(), id=str(FIRST + number), timeout=60))
            for number in range(TOGETHER)
        ]
        for answer in asyncio.as_completed(asked):
            assert "4 AI images" in (await answer).text
            acknowledged += 1
            if acknowledged == TOGETHER // 4:
                break
        await kill(bot)
        acknowledged = sum(task.done() for task in asked)
        for task in asked:
            task.cancel()
        await asyncio.gather(*asked, return_exceptions=True)
    assert counted(tmp_path) >= 4 * acknowledged
    async with alive(tmp_path) as (standin, bot):
        again = (standin.interact(adding(), id=str(FIRST + number)) for number in range(TOGETHER))
        known = sum("Already counted" in answer.text for answer in await asyncio.gather(*again))
        assert known >= acknowledged
        assert not faults(bot)
    assert counted(tmp_path) == 4 * TOGETHER


async def test_form_opened_before_a_kill_is_answered_after_it(tmp_path: Path) -> None:
    async with alive(tmp_path) as (standin, bot):
        posted = await standin.interact(slash("learn guess", topic="video"))
        assert posted.message
        (opens,) = (one for one in posted.custom_ids if ":guess:" in one)
        form = await standin.interact(button(opens, posted.message))
        assert form.type == 9
        await kill(bot)
    field = form.data["components"][0]["component"]["custom_id"]
    sent = modal(form.data, {field: "20"}, posted.message)
    async with alive(tmp_path) as (standin, bot):
        kept = await standin.interact(sent)
        assert kept.ephemeral
        assert "Your guess: **20" in kept.text
        assert not faults(bot)
