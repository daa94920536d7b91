"""What the words around an amount make of it: at least, at most, up to or about so much, in either language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from energy.claims.bound_phrases import (
    AFTER,
    AS_MUCH,
    BEFORE,
    DENIAL,
    GAP,
    GAP_AFTER,
    GAP_BEFORE_THING,
    OPENING,
    SHORT_OF,
    Bound,
    any_of,
)

OPPOSITE: dict[Bound, Bound] = {"over": "under", "under": "over", "upto": "under", "about": "about"}
_MAY_BE_DENIED = rf"(?P<denial>{any_of((DENIAL,))})?"
_SHORT_OF: tuple[Bound, re.Pattern[str]] = ("under", re.compile(rf"(?<![\w-]){any_of(SHORT_OF)}(?![a-z])"))
_BEFORE = (
    *(
        (bound, re.compile(rf"{'' if bound == 'about' else _MAY_BE_DENIED}(?<![\w-]){any_of(phrases)}(?![a-z])"))
        for bound, phrases in BEFORE.items()
    ),
    _SHORT_OF,
)
# What a number follows bounds that number.
_AFTER = tuple(
    (bound, re.compile(rf"(?P<gap>{GAP_AFTER}){any_of(phrases)}(?![a-z])(?!\s*\d)")) for bound, phrases in AFTER.items()
)
_OPENING = tuple((bound, re.compile(rf"\W*{any_of(phrases)}")) for bound, phrases in OPENING.items())
_FARTHEST = 64


@dataclass(frozen=True, slots=True)
class Bounding:
    """A bound, and the place of the words that say so: an empty place where nothing does.

    What denies a bound and so turns it round lies between `denial` and `start`; `gap` parts the words from the amount.
    """

    bound: Bound
    start: int
    end: int
    denial: int
    gap: int = 0


def bounding(plain: str, start: int, end: int, *, is_thing: bool = False) -> Bounding:
    """How the amount at a place of a plain claim is bounded: by the nearest phrase that belongs to it."""
    said = [one for one in (_before(plain, start, is_thing=is_thing), _after(plain, end)) if one is not None]
    firm = [one for one in said if one.bound != "about"]
    if not firm and (opening := _opening(plain)):
        return opening
    return min(firm or said, key=lambda one: one.gap, default=Bounding("about", start, start, start))


def _opening(plain: str) -> Bounding | None:
    for bound, pattern in _OPENING:
        if match := pattern.match(plain):
            return Bounding(bound, *match.span(), match.start())
    return None


def _before(plain: str, start: int, *, is_thing: bool) -> Bounding | None:
    """The phrase that ends last before the amount; of two that end there the longer."""
    since = max(0, start - _FARTHEST)
    between = GAP_BEFORE_THING if is_thing else GAP
    found: list[Bounding] = []
    for bound, pattern in _BEFORE:
        for match in pattern.finditer(plain, since, start):
            if between.fullmatch(plain, match.end(), start):
                turned = len(match.groupdict().get("denial") or "")
                meant = OPPOSITE[bound] if turned else "about" if is_thing and AS_MUCH.fullmatch(match[0]) else bound
                found.append(Bounding(meant, match.start() + turned, match.end(), match.start(), start - match.end()))
    # "At least about 3": an approximation only counts where nothing firmer stands before it.
    firm = [one for one in found if one.bound != "about" or _is_softened(one, found)]
    # "At least as much as 3": what is no more than a comparison gives way as well.
    surely = [one for one in firm if not AS_MUCH.fullmatch(plain, one.start, one.end)]
    return max(surely or firm or found, key=lambda one: (one.end, -one.denial), default=None)


def _is_softened(one: Bounding, found: list[Bounding]) -> bool:
    """Whether an approximation holds a firmer phrase: "a little more than", "not quite"."""
    return any(other.bound != "about" and one.start < other.start and one.end >= other.end for other in found)


def _after(plain: str, end: int) -> Bounding | None:
    found = [
        Bounding(bound, match.end("gap"), match.end(), match.end("gap"), match.end("gap") - end)
        for bound, pattern in _AFTER
        if (match := pattern.match(plain, end))
    ]
    return min(found, key=lambda one: one.gap, default=None)
