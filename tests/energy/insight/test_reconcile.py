"""Two figures and the factors between them: whatever the factors, they and the remainder make the gap."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from energy import Estimate, Interval, Refusal, Settings, Usage, estimate, load_book, place_of
from energy.book.records import Activity
from energy.insight.reconcile import differences, reconcile

BOOK = load_book()
_FIGURES = st.floats(1e-6, 1e9)
_MODELS: dict[Activity, list[str | None]] = {
    activity: [None, *sorted(name for name, model in BOOK.models.items() if model.activity == activity)]
    for activity in ("video", "image", "text")
}


@st.composite
def factors(draw: st.DrawFn) -> Interval:
    return Interval(*sorted(draw(st.lists(st.floats(0.01, 100.0), min_size=3, max_size=3))))


@st.composite
def prices(draw: st.DrawFn, activity: Activity) -> Estimate:
    """Any use of the book that can be priced."""
    if activity == "text":
        settings = Settings(kind=draw(st.sampled_from(("chat", "reasoning"))))
    else:
        sides = st.integers(64, 4096)
        size = draw(st.one_of(st.just((None, None)), st.tuples(sides, sides)))
        settings = Settings(*size, draw(st.sampled_from((None, 20))))
    amount = 1.0 if activity == "image" else draw(st.floats(1.0, 600.0))
    model, count = draw(st.sampled_from(_MODELS[activity])), draw(st.integers(1, 1000))
    usage = Usage(activity, amount, count, model, settings)
    try:
        return estimate(usage, BOOK, place_of(BOOK, None, model))
    except Refusal:  # a model without such a setting, or one that only EcoLogits could price
        assume(False)
        raise


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Estimate, Estimate]:
    activities: tuple[Activity, ...] = ("video", "image", "text")
    activity = draw(st.sampled_from(activities))
    return draw(prices(activity)), draw(prices(activity))


@given(_FIGURES, _FIGURES, st.lists(factors(), max_size=5))
def test_factors_times_remainder_make_the_gap(first: float, second: float, named: Sequence[Interval]) -> None:
    found = reconcile(first, second, named)
    product = math.prod(factor.central for factor in named)
    assert first * product * found.remainder.central == pytest.approx(second)
    assert found.gap == pytest.approx(second / first)
    assert found.explained.high * found.remainder.low == pytest.approx(found.gap)
    assert found.explained.low * found.remainder.high == pytest.approx(found.gap)


@given(_FIGURES, _FIGURES, st.lists(factors(), max_size=5))
def test_a_chain_is_closed_just_where_the_factors_can_make_the_gap(
    first: float, second: float, named: Sequence[Interval]
) -> None:
    found = reconcile(first, second, named)
    # At the very edge, rounding decides.
    assume(not any(math.isclose(bound, 1.0) for bound in (found.remainder.low, found.remainder.high)))
    assert found.closed is found.explained.contains(found.gap)


@given(_FIGURES, _FIGURES)
def test_without_factors_the_whole_gap_is_the_remainder(first: float, second: float) -> None:
    found = reconcile(first, second, ())
    assert found.remainder == Interval.exactly(second / first)
    assert found.closed is (first == second)


@given(_FIGURES, _FIGURES, st.lists(factors(), max_size=4), factors())
def test_a_vaguer_factor_never_makes_the_remainder_surer(
    first: float, second: float, named: Sequence[Interval], vague: Interval
) -> None:
    sure = reconcile(first, second, [*named, Interval.exactly(vague.central)]).remainder
    unsure = reconcile(first, second, [*named, vague]).remainder
    assert unsure.low <= sure.low * (1 + 1e-9)
    assert unsure.high >= sure.high * (1 - 1e-9)


@pytest.mark.parametrize(("first", "second", "low"), [(0.0, 1.0, 1.0), (1.0, -1.0, 1.0), (1.0, 1.0, 0.0)])
def test_nothing_at_or_below_zero_is_compared(first: float, second: float, low: float) -> None:
    with pytest.raises(ValueError, match="above zero"):
        reconcile(first, second, [Interval(low, 1.0, 1.0)])


@given(pairs())
def test_differences_between_two_answers_multiply_to_their_ratio(both: tuple[Estimate, Estimate]) -> None:
    first, second = both
    found = differences(first, second, BOOK)
    ratio = second.facility_energy_wh.central / first.facility_energy_wh.central
    assert math.prod(one.factor for one in found) == pytest.approx(ratio, rel=1e-6)
    assert {one.kind for one in found} <= {"count", "amount", "settings", "model", "all"}


@given(pairs())
def test_differences_the_other_way_multiply_to_the_inverse(both: tuple[Estimate, Estimate]) -> None:
    first, second = both
    there, back = differences(first, second, BOOK), differences(second, first, BOOK)
    assert math.prod(one.factor for one in (*there, *back)) == pytest.approx(1.0, rel=1e-6)


@given(prices("video"))
def test_an_answer_differs_in_nothing_from_itself(answer: Estimate) -> None:
    assert differences(answer, answer, BOOK) == ()


def test_each_difference_is_named_by_what_was_changed() -> None:
    def priced(key: str, count: int = 1) -> Estimate:
        usage = Usage.from_key(key, count)
        return estimate(usage, BOOK, place_of(BOOK, None, usage.model))

    found = differences(priced("video;5s"), priced("video;10s;resolution=1920x1080", 3), BOOK)
    assert [one.kind for one in found] == ["count", "amount", "settings"]
    assert found[0].factor == pytest.approx(3)
    assert found[1].factor == pytest.approx(2**1.15)
    (model,) = differences(priced("image;1image;model=sdxl"), priced("image;1image;model=flux.1-dev"), BOOK)
    assert model.kind == "model"


def test_uses_of_different_kinds_are_not_taken_apart() -> None:
    video, image = (
        estimate(Usage.from_key(key), BOOK, place_of(BOOK, None, None)) for key in ("video;5s", "image;1image")
    )
    (only,) = differences(video, image, BOOK)
    assert only.kind == "all"
    assert only.factor == pytest.approx(image.facility_energy_wh.central / video.facility_energy_wh.central)
