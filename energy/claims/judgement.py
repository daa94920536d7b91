"""A stated figure about a use of AI against today's estimate: a verdict and the reason for it.

How it is judged, `off` being how many times the stated figure is today's central value:

- A figure inside today's range, or within three times the central value, is **supported** where it is within three
  times the central value, else **partly** true: possible at the edge, not typical.
- Outside the range by no more than three times its bound it is **contested**; further off it is **false**.
- Where a thousand or a million times more or less would lie inside the range, the reason is a slip of units; power
  (watts) said for energy is **false** whatever the number.
- "More than" and "less than" are **supported** where the central value agrees, **partly** true where only an end of the
  range does; "up to" speaks of the upper end, and is only wrong where it is far from it.
- Nothing at all is judged like any figure, but is no number of times too little: it has a reason of its own.
- What is stated as so many of something else has a range of its own: ranges that meet count as inside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from energy.book.factor_book import FactorBook
from energy.claims.parsed_claim import Amount, ParsedClaim
from energy.estimate.estimate import Estimate
from energy.values.interval import Interval
from energy.values.units import wh_from_kwh

NEAR = 3.0
SLIPS = (1e3, 1e6)
Measured = Literal["energy", "carbon", "water"]
Judged = Literal["supported", "partly", "contested", "false"]


class Reason(StrEnum):
    """Why a stated figure was judged as it was."""

    FITS = "fits"
    EDGE = "edge"
    HIGH = "high"
    LOW = "low"
    ZERO = "zero"
    SLIP = "slip"
    POWER = "power"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of a stated figure.

    `stated` and `today` are in the unit of `what` (Wh, g of CO2e, mL); `off` is how many times today's central value
    was stated; `slip` the factor by which a unit slipped, where one did. A power has no such figure: `stated` is in W.
    """

    verdict: Judged
    reason: Reason
    what: Measured
    stated: Interval
    today: Interval
    off: float
    slip: float | None = None


def judge(claim: ParsedClaim, found: Sequence[Estimate], book: FactorBook, other: Estimate | None = None) -> Judgement:
    """The judgement of a claim; `found` are today's estimates of its usages, `other` of what it is compared with."""
    amount = claim.amount
    what: Measured = amount.what if amount.what in ("carbon", "water") else "energy"
    today = _total(found, what)
    if amount.what == "power":
        return Judgement("false", Reason.POWER, what, amount.value, today, 0.0)
    stated = _stated(amount, book, other)
    off = stated.central / today.central
    verdict, reason = _JUDGES[amount.bound](stated, today)
    if reason is Reason.LOW and stated.high == 0:
        return Judgement(verdict, Reason.ZERO, what, stated, today, off)
    if verdict == "false" and (slip := _slip(stated, today)):
        return Judgement(verdict, Reason.SLIP, what, stated, today, off, slip)
    return Judgement(verdict, reason, what, stated, today, off)


def _total(found: Sequence[Estimate], what: Measured) -> Interval:
    parts = [
        one.facility_energy_wh if what == "energy" else one.carbon_g if what == "carbon" else one.water_ml
        for one in found
    ]
    total = parts[0]
    for part in parts[1:]:
        total = total.plus(part)
    return total


def _stated(amount: Amount, book: FactorBook, other: Estimate | None) -> Interval:
    """The stated amount in the unit it is judged in. Raises ValueError where the usage it is likened to is missing."""
    if amount.what == "like":
        return book.equivalents[amount.of].kwh_per_unit.range.mapped(wh_from_kwh).times(amount.value)
    if amount.what == "use":
        if other is None:
            raise ValueError(f"nothing says what {amount.of} uses")
        return other.facility_energy_wh.times(amount.value)
    return amount.value


def _about(stated: Interval, today: Interval) -> tuple[Judged, Reason]:
    off = stated.central / today.central
    reason = Reason.HIGH if off > 1 else Reason.LOW
    near = 1 / NEAR <= off <= NEAR
    if stated.low <= today.high and stated.high >= today.low:
        return ("supported", Reason.FITS) if near else ("partly", Reason.EDGE)
    if near:
        return "supported", Reason.FITS
    is_far = stated.low > NEAR * today.high if off > 1 else NEAR * stated.high < today.low
    return ("false" if is_far else "contested"), reason


def _over(stated: Interval, today: Interval) -> tuple[Judged, Reason]:
    if stated.low <= today.central:
        return "supported", Reason.FITS
    if stated.low <= today.high:
        return "partly", Reason.EDGE
    return ("contested" if stated.low <= NEAR * today.high else "false"), Reason.HIGH


def _under(stated: Interval, today: Interval) -> tuple[Judged, Reason]:
    if stated.high >= today.central:
        return "supported", Reason.FITS
    if stated.high >= today.low:
        return "partly", Reason.EDGE
    return ("contested" if NEAR * stated.high >= today.low else "false"), Reason.LOW


def _up_to(stated: Interval, today: Interval) -> tuple[Judged, Reason]:
    if stated.high < today.central:
        return _under(stated, today)
    if stated.low <= today.high:
        return "supported", Reason.FITS
    return ("contested" if stated.low <= NEAR * today.high else "false"), Reason.HIGH


_JUDGES = {"about": _about, "over": _over, "under": _under, "upto": _up_to}


def _slip(stated: Interval, today: Interval) -> float | None:
    """By how much a unit slipped: above one where too much was stated, below one where too little."""
    for factor in (*SLIPS, *(1 / slip for slip in SLIPS)):
        if today.contains(stated.central / factor):
            return factor
    return None
