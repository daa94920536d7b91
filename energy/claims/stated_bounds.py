"""Which bounds a claim states, and on what: its amounts, its ratios, or a thing it compares with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from energy.claims.bound_phrases import AS_MUCH, Bound
from energy.claims.bounds import bounding
from energy.claims.claim_text import ClaimText
from energy.claims.equivalent_mentions import likened
from energy.claims.ratios import Ratio, ratios
from energy.reading.quantities import Quantity

_SAME = 1.06
_FARTHEST_RATIO = 48
# What measures or counts things: "as much as 60 minutes of microwave".
_OF_THINGS = ("duration", "count", "distance")
# "10 full phone charges", "10 recharges de téléphone".
_SMALL_WORDS = re.compile(r"\s+(?:[a-z]+\s+){0,2}?")
# "A tenth of a second" is an amount.
_UNIT_AFTER = re.compile(r"\s*(?:(?:of|de|d)\s+)?(?:1\s+)?(?:seconde?s?|minutes?|hours?|heures?|days?|jours?)\b")
_UP_TO = re.compile(r"\s+(?:up\s?to|jusqu\W*(?:to|aux?))\s+$")


@dataclass(frozen=True, slots=True)
class StatedBound:
    """A bound other than "about" and the amount it bounds; no amount where it bounds a thing or a part of one."""

    bound: Bound
    amount: Quantity | None = None

    @property
    def of_thing(self) -> bool:
        """Whether it bounds a thing, a part of one, or how long or how often one is used."""
        return self.amount is None or self.amount.kind in _OF_THINGS

    def agrees(self, other: StatedBound) -> bool:
        """Whether both bound the same amount alike; whatever bounds a thing may be said of its amount as well."""
        if self.bound != other.bound:
            return False
        return self.amount is None or other.amount is None or is_same_amount(self.amount, other.amount)


def is_same_amount(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are the same or, where one is a range, could be."""
    return one.kind == other.kind and one.low <= other.high * _SAME and other.low <= one.high * _SAME


def stated_bounds(claim: ClaimText, things: Iterable[tuple[int, int]]) -> tuple[StatedBound, ...]:
    """Every bound of a claim; `things` are the places of what it may compare with."""
    return tuple(one for one in _bounds(claim, things) if one.bound != "about")


def stated_parts(claim: ClaimText, things: Iterable[tuple[int, int]] = ()) -> tuple[float, ...]:
    """How many times something else a claim states: halves and tenths of it, and so many of a thing."""
    plain = claim.plain
    counted = [
        one.range.central
        for start, _ in things
        for one in claim.quantities
        if one.kind == "count" and one.end <= start and _SMALL_WORDS.fullmatch(plain, one.end, start)
    ]
    return (*(one.times.central for one in _parts(claim)), *counted)


def _bounds(claim: ClaimText, things: Iterable[tuple[int, int]]) -> Iterator[StatedBound]:
    plain, multiplied = claim.plain, ratios(claim)
    for one in claim.quantities:
        said = bounding(plain, one.start, one.end)
        is_equal = one.kind in _OF_THINGS and AS_MUCH.fullmatch(plain, said.start, said.end)
        if one.kind == "year" or is_equal or _ends_range(claim, one.start):
            continue
        if not (said.start < one.start and _is_multiplied(plain, said.end, multiplied)):
            yield StatedBound(said.bound, one)
    for part in _parts(claim):
        yield StatedBound(bounding(plain, part.start, part.end).bound)
    # An everyday use is more than its thing: "a phone charge at most".
    everyday = likened(plain)
    for start, end in (*things, *([(everyday.start, everyday.end)] if everyday else ())):
        if not (_is_multiplied(plain, start, multiplied) or _ends_range(claim, start)):
            yield StatedBound(bounding(plain, start, end, is_thing=True).bound)


def _parts(claim: ClaimText) -> list[Ratio]:
    measured = {one.start for one in claim.quantities}
    return [one for one in ratios(claim) if one.start not in measured and not _UNIT_AFTER.match(claim.plain, one.end)]


def _ends_range(claim: ClaimText, at: int) -> bool:
    """Whether an amount that begins here is the upper of two: "a tenth of a second up to 8 seconds"."""
    if not (up_to := _UP_TO.search(claim.plain[:at])):
        return False
    ends = {one.end for one in claim.quantities}
    ends |= {unit.end() for one in ratios(claim) if (unit := _UNIT_AFTER.match(claim.plain, one.end))}
    return up_to.start() in ends


def _is_multiplied(plain: str, at: int, multiplied: list[Ratio]) -> bool:
    """Whether the words before a place belong to a ratio: "70 times more than a phone charge" bounds no charge."""
    between = (plain[one.end : at] for one in multiplied if one.end <= at)
    return any(len(words) <= _FARTHEST_RATIO and not re.search(r"[02-9,;:]", words) for words in between)
