"""A habit shared by many: totals in proportion, the range kept, scales only where they are filled."""

from __future__ import annotations

import math
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from energy import Interval, Place, Refusal, Usage, load_book, place_of
from energy.insight.scenario import PERIODS_PER_YEAR, Scenario, Totals, scenario
from energy.reading.people import read_people
from energy.usage.habit import MAX_PEOPLE, Period

BOOK = load_book()
_PEOPLE = st.integers(1, 10_000_000)
_TIMES = st.floats(0.02, 5_000.0)
_PERIODS: st.SearchStrategy[Period] = st.sampled_from(get_args(Period))


def world() -> Place:
    return place_of(BOOK, "World")


def clips(people: int, times: float, per: Period = "week") -> Scenario:
    return scenario(Usage("video", 5.0), BOOK, world(), people, times, per)


def ranges(totals: Totals) -> list[Interval]:
    return [totals.energy_wh, totals.carbon_g, totals.water_ml]


def proportional(one: Totals, other: Totals, factor: float) -> bool:
    return all(
        math.isclose(getattr(a, end) * factor, getattr(b, end), rel_tol=1e-9)
        for a, b in zip(ranges(one), ranges(other), strict=True)
        for end in ("low", "central", "high")
    )


@given(_PEOPLE, st.integers(2, 1000), _TIMES, _PERIODS)
def test_totals_grow_in_proportion_to_the_people(people: int, more: int, times: float, per: Period) -> None:
    one, other = clips(people, times, per), clips(people * more, times, per)
    assert proportional(one.per_period, other.per_period, more)
    assert proportional(one.per_year, other.per_year, more)


@given(_PEOPLE, _TIMES, _PERIODS)
def test_half_the_times_take_half(people: int, times: float, per: Period) -> None:
    assert proportional(clips(people, times, per).per_year, clips(people, times / 2, per).per_year, 0.5)


@given(_PEOPLE, _TIMES, _PERIODS)
def test_a_year_is_its_periods(people: int, times: float, per: Period) -> None:
    result = clips(people, times, per)
    assert proportional(result.per_period, result.per_year, PERIODS_PER_YEAR[per])


@pytest.mark.parametrize(("per", "times_a_year"), [("day", 365), ("week", 365 / 7), ("month", 12), ("year", 1)])
def test_a_habit_is_repeated_as_often_as_a_year_has_its_periods(per: Period, times_a_year: float) -> None:
    totals = clips(10, 1.0, per)
    assert totals.per_year.energy_wh.central == pytest.approx(totals.one.facility_energy_wh.central * 10 * times_a_year)


@given(_PEOPLE, _TIMES)
def test_many_people_do_not_narrow_the_range(people: int, times: float) -> None:
    result = clips(people, times)
    assert result.per_year.energy_wh.spread == pytest.approx(result.one.facility_energy_wh.spread)


def test_a_million_clips_a_day_worked_by_hand() -> None:
    # 100 Wh x 1 million = 100 MWh a day, x 365 = 36.5 GWh a year: 8.7 turbines, 3476 US homes, 8578 French ones.
    result = clips(1_000_000, 1.0, "day")
    assert result.per_period.energy_wh.central == pytest.approx(100e6)
    assert result.per_year.energy_wh.central == pytest.approx(36.5e9)
    assert [(c.id, round(c.amount.central, 1)) for c in result.comparisons] == [
        ("wind-turbine-year", 8.7),
        ("household-year-us", 3476.2),
        ("household-year-fr", 8578.1),
    ]


def test_one_person_fills_no_scale() -> None:
    assert clips(1, 3.0).comparisons == ()


def test_a_scale_appears_when_its_central_value_is_filled_once() -> None:
    # 4255 kWh are 42 550 clips of 100 Wh.
    assert clips(42_549, 1.0, "year").comparisons == ()
    assert [c.id for c in clips(42_551, 1.0, "year").comparisons] == ["household-year-fr"]


def test_a_world_that_makes_clips_all_day_fills_reactors() -> None:
    assert clips(8_000_000_000, 10.0, "day").comparisons[0].id == "reactor-year"


def test_the_count_of_the_usage_counts() -> None:
    four = scenario(Usage("image", count=4), BOOK, world(), 10, 1.0, "day")
    one = scenario(Usage("image"), BOOK, world(), 40, 1.0, "day")
    assert proportional(four.per_year, one.per_year, 1.0)


@pytest.mark.parametrize("people", [0, -1, MAX_PEOPLE + 1])
def test_outlandish_people_are_refused(people: int) -> None:
    with pytest.raises(Refusal) as refused:
        clips(people, 1.0)
    assert refused.value.code == "people.range"
    assert "such as 1000" in str(refused.value)


@pytest.mark.parametrize("times", [0.0, -1.0, 0.009, 10_001.0, math.inf, math.nan])
def test_outlandish_times_are_refused(times: float) -> None:
    with pytest.raises(Refusal) as refused:
        clips(1, times)
    assert refused.value.code == "times.range"
    assert "such as 3" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("1", 1),
        ("1000", 1000),
        ("1 000", 1000),
        ("1\u202f000\u202f000", 1_000_000),
        ("1,000,000", 1_000_000),
        ("10k", 10_000),
        ("10 K", 10_000),
        ("1.1k", 1100),
        ("1.5M", 1_500_000),
        ("2 million", 2_000_000),
        ("1,5 million", 1_500_000),
        ("1,1 million", 1_100_000),
        ("67,1 millions d'habitants", 67_100_000),
        ("deux millions de personnes", 2_000_000),
        ("un milliard", 1_000_000_000),
        ("8 billion people", 8_000_000_000),
        ("a thousand users", 1000),
        ("trente élèves", 30),
        ("une centaine", 100),
        ("cinq cent mille", 500_000),
    ],
)
def test_people_are_read_in_digits_and_words_of_both_languages(text: str, people: int) -> None:
    assert read_people(text) == people


@pytest.mark.parametrize(
    "text", ["", "la population de la France", "everyone", "-3", "1.5", "1e9", "2 cats", "10%", "3 million dollars"]
)
def test_what_is_no_number_of_people_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_people(text)
    assert refused.value.code == "people.unreadable"
    assert "2 million" in str(refused.value)


@pytest.mark.parametrize("text", ["0", "12 billion", "999999999999999"])
def test_more_people_than_live_and_none_at_all_are_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_people(text)
    assert refused.value.code == "people.range"


@given(st.integers(1, MAX_PEOPLE))
def test_any_whole_number_is_read_as_itself(people: int) -> None:
    assert read_people(str(people)) == people
