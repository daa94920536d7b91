"""A bad day of Discord's: connections cut, dropped, throttled, turned away; it goes on, and nothing is said twice."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from . import answers
from .gestures import slash
from .life import alive, counted, faults

QUESTION = slash("cost video", duration="5s")
SAID = "about 100 Wh"
ID = "1000000000000009999"


@pytest.mark.parametrize("code", [None, 4000], ids=["without a word", "by Discord"])
async def test_dropped_connection_is_resumed_and_what_was_asked_meanwhile_answered(
    tmp_path: Path, code: int | None
) -> None:
    async with alive(tmp_path) as (standin, bot):
        await standin.drop(code)
        asked = [QUESTION, slash("tally add", activity="4 images")]
        said, added = await asyncio.gather(*(standin.interact(each, timeout=10) for each in asked))
        assert SAID in said.text
        assert "4 AI images" in added.text
        assert (standin.gateway.resumes, len(standin.gateway.identifies)) == (1, 1)
        assert not faults(bot)
    assert counted(tmp_path) == 4


async def test_session_that_discord_forgot_is_begun_anew(tmp_path: Path) -> None:
    async with alive(tmp_path) as (standin, bot):
        standin.gateway.forget()
        await standin.drop()
        await standin.wait_ready()
        assert (standin.gateway.resumes, len(standin.gateway.identifies)) == (0, 2)
        assert SAID in (await standin.interact(QUESTION)).text
        assert not faults(bot)


async def test_rate_limit_on_an_answer_is_waited_for(tmp_path: Path) -> None:
    async with alive(tmp_path) as (standin, bot):
        standin.fail_next("/callback", 429, retry_after=0.3)
        answer = await standin.interact(QUESTION)
        assert SAID in answer.text
        assert not answer.refusals
        assert not faults(bot)


async def test_answer_that_comes_too_late_is_no_fault_and_its_entry_counts_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "DEADLINE_S", 0.1)
    async with alive(tmp_path) as (standin, bot):
        standin.fail_next("/callback", 429, retry_after=0.3)
        late = await standin.interact(slash("tally add", activity="4 images"), id=ID)
        assert late.refusals == [10062]
        monkeypatch.undo()
        again = await standin.interact(slash("tally add", activity="4 images"))
        assert "4 AI images" in again.text
        assert not faults(bot)
    assert counted(tmp_path) == 8


async def test_answer_whose_connection_is_cut_is_sent_again(tmp_path: Path) -> None:
    async with alive(tmp_path) as (standin, bot):
        standin.fail_next("/callback", 0)
        added = await standin.interact(slash("tally add", activity="4 images"))
        assert "4 AI images" in added.text
        standin.fail_next("/callback", 0)
        compared = await standin.interact(slash("compare", first="video 5s", second="4 images"))
        assert "Side by side" in compared.text
        if not compared.files:
            await compared.edited()
        assert compared.files
        assert not faults(bot)
    assert counted(tmp_path) == 4


@pytest.mark.parametrize("status", [0, 502])
async def test_code_of_an_answer_whose_receipt_was_lost_is_kept(tmp_path: Path, status: int) -> None:
    async with alive(tmp_path) as (standin, bot):
        standin.fail_next("/callback", status, carried_out=True)
        answer = await standin.interact(QUESTION)
        await answer.attempted(2, timeout=30.0)
        (code,) = re.findall(r"Trace ([0-9A-Z]+)", answer.text)
        for _ in range(1000):
            told = await standin.interact(slash("source", code=code))
            if "Wh" in told.text:
                break
            await asyncio.sleep(0.02)
        assert "Wh" in told.text
        assert not faults(bot)
