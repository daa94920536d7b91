"""A fresh simulated server with the real bot in it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.discord_io.client import Wattson
from bot.discord_io.jobs import message_refresher
from bot.discord_io.registration import Registration
from bot.start.parts import Parts
from tests.restart import Restartable, Restarted

from .simulated import Chat


@pytest.fixture(autouse=True)
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages of games are edited without a rest in between, which nobody should wait for."""
    monkeypatch.setattr(message_refresher, "EVERY_S", 0.0)


@pytest.fixture
async def chat(program: Restartable) -> AsyncIterator[Chat]:
    made = Chat(lambda: Wattson(program.parts, Registration()))
    await made.open()
    yield made
    await made.close()


@pytest.fixture
def restarted(program: Restartable, chat: Chat) -> Restarted:
    """Ends the whole program and begins it again on its database: nothing is left in memory. The new parts."""

    async def anew() -> Parts:
        parts = await program.restart()
        await chat.restart()
        return parts

    return anew
