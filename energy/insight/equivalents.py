"""Energy as everyday things: minutes of microwave first."""

from __future__ import annotations

from dataclasses import dataclass

from energy.book.factor_book import FactorBook
from energy.book.sources import Basis, SourceId
from energy.values.interval import Interval
from energy.values.units import S_PER_MIN, WH_PER_KWH


@dataclass(frozen=True, slots=True)
class Comparison:
    """So many units of an everyday use, with the range both sides bring."""

    id: str
    amount: Interval
    basis: Basis
    source: SourceId


# From large to small: an everyday use, and how many of it at least make it the one to say.
_LADDER = (
    ("reactor-year", 1.0),
    ("wind-turbine-year", 1.0),
    ("household-year-fr", 1.0),
    ("household-day-fr", 2.0),
    ("oven-use", 3.0),
    ("microwave-minute", 1 / S_PER_MIN),
)
_SMALLEST = "led-minute"


def fitting(energy_wh: Interval, book: FactorBook) -> Comparison:
    """The energy as the everyday use that fits its size, so that nobody reads of 0.0001 ovens or a million of them."""
    compared = ((compare(energy_wh, book, identity), least) for identity, least in _LADDER)
    return next((c for c, least in compared if c.amount.central >= least), compare(energy_wh, book, _SMALLEST))


def compare(energy_wh: Interval, book: FactorBook, identity: str = "microwave-minute") -> Comparison:
    """An energy in Wh as an everyday use. Raises KeyError for an unknown one."""
    per_unit = book.equivalents[identity].kwh_per_unit
    units_per_kwh = Interval(1 / per_unit.high, 1 / per_unit.central, 1 / per_unit.low)
    return Comparison(identity, energy_wh.scaled(1 / WH_PER_KWH).times(units_per_kwh), per_unit.basis, per_unit.source)
