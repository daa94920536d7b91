"""So many times another use, as a plain claim says it: "70 times more", "deux fois moins", "a tenth of", "20% less"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from energy.claims.bound_phrases import Bound
from energy.claims.bounds import OPPOSITE, Bounding, bounding
from energy.claims.claim_text import ClaimText
from energy.reading.quantities import Quantity
from energy.values.interval import Interval

_LEAD = r"[\s,(-]*(?:(?:as|even|encore|bien|far|way|1|de|en|aussi|the|la|le)\s+){0,2}?"
_LESS = r"(?:less|fewer|moins|lower|smaller|inferieur\w*|reduction)\b"
_MORE = r"(?:more|plus|as|aussi|higher|greater|bigger|larger|worse|hungr\w+|pire|superieur\w*|autant)\b"
# What is more efficient uses less.
_FRUGAL = (
    r"(?:\s+(?:energy|energetiquement|power))?[\s-]+(?:efficien\w+|efficac\w+|econom\w+|sobre\w*|frugal\w*|green\w*|verte?s?"
    r"|propre\w*|clean\w*|sustainab\w+|ecolog\w+|durable\w*|leger\w*|light\w*)\b"
)
_FRUGAL_MORE = r"(?:greener|cleaner|lighter|better)\b"
_IS_LESS = re.compile(rf"{_LEAD}(?:{_MORE}{_FRUGAL}|{_FRUGAL_MORE}|{_LESS}(?!{_FRUGAL}))")
_IS_MORE = re.compile(rf"{_LEAD}(?:{_LESS}{_FRUGAL}|{_MORE})")
_OF = re.compile(r"\s*(?:of|de|du|des|the|la|le|as|what|ce\s+que|autant)\b")
# A number below one counts nothing but a part: the reader of quantities leaves it alone.
_PART = re.compile(
    r"(?<![\w.])0\.\d+(?![\w.])(?!\s*(?:tokens?|words?|mots?|pages?|jetons?|steps?|etapes?)\b)"
    r"|\bmoitie\b|\b(?:le|du|au|[2-9])\s+(?P<nth>[a-z]+)\b(?=\s+\S)"
)
_PARTS = {
    **dict.fromkeys(("tiers", "thirds"), 3.0),
    **dict.fromkeys(("quart", "quarts", "quarters"), 4.0),
    **dict.fromkeys(("cinquieme", "cinquiemes", "fifths"), 5.0),
    **dict.fromkeys(("dixieme", "dixiemes", "tenths"), 10.0),
    **dict.fromkeys(("centieme", "centiemes", "hundredths"), 100.0),
}
_HALF, _WHOLE = 0.5, 100.0


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times another use, how that is bounded and by which words, and the place of its number."""

    times: Interval
    bounded: Bounding
    start: int
    end: int


def ratios(claim: ClaimText) -> list[Ratio]:
    """Every ratio of a claim, in its order."""
    plain = claim.plain
    found = [_of_times(plain, one) for one in claim.quantities if one.kind == "times" and one.low > 0]
    found += [ratio for one in claim.quantities if one.kind == "share" if (ratio := _of_share(plain, one))]
    measured = [one for one in claim.quantities if one.kind != "count"]
    for part in _PART.finditer(plain):
        value = _part(part)
        if value > 0 and not any(one.start < part.end() and part.start() < one.end for one in measured):
            found.append(_of_part(plain, value, *part.span()))
    return sorted(found, key=lambda one: one.start)


def _part(part: re.Match[str]) -> float:
    """How much of one a part is; nothing where a word names none."""
    if part[0] == "moitie":
        return _HALF
    if not (nth := part["nth"]):
        return float(part[0])
    count = float(part[0][0]) if part[0][0].isdigit() else 1.0
    return count / _PARTS[nth] if nth in _PARTS else 0.0


def _of_times(plain: str, one: Quantity) -> Ratio:
    times = one.range
    if _IS_LESS.match(plain, one.end):
        return _ratio(plain, _inverse(times), one.start, one.end, is_less=True)
    return _ratio(plain, times, one.start, one.end)


def _of_part(plain: str, value: float, start: int, end: int) -> Ratio:
    """A part of another use; "half less" and "half as much" are both a half, a tenth less is nine tenths."""
    if _IS_LESS.match(plain, end) and not re.match(rf"{_LEAD}as\b", plain[end:]):
        return _ratio(plain, Interval.exactly(1 - value), start, end, is_less=True)
    if re.match(rf"{_LEAD}as{_FRUGAL}", plain[end:]):
        return _ratio(plain, Interval.exactly(1 / value), start, end, is_less=True)
    return _ratio(plain, Interval.exactly(value), start, end)


def _of_share(plain: str, one: Quantity) -> Ratio | None:
    """A per cent of another use, or so many per cent more or less than it; None where it is a share of all else."""
    share = one.range.central / _WHOLE
    if _IS_LESS.match(plain, one.end):
        return _ratio(plain, Interval.exactly(1 - share), one.start, one.end, is_less=True) if share < 1 else None
    if _OF.match(plain, one.end) and not re.match(r"\s*(?:de|en)\s+plus\b", plain[one.end :]):
        return _ratio(plain, Interval.exactly(share), one.start, one.end) if share > 0 else None
    if _IS_MORE.match(plain, one.end):
        return _ratio(plain, Interval.exactly(1 + share), one.start, one.end)
    return None


def _ratio(plain: str, times: Interval, start: int, end: int, *, is_less: bool = False) -> Ratio:
    """The ratio with its bound, which turns round where less is said: at least 70 times less is at most a 70th."""
    said = bounding(plain, start, end)
    bound: Bound = said.bound
    if is_less:
        # Of "up to 70 times less" the lower end is stated, for which there is no bound of its own.
        bound = "about" if bound == "upto" else OPPOSITE[bound]
    return Ratio(times, replace(said, bound=bound), start, end)


def _inverse(times: Interval) -> Interval:
    return Interval(1 / times.high, 1 / times.central, 1 / times.low)
