"""What the tests of features share: decisions over a store in memory, and the voices of cards."""

from __future__ import annotations

import pytest

from config.text.catalog import LANGUAGES, load_catalog
from config.text.voice import Voice
from energy import FactorBook
from tests.chat.hands import Hands
from tests.features.memory_decisions import MemoryDecisions


@pytest.fixture
def decisions(book: FactorBook, clock: Hands) -> MemoryDecisions:
    return MemoryDecisions(book, clock)


@pytest.fixture(scope="session")
def voices() -> dict[str, Voice]:
    catalog = load_catalog()
    return {language: Voice(catalog, language) for language in LANGUAGES}
