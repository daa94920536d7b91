"""The topics of the content, explained on one day."""

from __future__ import annotations

import pytest

from bot.features.cost import Estimator
from bot.features.explain import Explainer
from config.content.sentences import load_sources
from config.content.topics import load_topics
from energy import FactorBook
from tests.chat.hands import Hands


@pytest.fixture(scope="session")
def explainer(book: FactorBook, estimator: Estimator) -> Explainer:
    sources = load_sources(book)
    return Explainer(load_topics(book, sources), sources, estimator, Hands())
