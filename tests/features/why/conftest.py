"""The disagreements of the content, and answers of our own that were given before."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.features.cost import AnswerMemory, Estimator
from bot.features.why import Reconciler
from config.content.disagreements import Disagreement, load_disagreements
from config.content.sentences import load_sources
from energy import FactorBook, Source
from tests.chat.hands import Hands
from tests.features.memory_store import MemoryStore


@pytest.fixture(scope="session")
def sources(book: FactorBook) -> Mapping[str, Source]:
    return load_sources(book)


@pytest.fixture(scope="session")
def disagreements(book: FactorBook, sources: Mapping[str, Source]) -> Mapping[str, Disagreement]:
    return load_disagreements(book, sources)


@pytest.fixture
def memory(estimator: Estimator, clock: Hands) -> AnswerMemory:
    return AnswerMemory(estimator, MemoryStore().traces, clock)


@pytest.fixture
def reconciler(
    disagreements: Mapping[str, Disagreement],
    sources: Mapping[str, Source],
    estimator: Estimator,
    memory: AnswerMemory,
) -> Reconciler:
    return Reconciler(disagreements, sources, estimator, memory)
