"""What the tests of starts share: the sentence of a refusal, and what a good start finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.store.sqlite import StorageError, open_store
from tests.store.contract import CLIP, SqliteBackend, counts_of, opened

NOBODY = 65_534


async def refusal(path: Path) -> str:
    with pytest.raises(StorageError) as refused:
        await open_store(path)
    sentence = str(refused.value)
    assert str(path) in sentence
    assert "\n" not in sentence
    return sentence


async def holds_its_event(path: Path) -> None:
    async with opened(SqliteBackend(path.parent)) as store:
        assert await counts_of(store) == {CLIP: 1}
