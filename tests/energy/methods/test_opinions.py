"""The second opinion: EcoLogits beside our own range, and for models only it knows."""

from __future__ import annotations

import builtins
from typing import Any

import pytest

from energy import FactorBook, Opinions, Refusal, Usage, estimate, load_opinions, named_model, place_of
from energy.book.models import TextService


@pytest.fixture(scope="module")
def opinions() -> Opinions:
    loaded = load_opinions()
    assert loaded is not None
    return loaded


def test_range_covers_both_and_says_so_where_they_disagree(book: FactorBook, opinions: Opinions) -> None:
    usage = Usage("text", 500.0, 1, "gemini-2.5-pro")
    alone = estimate(usage, book, place_of(book, None))
    both = estimate(usage, book, place_of(book, None), opinions)
    assert both.second_opinion_wh is not None
    assert both.second_opinion_wh.high > alone.facility_energy_wh.high
    assert both.facility_energy_wh.high == pytest.approx(both.second_opinion_wh.high)
    assert both.facility_energy_wh.low == pytest.approx(alone.facility_energy_wh.low)
    assert both.facility_energy_wh.central == alone.facility_energy_wh.central
    assert "opinion.wider" in {note.code for note in both.notes}


def test_agreement_changes_nothing_but_is_shown(book: FactorBook, opinions: Opinions) -> None:
    usage = Usage("text", 500.0, 1, "gpt-4o")
    alone = estimate(usage, book, place_of(book, None))
    both = estimate(usage, book, place_of(book, None), opinions)
    assert both.facility_energy_wh == alone.facility_energy_wh
    assert both.second_opinion_wh is not None
    assert "opinion.wider" not in {note.code for note in both.notes}


def test_every_name_our_book_gives_ecologits_is_known_to_it(book: FactorBook, opinions: Opinions) -> None:
    names = [m.ecologits for m in book.models.values() if isinstance(m, TextService) and m.ecologits]
    assert len(names) >= 10
    assert [name for name in names if opinions.of(name, 500) is None] == []


def test_the_middle_of_an_opinion_is_as_many_times_the_low_end_as_the_high_end_is_the_middle(
    opinions: Opinions,
) -> None:
    opinion = opinions.of("openai/gpt-4o", 500)
    assert opinion is not None
    wh = opinion.facility_wh
    assert wh.low < wh.high
    assert wh.central / wh.low == pytest.approx(wh.high / wh.central)


def test_an_opinion_is_asked_for_the_nearest_whole_number_of_tokens_and_at_least_one(opinions: Opinions) -> None:
    for tokens, whole in ((2.6, 3), (2.4, 2), (0.2, 1)):
        assert opinions.of("openai/gpt-4o", tokens) == opinions.of("openai/gpt-4o", whole)


def test_model_only_ecologits_knows_is_answered_through_it(book: FactorBook, opinions: Opinions) -> None:
    identity = named_model("gpt-5.2-pro", "text", book, opinions)
    result = estimate(Usage("text", 500.0, 1, identity), book, place_of(book, None, identity), opinions)
    assert "opinion.only" in {note.code for note in result.notes}
    assert "ecologits-text-0.11.3" in result.sources


def test_model_nobody_knows_is_refused(book: FactorBook, opinions: Opinions) -> None:
    with pytest.raises(Refusal) as refused:
        named_model("gpt-9000-ultra", "text", book, opinions)
    assert refused.value.code == "model.unknown"


def test_core_works_without_the_package(book: FactorBook, monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("ecologits"):
            raise ImportError(name)
        return original(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    assert load_opinions() is None
    assert estimate(Usage("text", 500.0, 1, "gpt-4o"), book, place_of(book, None), None).facility_energy_wh.central > 0
