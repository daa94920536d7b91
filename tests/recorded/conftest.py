"""What 0.1.0 wrote, as it was recorded: a database with everything in it, and today's program on a copy of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.start.program import Program
from energy import FactorBook
from tests.chat.hands import Hands
from tests.restart import Restartable

RECORDED = Path(__file__).parent / "0.1.0"


@dataclass
class Recorded:
    """What was noted down when the database was made, and today's program on a copy of it."""

    facts: dict[str, Any]
    restartable: Restartable

    @property
    def program(self) -> Program:
        return self.restartable.program

    def note(self, guild: int, name: str) -> str:
        return next(value for where, told, value in self.facts["notes"] if (where, told) == (guild, name))


@pytest.fixture
async def recorded(tmp_path: Path, book: FactorBook) -> AsyncIterator[Recorded]:
    for file in RECORDED.glob("wattson.db*"):
        shutil.copy(file, tmp_path / file.name)
    facts = json.loads((RECORDED / "facts.json").read_text())
    restartable = Restartable(tmp_path / "wattson.db", book, Hands(datetime.fromisoformat(facts["clock"])))
    await restartable.begin()
    yield Recorded(facts, restartable)
    await restartable.end()


@pytest.fixture
def restartable(recorded: Recorded) -> Restartable:
    """So that `program` and `chat` are those over what was recorded."""
    return recorded.restartable
