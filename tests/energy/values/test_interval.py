"""Promises of a range: ordered, finite, non-negative, and honest when multiplied."""

from __future__ import annotations

import math
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from energy import Interval

_VALUES = st.floats(1e-6, 1e6)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, central, high = sorted(draw(st.tuples(_VALUES, _VALUES, _VALUES)))
    return Interval(draw(st.sampled_from((low, 0.0))), central, high)


def close(one: Interval, other: Interval) -> bool:
    pairs = ((one.low, other.low), (one.central, other.central), (one.high, other.high))
    return all(math.isclose(a, b, rel_tol=1e-9) for a, b in pairs)


@pytest.mark.parametrize(
    ("low", "central", "high"),
    [
        (2.0, 1.0, 3.0),
        (1.0, 3.0, 2.0),
        (3.0, 2.0, 1.0),
        (-1.0, 0.0, 1.0),
        (-3.0, -2.0, -1.0),
        (math.nan, 1.0, 2.0),
        (1.0, math.nan, 2.0),
        (1.0, 2.0, math.nan),
        (1.0, 2.0, math.inf),
        (math.inf, math.inf, math.inf),
        (-math.inf, 1.0, 2.0),
    ],
)
def test_a_disordered_negative_infinite_or_missing_bound_is_refused(low: float, central: float, high: float) -> None:
    with pytest.raises(ValueError, match="not an ordered, finite, non-negative range"):
        Interval(low, central, high)


def test_a_range_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Interval(1, 2, 3).low = 0.0  # type: ignore[misc]


def test_an_exact_value_is_a_range_of_no_width() -> None:
    assert Interval.exactly(4.0) == Interval(4.0, 4.0, 4.0)
    assert Interval.exactly(4.0).spread == 1.0


def test_independent_widths_add_in_quadrature() -> None:
    # Both sides are "times or divided by e": together they are times or divided by e^sqrt(2), not e^2.
    e = math.e
    product = Interval(10 / e, 10, 10 * e).times(Interval(3 / e, 3, 3 * e))
    assert close(product, Interval(30 * math.exp(-math.sqrt(2)), 30, 30 * math.exp(math.sqrt(2))))


@given(intervals(), intervals())
def test_the_order_of_two_factors_does_not_matter(one: Interval, other: Interval) -> None:
    assert close(one.times(other), other.times(one))


@given(intervals(), intervals(), intervals())
def test_the_grouping_of_three_factors_does_not_matter(a: Interval, b: Interval, c: Interval) -> None:
    assert close(a.times(b).times(c), a.times(b.times(c)))


@given(intervals(), intervals(), st.floats(0.0, 1.0), st.floats(1.0, 1e3))
def test_a_wider_factor_never_narrows_the_product(one: Interval, factor: Interval, shrink: float, grow: float) -> None:
    narrow = one.times(factor)
    wide = one.times(Interval(factor.low * shrink, factor.central, factor.high * grow))
    assert wide.low <= narrow.low * (1 + 1e-9)
    assert wide.high >= narrow.high * (1 - 1e-9)


@given(intervals(), intervals())
def test_two_worst_cases_are_never_multiplied(one: Interval, other: Interval) -> None:
    product = one.times(other)
    assert product.low >= one.low * other.low * (1 - 1e-9)
    assert product.high <= one.high * other.high * (1 + 1e-9)


@given(intervals())
def test_a_bound_of_zero_stays_zero(other: Interval) -> None:
    assert Interval(0, 2, 3).times(other).low == 0.0
    assert Interval.exactly(0).times(other) == Interval.exactly(0)
    assert other.times(Interval(0, 0, 3)).central == 0.0


@given(intervals(), st.floats(1e-3, 1e3))
def test_an_exact_factor_scales_every_bound_alike(value: Interval, factor: float) -> None:
    scaled = value.scaled(factor)
    assert close(scaled, value.times(Interval.exactly(factor)))
    assert scaled == Interval(value.low * factor, value.central * factor, value.high * factor)


@pytest.mark.parametrize("factor", [-1.0, math.nan, math.inf])
def test_scaling_by_what_is_no_amount_is_refused(factor: float) -> None:
    with pytest.raises(ValueError, match="not an ordered"):
        Interval(1, 2, 3).scaled(factor)


@given(intervals(), intervals())
def test_parts_of_one_whole_add_bound_by_bound(one: Interval, other: Interval) -> None:
    assert one.plus(other) == Interval(one.low + other.low, one.central + other.central, one.high + other.high)
    assert one.plus(other) == other.plus(one)


@given(intervals(), intervals())
def test_a_covering_range_holds_both_and_keeps_its_own_centre(one: Interval, other: Interval) -> None:
    both = one.covering(other)
    assert both.central == one.central
    assert all(both.contains(bound) for bound in (one.low, one.high, other.low, other.high))


@given(intervals())
def test_a_range_contains_its_bounds_and_nothing_outside_them(value: Interval) -> None:
    assert value.contains(value.low)
    assert value.contains(value.central)
    assert value.contains(value.high)
    assert not value.contains(math.nextafter(value.high, math.inf))
    assert not value.contains(math.nextafter(value.low, -math.inf))


def test_a_range_from_zero_has_an_infinite_spread() -> None:
    assert Interval(0, 1, 2).spread == math.inf
    assert Interval(2, 3, 8).spread == 4.0


def test_a_centre_of_zero_keeps_the_upper_bounds() -> None:
    assert Interval(0, 0, 3).times(Interval(1, 2, 4)) == Interval(0, 0, 12)
