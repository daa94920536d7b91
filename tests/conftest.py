"""What every test of the bot shares: the real parts with a database of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.start.program import Program
from bot.start.wiring import opened
from config.settings import Settings
from energy import FactorBook, load_book

from .chat.hands import Hands


@pytest.fixture(scope="session")
def book() -> FactorBook:
    return load_book()


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
async def program(tmp_path: Path, book: FactorBook, clock: Hands) -> AsyncIterator[Program]:
    async with opened(Settings(), tmp_path / "wattson.db", book, clock) as made:
        yield made
