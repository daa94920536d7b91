"""How well an estimate is known: each reason for doubt costs one step, and is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from energy import Basis, Confidence, Estimate, FactorBook, Interval, Usage, confidence, estimate, place_of
from energy.methods.item_energy import SECOND_OPINION, AppliedFactor
from energy.values.note import Note

LEVELS = list(Confidence)


@pytest.fixture
def sure(book: FactorBook) -> Estimate:
    """An estimate that nothing but its basis speaks against."""
    result = estimate(Usage("video", 5.0, model="wan2.1-14b"), book, place_of(book, None))
    assert confidence(result, book).reasons == (f"basis.{result.basis.value}",)
    return result


def years_later(book: FactorBook, years: int, *sources: str) -> FactorBook:
    """The book with one more source, so many years younger than the newest of these."""
    named = [book.sources[identity] for identity in sources]
    newest = max(named, key=lambda source: source.year)
    known = {identity: book.sources[identity] for identity in sources}
    return replace(book, sources={**known, "fresh": replace(newest, year=newest.year + years)})


def test_energy_more_than_three_years_older_than_the_newest_source_is_a_step_less_sure(
    book: FactorBook, sure: Estimate
) -> None:
    still, old = (confidence(sure, years_later(book, years, *sure.sources)) for years in (3, 4))
    assert still == confidence(sure, book)
    assert old.reasons == (*still.reasons, "old")
    assert LEVELS.index(old.level) == LEVELS.index(still.level) - 1


def test_one_recent_source_keeps_energy_from_being_old(book: FactorBook, sure: Estimate) -> None:
    later = years_later(book, 4, *sure.sources)
    first, *others = sure.energy_factors
    assert others
    mixed = replace(sure, item=replace(sure.item, factors=(replace(first, source="fresh"), *others)))
    assert "old" in confidence(sure, later).reasons
    assert "old" not in confidence(mixed, later).reasons


def test_a_range_of_more_than_thirty_times_is_a_step_less_sure(book: FactorBook, sure: Estimate) -> None:
    narrow, wide = (
        confidence(replace(sure, facility_energy_wh=Interval(1.0, 5.0, high)), book) for high in (30.0, 30.1)
    )
    assert narrow == confidence(sure, book)
    assert wide.reasons == (*narrow.reasons, "wide")
    assert LEVELS.index(wide.level) == LEVELS.index(narrow.level) - 1


@pytest.mark.parametrize("code", ["beyond.length", "beyond.size", "beyond.other"])
def test_going_beyond_what_was_measured_is_a_step_less_sure(book: FactorBook, sure: Estimate, code: str) -> None:
    beyond = confidence(replace(sure, notes=(*sure.notes, Note(code, ""))), book)
    assert beyond.reasons == (*confidence(sure, book).reasons, "beyond")
    assert LEVELS.index(beyond.level) == LEVELS.index(confidence(sure, book).level) - 1


def test_a_second_opinion_costs_a_step_where_it_differs_and_earns_none_where_it_agrees(
    book: FactorBook, sure: Estimate
) -> None:
    opinion = AppliedFactor(SECOND_OPINION, Interval.exactly(1.0), Basis.ESTIMATED, sure.sources[0])
    asked = replace(sure, item=replace(sure.item, factors=(*sure.item.factors, opinion)))
    agrees = confidence(asked, book)
    differs = confidence(replace(asked, notes=(*asked.notes, Note("opinion.wider", ""))), book)
    assert agrees.reasons[-1] == "agreement"
    assert agrees.level == confidence(sure, book).level
    assert differs.reasons[-1] == "disagreement"
    assert LEVELS.index(differs.level) == LEVELS.index(agrees.level) - 1
