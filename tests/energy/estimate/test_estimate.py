"""Estimates by example: the anchors, what closed services rest on, what is flagged, what is refused."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Literal

import pytest

from energy import (
    Basis,
    Confidence,
    Estimate,
    FactorBook,
    Interval,
    PlaceBasis,
    Refusal,
    Settings,
    Usage,
    confidence,
    estimate,
    place_of,
    with_settings,
)
from energy.book.models import OpenModel, Range, Service

HD, FULL_HD, SD = "1280x720", "1920x1080", "854x480"


def priced(book: FactorBook, usage: Usage, place: str | None = None) -> Estimate:
    return estimate(usage, book, place_of(book, place, usage.model))


def clip(amount: float = 5.0, model: str | None = None, count: int = 1, resolution: str | None = None) -> Usage:
    return Usage("video", amount, count, model, Settings.of_size(resolution) if resolution else Settings())


def codes(result: Estimate) -> list[str]:
    return [note.code for note in result.notes]


def estimated_services(book: FactorBook) -> dict[str, Service]:
    return {i: m for i, m in book.models.items() if isinstance(m, Service) and m.estimate_wh}


@pytest.mark.parametrize("place", [None, "France", "Poland"])
def test_an_unnamed_five_second_clip_takes_100_wh_at_the_meter_anywhere(book: FactorBook, place: str | None) -> None:
    assert priced(book, clip(), place).facility_energy_wh == Interval(10.0, 100.0, 600.0)


def test_an_unnamed_picture_takes_one_and_a_half_wh_at_the_meter(book: FactorBook) -> None:
    assert priced(book, Usage("image")).facility_energy_wh == Interval(0.2, 1.5, 8.0)


def test_the_viral_944_wh_lie_above_the_range_of_an_unnamed_clip(book: FactorBook) -> None:
    outlier = book.factors.video.outlier_wh
    assert outlier.central == 944.0
    assert priced(book, clip()).facility_energy_wh.high < outlier.low


def test_other_sizes_of_an_unnamed_clip_cost_half_and_nearly_double(book: FactorBook) -> None:
    at = {size: priced(book, clip(resolution=size)).facility_energy_wh.central for size in (SD, HD, FULL_HD)}
    assert at[SD] == pytest.approx(50.0)
    assert at[HD] == pytest.approx(100.0)
    assert at[FULL_HD] == pytest.approx(180.0)


def test_an_unnamed_clip_twice_as_long_costs_a_little_more_than_double(book: FactorBook) -> None:
    # 100 Wh * 2^1.15 = 222 Wh
    assert priced(book, clip(10.0)).facility_energy_wh.central == pytest.approx(222, rel=5e-3)


def test_a_closed_service_is_what_was_published_without_its_pue(book: FactorBook) -> None:
    # Veo 3.1, 5 s at 1280x720: 32.4 Wh published at the meter, PUE 1.09: 29.7 Wh at the accelerators.
    veo = priced(book, clip(model="veo-3.1"))
    assert veo.accelerator_wh.central == pytest.approx(29.72, rel=1e-3)
    assert veo.facility_energy_wh.central == pytest.approx(32.4 * book.factors.facility.server_per_accelerator.central)
    for identity, service in estimated_services(book).items():
        assert service.estimate_wh
        assert service.pue
        result = priced(book, clip(model=identity))
        assert result.accelerator_wh.central == pytest.approx(service.estimate_wh.central / service.pue)


def test_a_closed_service_never_goes_through_the_formula_of_open_models(book: FactorBook) -> None:
    for identity, model in book.models.items():
        if isinstance(model, Service):
            usage = Usage(model.activity, 5.0 if model.activity == "video" else 1.0, model=identity)
            result = priced(book, usage)
            assert "joules_per_operation" not in {applied.name for applied in result.factors}
            assert result.basis in (Basis.ESTIMATED, Basis.ASSUMED)


def test_a_service_nobody_estimated_answers_with_the_range_of_its_class(book: FactorBook) -> None:
    pika = priced(book, clip(model="pika"))
    assert pika.facility_energy_wh == priced(book, clip()).facility_energy_wh
    assert "service.class" in codes(pika)


@pytest.mark.parametrize(("identity", "at_1080p_wh"), [("veo-3.1", 57.0), ("sora-2-pro", 525.4)])
def test_published_estimates_at_1080p_lie_near_our_scaling(book: FactorBook, identity: str, at_1080p_wh: float) -> None:
    # Published: 57.0 against 32.4 Wh (x1.76), 525.4 against 307.8 Wh (x1.71); ours is x1.8.
    service = estimated_services(book)[identity]
    ours = priced(book, clip(model=identity, resolution=FULL_HD)).accelerator_wh
    assert ours.central * (service.pue or 0) == pytest.approx(at_1080p_wh, rel=0.10)
    assert ours.scaled(service.pue or 0).contains(at_1080p_wh)


@pytest.mark.parametrize("model", [None, "veo-3.1", "hunyuanvideo", "svd"])
def test_beyond_ten_seconds_is_flagged_and_wider(book: FactorBook, model: str | None) -> None:
    measured, extended = (priced(book, clip(length, model)) for length in (10.0, 20.0))
    assert "beyond.length" not in codes(measured)
    assert "beyond.length" in codes(extended)
    assert extended.facility_energy_wh.spread > measured.facility_energy_wh.spread
    levels = list(Confidence)
    assert levels.index(confidence(extended, book).level) <= levels.index(confidence(measured, book).level)


@pytest.mark.parametrize("model", [None, "veo-3.1", "hunyuanvideo"])
def test_a_picture_larger_than_any_measured_is_flagged(book: FactorBook, model: str | None) -> None:
    assert "beyond.size" not in codes(priced(book, clip(model=model)))
    assert "beyond.size" in codes(priced(book, clip(model=model, resolution="3840x2160")))


def test_a_picture_as_large_as_the_largest_measured_is_not_flagged(book: FactorBook) -> None:
    named, unnamed = book.factors.diffusion.measured_video_pixels, book.factors.video.measured_pixels
    for model, largest in (("hunyuanvideo", int(named.central)), (None, int(unnamed.central))):
        height = next(side for side in range(math.isqrt(largest), 0, -1) if largest % side == 0)
        width = largest // height
        assert "beyond.size" not in codes(priced(book, clip(model=model, resolution=f"{width}x{height}")))
        assert "beyond.size" in codes(priced(book, clip(model=model, resolution=f"{width}x{height + 1}")))


def test_a_model_whose_shape_was_assumed_says_so_and_no_other_does(book: FactorBook) -> None:
    shapes = {identity: model.basis for identity, model in book.models.items() if isinstance(model, OpenModel)}
    assert Basis.ASSUMED in shapes.values()
    for identity, basis in shapes.items():
        activity = book.models[identity].activity
        result = priced(book, Usage(activity, 5.0 if activity == "video" else 1.0, model=identity))
        assert ("model.shape" in codes(result)) == (basis is Basis.ASSUMED), identity


def measured(book: FactorBook, at: Literal["accelerators", "facility"]) -> FactorBook:
    """The book with a service of which somebody measured a clip of 5 s at 1280x720: 20 to 40 Wh."""
    pika = replace(estimated_services(book)["veo-3.1"], estimate_wh=None, pue=None, measured_at=at)
    return replace(
        book, models={**book.models, "pika": replace(pika, measured_wh=Range(low=20.0, central=30.0, high=40.0))}
    )


def test_what_was_measured_at_the_meter_is_the_answer_and_at_the_chips_is_carried_there(book: FactorBook) -> None:
    at_the_meter, at_the_chips = (priced(measured(book, at), clip(model="pika")) for at in ("facility", "accelerators"))
    assert at_the_meter.facility_energy_wh == Interval(20.0, 30.0, 40.0)
    assert at_the_chips.accelerator_wh == Interval(20.0, 30.0, 40.0)
    facility = book.factors.facility
    by_hand = 30.0 * facility.server_per_accelerator.central * facility.pue.central
    assert at_the_chips.facility_energy_wh.central == pytest.approx(by_hand)
    assert at_the_meter.basis is at_the_chips.basis is Basis.MEASURED


def test_a_measured_service_says_where_another_clip_than_the_measured_one_is_asked_for(book: FactorBook) -> None:
    known = measured(book, "facility")
    assert "beyond.other" not in codes(priced(known, clip(model="pika")))
    for other in (clip(4.0, "pika"), clip(model="pika", resolution=SD)):
        assert "beyond.other" in codes(priced(known, other))


def test_the_answer_says_which_settings_it_filled_in(book: FactorBook) -> None:
    assert priced(book, clip()).usage.settings.resolution == HD
    assert priced(book, clip(model="wan2.1-1.3b")).usage.settings.resolution == "832x480"
    assert priced(book, clip(resolution=SD)).usage.settings.resolution == SD


def test_every_source_an_answer_names_is_in_the_book(book: FactorBook) -> None:
    for identity, model in book.models.items():
        result = priced(book, Usage(model.activity, 5.0 if model.activity == "video" else 1.0, model=identity))
        assert set(result.sources) <= set(book.sources)
        assert len(result.sources) == len(set(result.sources))


@pytest.mark.parametrize(("typed", "near"), [("kligng", "kling"), ("veoo", "veo"), ("midjurney", "midjourney")])
def test_an_unknown_model_is_refused_with_near_names(book: FactorBook, typed: str, near: str) -> None:
    with pytest.raises(Refusal) as refused:
        book.model_id(typed)
    assert refused.value.code == "model.unknown"
    assert near in refused.value.params["near"].casefold()
    assert refused.value.params["near"] in str(refused.value)


def test_a_model_is_not_offered_for_what_it_does_not_make(book: FactorBook) -> None:
    with pytest.raises(Refusal) as refused:
        book.model_id("flux", "video")
    assert refused.value.code == "model.activity"
    with pytest.raises(Refusal) as refused:
        book.model_id("fluxx", "video")
    near = [book.model_id(name) for name in refused.value.params["near"].split(", ")]
    assert near
    assert all(book.models[identity].activity == "video" for identity in near)


@pytest.mark.parametrize(("typed", "near"), [("Frnace", "France"), ("Germny", "Germany"), ("Allemange", "Germany")])
def test_an_unknown_place_is_refused_with_near_names(book: FactorBook, typed: str, near: str) -> None:
    with pytest.raises(Refusal) as refused:
        place_of(book, typed)
    assert refused.value.code == "place.unknown"
    assert near in str(refused.value)


def test_the_place_is_as_stated_else_the_providers_else_the_servers_else_the_world(book: FactorBook) -> None:
    bases = [
        (place_of(book, "Allemagne", "veo-3.1", "FRA"), "DEU", PlaceBasis.STATED),
        (place_of(book, None, "veo-3.1", "FRA"), "USA", PlaceBasis.USUAL),
        (place_of(book, None, "mochi-1", "FRA"), "FRA", PlaceBasis.SERVER),
        (place_of(book, None, None, "WLD"), "WLD", PlaceBasis.FALLBACK),
        (place_of(book, None), "WLD", PlaceBasis.FALLBACK),
    ]
    for place, identity, basis in bases:
        assert (place.id, place.basis) == (identity, basis)


def test_the_trace_code_is_the_same_for_the_same_inputs_and_another_for_any_other(book: FactorBook) -> None:
    newer = replace(book, version="0123abcd")
    asked = [
        priced(book, clip()),
        priced(book, clip(6.0)),
        priced(book, clip(count=2)),
        priced(book, clip(model="veo-3.1")),
        priced(book, clip(resolution=FULL_HD)),
        priced(book, with_settings(clip(), steps=10)),
        priced(book, clip(), "France"),
        priced(book, clip(), "World"),
        priced(newer, clip()),
    ]
    assert len({result.trace for result in asked}) == len(asked)
    assert all(len(result.trace) == 6 and result.trace.isalnum() and result.trace.isupper() for result in asked)
    assert not set("".join(result.trace for result in asked)) & set("ILOU")
    assert priced(book, clip()).trace == asked[0].trace
    assert priced(book, clip(resolution=HD)).trace == asked[0].trace
