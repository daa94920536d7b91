"""Promises of the stand-in when it is told to fail: the real discord.py then does what it does at Discord."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest
from discord import app_commands

from . import answers
from .gestures import slash
from .smallest import Client, Interaction
from .standin import Standin


async def test_bad_gateway_on_a_callback_is_retried(standin: Standin, client: Client) -> None:
    standin.fail_next("/callback", 502)
    answer = await standin.interact(slash("cost video", duration="5s"))
    assert answer.type == 4
    assert 1.0 <= answer.elapsed_s < 2.0
    assert client.runs == 1


async def test_rate_limit_is_waited_for(standin: Standin, client: Client) -> None:
    standin.fail_next("/callback", 429, retry_after=0.3)
    answer = await standin.interact(slash("cost video", duration="5s"))
    assert answer.type == 4
    assert 0.3 <= answer.elapsed_s < 1.0


async def test_second_delivery_is_told_it_comes_twice(standin: Standin, client: Client) -> None:
    first = await standin.interact(slash("cost video", duration="5s"))
    errors: list[BaseException] = []

    @client.tree.error
    async def keep(interaction: Interaction, error: app_commands.AppCommandError) -> None:
        errors.append(error.__cause__ or error)

    again = await standin.interact(slash("cost video", duration="5s"), id=first.id)
    assert again is first
    assert first.refusals == [40060]
    assert client.runs == 2


async def test_cut_connection_reaches_the_bot_as_it_would_from_discord(standin: Standin, client: Client) -> None:
    errors: asyncio.Queue[BaseException] = asyncio.Queue()

    @client.tree.error
    async def keep(interaction: Interaction, error: app_commands.AppCommandError) -> None:
        errors.put_nowait(error.__cause__ or error)

    standin.fail_next("/callback", 0)
    with pytest.raises(TimeoutError):
        await standin.interact(slash("cost video", duration="5s"), timeout=0.2)
    assert isinstance(await errors.get(), aiohttp.ClientError | OSError)


async def test_lost_answer_is_refused_as_a_second_one(standin: Standin, client: Client) -> None:
    standin.fail_next("/callback", 500, carried_out=True)
    answer = await standin.interact(slash("cost video", duration="5s"))
    await answer.attempted(2, timeout=30.0)
    assert (answer.type, answer.refusals) == (4, [40060])


async def test_late_answer_is_refused(standin: Standin, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "DEADLINE_S", 0.05)
    standin.fail_next("/callback", 429, retry_after=0.1)
    answer = await standin.interact(slash("cost video", duration="5s"))
    assert (answer.type, answer.refusals) == (0, [10062])
    assert client.runs == 1
