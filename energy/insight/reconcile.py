"""Two published figures: the named factors that lead from one to the other, and the remainder nobody explains."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from energy.book.factor_book import FactorBook
from energy.estimate.estimate import Estimate, estimate
from energy.methods.ecologits import Opinions
from energy.places.place import Place
from energy.usage.usage import Usage
from energy.values.errors import Refusal
from energy.values.interval import Interval

# What is changed one after the other to turn a use into another; the model last, for it decides what settings mean.
_CHANGES = ("count", "amount", "settings", "model")


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The gap between two figures (second over first), taken apart.

    `explained` is the product of the named factors. `remainder` is what is left, the gap over that product: as wide as
    the factors make it. Where it holds 1, the factors can explain the gap.
    """

    gap: float
    factors: tuple[Interval, ...]
    explained: Interval
    remainder: Interval

    @property
    def closed(self) -> bool:
        """Whether the named factors can explain the gap."""
        return self.remainder.contains(1.0)


def reconcile(first: float, second: float, factors: Sequence[Interval]) -> Reconciliation:
    """Take the gap between two figures of one unit apart. Raises ValueError for a figure or factor not above zero."""
    if not (first > 0 and second > 0 and all(factor.low > 0 for factor in factors)):
        raise ValueError("figures and factors must be above zero to be compared")
    explained = Interval.exactly(1.0)
    for factor in factors:
        explained = explained.times(factor)
    gap = second / first
    left = Interval(gap / explained.high, gap / explained.central, gap / explained.low)
    return Reconciliation(gap, tuple(factors), explained, left)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which two uses differ, and how many times the energy it alone makes.

    `kind` is count, amount, settings, model, or all where they cannot be taken apart.
    """

    kind: str
    factor: float


def differences(
    first: Estimate, second: Estimate, book: FactorBook, opinions: Opinions | None = None
) -> tuple[Difference, ...]:
    """What leads from one of our own estimates to another: their factors multiply to the ratio of the central values.

    Each step changes one thing of the use and prices it again. Where a step cannot be priced (a setting the other model
    lacks), it goes together with the next. Place and day do not change energy.
    """
    if first.usage.activity != second.usage.activity:
        return (Difference("all", second.facility_energy_wh.central / first.facility_energy_wh.central),)
    found: list[Difference] = []
    here, before, waiting = first.usage, first.facility_energy_wh.central, 0
    for change in _CHANGES:
        there = _with(here, second.usage, change)
        if there == here:
            continue
        here = there
        now = _priced(here, second.place, book, opinions) if here != second.usage else second.facility_energy_wh.central
        if now is None:
            waiting += 1
            continue
        found.append(Difference("all" if waiting else change, now / before))
        before, waiting = now, 0
    return tuple(one for one in found if not math.isclose(one.factor, 1.0, rel_tol=1e-9))


def _with(usage: Usage, other: Usage, change: str) -> Usage:
    match change:
        case "count":
            return replace(usage, count=other.count)
        case "amount":
            return replace(usage, amount=other.amount)
        case "settings":
            return replace(usage, settings=other.settings)
        case _:
            return replace(usage, model=other.model)


def _priced(usage: Usage, place: Place, book: FactorBook, opinions: Opinions | None) -> float | None:
    try:
        return estimate(usage, book, place, opinions).facility_energy_wh.central
    except (Refusal, ValueError):
        return None
