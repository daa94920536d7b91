"""A fresh simulated server with the real bot in it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.features.learn import message_refresher
from bot.start.program import Program
from tests.restart import Restartable, Restarted

from .simulated import Chat


@pytest.fixture(autouse=True)
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages of games are edited without a rest in between, which nobody should wait for."""
    monkeypatch.setattr(message_refresher, "EVERY_S", 0.0)


@pytest.fixture
async def chat(restartable: Restartable) -> AsyncIterator[Chat]:
    made = Chat(restartable.bot)
    await made.open()
    yield made
    await made.close()


@pytest.fixture
def restarted(restartable: Restartable, chat: Chat) -> Restarted:
    """Ends the whole program and begins it again on its database: nothing is left in memory. The new program."""

    async def anew() -> Program:
        program = await restartable.restart()
        await chat.restart()
        return program

    return anew
