"""What the bot says about itself, in both languages."""

from __future__ import annotations

import pytest

from bot.features.about import about_card
from config.text.voice import Voice
from energy import FactorBook, Interval
from tests.features.words import written

Voices = dict[str, Voice]


@pytest.mark.parametrize(("language", "promise"), [("en", "No AI writes these answers"), ("fr", "Aucune IA n’écrit")])
def test_it_says_that_no_ai_answers_and_whose_numbers_these_are(
    book: FactorBook, voices: Voices, language: str, promise: str
) -> None:
    text = written(about_card("1.2.3", book, Interval.exactly(1e-6), voices[language]))
    assert promise in text
    assert "Ember" in text
    assert "1.2.3" in text
    assert book.version in text
    for number in (len(book.models), len(book.places), len(book.sources)):
        assert str(number) in text


@pytest.mark.parametrize(
    ("own_wh", "words"), [(2e-9, "2 nWh"), (2e-6, "2 µWh"), (2e-3, "2 mWh"), (2.0, "2 Wh"), (3e-10, "0.3 nWh")]
)
def test_however_little_it_takes_the_unit_fits(book: FactorBook, voices: Voices, own_wh: float, words: str) -> None:
    assert words in written(about_card("1", book, Interval.exactly(own_wh), voices["en"]))
