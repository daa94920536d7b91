"""The same use by many people, for long: totals for a period and a year, and what they compare with at that scale."""

from __future__ import annotations

from dataclasses import dataclass

from energy.book.factor_book import FactorBook
from energy.estimate.estimate import Estimate, estimate
from energy.insight.equivalents import Comparison, compare
from energy.methods.ecologits import Opinions
from energy.places.place import Place
from energy.usage.habit import Period, require_people, require_times
from energy.usage.usage import Usage
from energy.values.interval import Interval

_DAYS_PER_YEAR, _DAYS_PER_WEEK = 365.0, 7.0
PERIODS_PER_YEAR: dict[Period, float] = {
    "day": _DAYS_PER_YEAR,
    "week": _DAYS_PER_YEAR / _DAYS_PER_WEEK,
    "month": 12.0,
    "year": 1.0,
}
# What whole populations use, small to large; the everyday equivalents stay with the single use.
SCALES = ("household-year-fr", "household-year-us", "wind-turbine-year", "reactor-year")


@dataclass(frozen=True, slots=True)
class Totals:
    """What everybody's uses need together over some time."""

    energy_wh: Interval
    carbon_g: Interval
    water_ml: Interval


@dataclass(frozen=True, slots=True)
class Scenario:
    """`people` people doing a usage `times` times per `per`: totals of that period and of a year.

    `one` is the usage done once. The range is kept whole: many people do not average it out, for what is not known (the
    model, the machine) is not known of all of them alike. `comparisons` hold only what the year's central value fills
    at least once, the smallest number first.
    """

    one: Estimate
    people: int
    times: float
    per: Period
    per_period: Totals
    per_year: Totals
    comparisons: tuple[Comparison, ...]


def scenario(
    usage: Usage,
    book: FactorBook,
    place: Place,
    people: int,
    times: float,
    per: Period,
    opinions: Opinions | None = None,
) -> Scenario:
    """The totals of a habit shared by many. Raises Refusal for outlandish numbers of people or times."""
    require_people(people, str(people))
    require_times(times, per)
    one = estimate(usage, book, place, opinions)
    per_period = _totals(one, people * times)
    per_year = _totals(one, people * times * PERIODS_PER_YEAR[per])
    compared = [compare(per_year.energy_wh, book, identity) for identity in SCALES]
    filled = sorted((c for c in compared if c.amount.central >= 1), key=lambda c: c.amount.central)
    return Scenario(one, people, times, per, per_period, per_year, tuple(filled))


def _totals(one: Estimate, times: float) -> Totals:
    return Totals(one.facility_energy_wh.scaled(times), one.carbon_g.scaled(times), one.water_ml.scaled(times))
