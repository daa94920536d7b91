"""What every test of the bot shares: the real parts with a database of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.features.learn import message_refresher
from bot.start.program import Program
from energy import FactorBook, load_book

from .chat.hands import Hands
from .chat.simulated import Chat
from .restart import Restartable, Restarted


@pytest.fixture(scope="session")
def book() -> FactorBook:
    return load_book()


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
async def restartable(tmp_path: Path, book: FactorBook, clock: Hands) -> AsyncIterator[Restartable]:
    made = Restartable(tmp_path / "wattson.db", book, clock)
    await made.begin()
    yield made
    await made.end()


@pytest.fixture
def program(restartable: Restartable) -> Program:
    return restartable.program


@pytest.fixture
async def chat(restartable: Restartable, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Chat]:
    """A simulated server with the bot in it; messages of games are edited without a rest nobody should wait for."""
    monkeypatch.setattr(message_refresher, "EVERY_S", 0.0)
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
