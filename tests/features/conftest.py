"""What the tests of features share: decisions over a store in memory, what a use uses by the book, and the voices."""

from __future__ import annotations

import pytest

from bot.features.cost import Estimator
from config.text.catalog import LANGUAGES, load_catalog
from config.text.voice import Voice
from energy import FactorBook, load_opinions
from tests.chat.hands import Hands
from tests.features.memory_decisions import MemoryDecisions


@pytest.fixture
def decisions(book: FactorBook, clock: Hands) -> MemoryDecisions:
    return MemoryDecisions(book, clock)


@pytest.fixture(scope="session")
def estimator(book: FactorBook) -> Estimator:
    return Estimator(book, opinions=load_opinions())


@pytest.fixture(scope="session")
def voices() -> dict[str, Voice]:
    catalog = load_catalog()
    return {language: Voice(catalog, language) for language in LANGUAGES}
