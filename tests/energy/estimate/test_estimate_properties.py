"""What holds for every estimate, whatever the model: stages never shrink, more never costs less, all in proportion."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from energy import Estimate, Interval, Settings, Usage, estimate, load_book, place_of
from energy.book.records import Activity

BOOK = load_book()
_VIDEO = [None, *sorted(i for i, m in BOOK.models.items() if m.activity == "video")]
_IMAGE = [None, *sorted(i for i, m in BOOK.models.items() if m.activity == "image")]
_SIDES = st.integers(64, 4096)
_LENGTHS = st.floats(0.1, 3600.0)
_ROUNDING = 1 + 1e-9


@st.composite
def usages(draw: st.DrawFn) -> Usage:
    activities: tuple[Activity, ...] = ("video", "image")
    activity = draw(st.sampled_from(activities))
    model = draw(st.sampled_from(_VIDEO if activity == "video" else _IMAGE))
    amount = draw(_LENGTHS) if activity == "video" else 1.0
    size = draw(st.one_of(st.just((None, None)), st.tuples(_SIDES, _SIDES)))
    settings = Settings(*size, draw(st.one_of(st.none(), st.integers(1, 200))))
    return Usage(activity, amount, draw(st.integers(1, 1000)), model, settings)


def priced(usage: Usage, place: str | None = None) -> Estimate:
    return estimate(usage, BOOK, place_of(BOOK, place, usage.model))


def sized(usage: Usage, width: int, height: int) -> Usage:
    return replace(usage, settings=replace(usage.settings, width=width, height=height))


def stepped(usage: Usage, steps: int) -> Usage:
    return replace(usage, settings=replace(usage.settings, steps=steps))


def stages(result: Estimate) -> list[Interval]:
    return [result.accelerator_wh, result.it_energy_wh, result.facility_energy_wh, result.carbon_g, result.water_ml]


def never_less(less: Estimate, more: Estimate) -> bool:
    pairs = zip(stages(less), stages(more), strict=True)
    bounds = ((getattr(a, bound), getattr(b, bound)) for a, b in pairs for bound in ("low", "central", "high"))
    return all(one <= other * _ROUNDING for one, other in bounds)


@given(usages())
def test_no_stage_is_smaller_than_the_one_before(usage: Usage) -> None:
    result = priced(usage)
    for inner, outer in (
        (result.accelerator_wh, result.it_energy_wh),
        (result.it_energy_wh, result.facility_energy_wh),
    ):
        assert inner.low <= outer.low
        assert inner.central <= outer.central
        assert inner.high <= outer.high


@given(usages())
def test_every_answer_is_more_than_nothing(usage: Usage) -> None:
    assert all(stage.low > 0 for stage in stages(priced(usage)))


@given(usages())
def test_doubling_the_count_doubles_every_stage(usage: Usage) -> None:
    for once, twice in zip(stages(priced(usage)), stages(priced(replace(usage, count=2 * usage.count))), strict=True):
        assert (twice.low, twice.central, twice.high) == pytest.approx((2 * once.low, 2 * once.central, 2 * once.high))


@given(st.sampled_from(_VIDEO), _LENGTHS, _LENGTHS)
def test_more_seconds_never_cost_less(model: str | None, one_s: float, other_s: float) -> None:
    short, long = sorted((one_s, other_s))
    assert never_less(priced(Usage("video", short, model=model)), priced(Usage("video", long, model=model)))


@given(usages(), _SIDES, _SIDES, st.integers(0, 2048), st.integers(0, 2048))
def test_more_pixels_never_cost_less(usage: Usage, width: int, height: int, wider: int, taller: int) -> None:
    small = sized(usage, width, height)
    large = sized(usage, width + wider, height + taller)
    assert never_less(priced(small), priced(large))


@given(usages(), st.integers(1, 500), st.integers(0, 500))
def test_more_steps_never_cost_less(usage: Usage, steps: int, more: int) -> None:
    assert never_less(priced(stepped(usage, steps)), priced(stepped(usage, steps + more)))


@given(usages())
def test_a_dirtier_grid_changes_the_carbon_and_no_energy(usage: Usage) -> None:
    clean, dirty = priced(usage, "France"), priced(usage, "Poland")
    assert clean.facility_energy_wh == dirty.facility_energy_wh
    assert clean.carbon_g.central < dirty.carbon_g.central


@given(usages())
def test_the_same_question_has_the_same_answer(usage: Usage) -> None:
    assert priced(usage) == priced(usage)


@given(usages())
def test_an_answer_asked_again_with_its_own_settings_does_not_change(usage: Usage) -> None:
    first = priced(usage)
    again = priced(first.usage)
    assert stages(again) == stages(first)
    assert again.trace == first.trace
