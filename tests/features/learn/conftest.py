"""What the tests of games and lessons share: the content, read once, and games on a store in memory."""

from __future__ import annotations

import pytest

from bot.features.cost import Estimator
from bot.features.learn.question_bank import QuestionBank
from bot.start.wiring import bank_of
from config.content.sentences import load_sources
from config.text.catalog import LANGUAGES, load_catalog
from config.text.voice import Voice
from energy import FactorBook, load_opinions
from tests.chat.hands import Hands
from tests.features.learn.games import Games


@pytest.fixture(scope="session")
def bank(book: FactorBook) -> QuestionBank:
    return bank_of(Estimator(book, opinions=load_opinions()), load_sources(book))


@pytest.fixture(scope="session")
def english() -> Voice:
    return Voice(load_catalog(), "en")


@pytest.fixture(scope="session", params=LANGUAGES)
def voice(request: pytest.FixtureRequest) -> Voice:
    return Voice(load_catalog(), request.param)


@pytest.fixture
def games(bank: QuestionBank, clock: Hands) -> Games:
    return Games(bank, clock)
