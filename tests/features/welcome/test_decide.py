"""A server is greeted once ever, however often the bot comes and goes."""

from __future__ import annotations

import asyncio

import pytest

from bot.store import WriteFailed
from tests.features.memory_decisions import GUILD, OTHER, MemoryDecisions


async def test_server_is_greeted_once_ever(decisions: MemoryDecisions) -> None:
    assert await decisions.welcomes.first(GUILD)
    assert not await decisions.welcomes.first(GUILD)
    assert await decisions.welcomes.first(OTHER)
    decisions.clock.pass_(days=400)
    assert not await (await decisions.again()).welcomes.first(GUILD)


async def test_two_joins_at_once_are_one_greeting(decisions: MemoryDecisions) -> None:
    greeted = await asyncio.gather(*(decisions.welcomes.first(GUILD) for _ in range(3)))
    assert sorted(greeted) == [False, False, True]


@pytest.mark.parametrize("text", ["2026-03-04", "{", "no day"])
async def test_greeting_of_another_version_was_one_all_the_same(decisions: MemoryDecisions, text: str) -> None:
    await decisions.store.notes.put(GUILD, "welcomed", text)
    assert not await decisions.welcomes.first(GUILD)


async def test_greeting_that_cannot_be_noted_may_be_tried_again(decisions: MemoryDecisions) -> None:
    decisions.disk.full = True
    with pytest.raises(WriteFailed):
        await decisions.welcomes.first(GUILD)
    decisions.disk.full = False
    assert await decisions.welcomes.first(GUILD)
