"""What the tests of features share: what a use of AI uses, by the book, and the voices of cards."""

from __future__ import annotations

import pytest

from bot.features.cost import Estimator
from config.text.catalog import LANGUAGES, load_catalog
from config.text.voice import Voice
from energy import FactorBook, load_opinions


@pytest.fixture(scope="session")
def estimator(book: FactorBook) -> Estimator:
    return Estimator(book, opinions=load_opinions())


@pytest.fixture(scope="session")
def voices() -> dict[str, Voice]:
    catalog = load_catalog()
    return {language: Voice(catalog, language) for language in LANGUAGES}
