"""What every test of the bot shares: the real parts with a database of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.start.program import Program
from energy import FactorBook, load_book

from .chat.hands import Hands
from .restart import Restartable


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
