"""Names offered before anything is typed."""

from __future__ import annotations

from typing import get_args

import pytest

from bot.cards.name_suggestions import MOST, models, places
from config.text.catalog import LANGUAGES, load_catalog
from config.text.voice import Voice
from energy import Activity, FactorBook


@pytest.mark.parametrize("activity", get_args(Activity))
def test_every_model_offered_first_is_in_the_book_and_fits(book: FactorBook, activity: Activity) -> None:
    offered = models(book, "", activity)
    assert 0 < len(offered) <= MOST
    assert {book.models[identity].activity for _, identity in offered} == {activity}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_offered_first_is_in_the_book(book: FactorBook, language: str) -> None:
    offered = places(book, "", Voice(load_catalog(), language))
    assert 0 < len(offered) <= MOST
    assert all(book.places[identity].name(language) == name for name, identity in offered)
