"""The ids of data that code names exist in the book, so that renaming one there is noticed here."""

from __future__ import annotations

from energy.book.loading import IN_CODE
from energy.methods.ecologits import SOURCE as SECOND_OPINION
from energy.places.live import METHODS


def test_sources_that_only_code_names_are_those_code_names() -> None:
    assert {SECOND_OPINION, *METHODS} == IN_CODE
