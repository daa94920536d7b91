"""Energy as everyday things: minutes of microwave first."""

from __future__ import annotations

from dataclasses import dataclass

from energy.book import FactorBook
from energy.interval import Interval
from energy.sources import Basis, SourceId
from energy.units import kwh_from_wh


@dataclass(frozen=True, slots=True)
class Comparison:
    """So many units of an everyday use, with the range both sides bring."""

    id: str
    amount: Interval
    basis: Basis
    source: SourceId


def compare(energy_wh: Interval, book: FactorBook, identity: str = "microwave-minute") -> Comparison:
    """An energy in Wh as an everyday use. Raises KeyError for an unknown one."""
    per_unit = book.equivalents[identity].kwh_per_unit
    units_per_kwh = Interval(1 / per_unit.high, 1 / per_unit.central, 1 / per_unit.low)
    return Comparison(identity, energy_wh.mapped(kwh_from_wh).times(units_per_kwh), per_unit.basis, per_unit.source)
