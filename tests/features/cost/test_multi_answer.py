"""What cards of several answers share: every source once, and what is left out is said."""

from __future__ import annotations

import pytest

from bot.features.cost import Estimator, several_sources_card
from bot.features.cost import multi_answer as several
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from tests.features.ask.test_card import FIVE, TWO
from tests.features.words import written


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_that_do_not_fit_are_counted_not_hidden(
    estimator: Estimator, voices: dict[str, Voice], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = estimator.ask(FIVE)
    named = {source for answer in answers for source in answer.sources(estimator.book)}
    all_of_them = several_sources_card(answers, estimator.book, voices[language])
    assert len([line for line in all_of_them.lines if line.startswith("•")]) == len(named)
    monkeypatch.setattr(several, "_MOST_SIGNS", 1000)
    card = several_sources_card(answers, estimator.book, voices[language])
    shown = [line for line in card.lines if line.startswith("•")]
    assert 0 < len(shown) < len(named)
    assert card.lines[len(shown)].startswith(f"…{'and' if language == 'en' else 'et'} {len(named) - len(shown)} ")


def test_the_codes_of_all_answers_stand_under_their_sources(estimator: Estimator, voices: dict[str, Voice]) -> None:
    answers = estimator.ask(TWO)
    text = written(several_sources_card((*answers, *answers), estimator.book, voices["en"]))
    for answer in answers:
        assert text.count(answer.estimate.trace) == 1
    assert estimator.book.version in text
