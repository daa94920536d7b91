"""The base of claims, ready to check others."""

from __future__ import annotations

import pytest

from bot.features.claim import ClaimChecker
from bot.features.cost import Estimator
from config.content.claim_base import load_claims
from config.content.concepts import load_concepts
from config.content.sentences import load_sources
from energy import FactorBook


@pytest.fixture(scope="session")
def checker(book: FactorBook, estimator: Estimator) -> ClaimChecker:
    sources = load_sources(book)
    return ClaimChecker(load_claims(book, sources), load_concepts(), sources, estimator)
