"""A plain sentence cut into clauses, one for each use of AI."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from energy.book.records import Activity
from energy.reading.model_mentions import MARK
from energy.reading.nouns import BECOMES, Found, head, nouns
from energy.reading.patterns import NUMBER, ONE_LENGTH, SIZE, TOKENS
from energy.reading.vocabulary import HOLDERS

Fits = Callable[[str, Activity], bool]
_TO_NEXT_PART = re.compile(
    r"\b(\d+(?:\.\d+)?[\s-]*(?:hours?|heures?|hrs?|h|minutes?|mins?|mn))\s*(?:,|and|et)\s*(?=\d+\s*(?:m|s))"
)
_ENDS = re.compile(
    r"\s*(?:[,;+&!?/]+(?!\d)|[.](?!\d)|\b(?:and|et|plus|puis|then|also|aussi|ensuite|or|ou|vs|versus|ainsi|than|contre|against"
    r"|par rapport|compared|comparee?s?|face chez|instead|while|tandis|alors)\b)\s*"
)
_LISTING = frozenset(("and", "et", "plus", "+", "&", "puis", "then"))
_FEW_WORDS = 4
_CONTENT = re.compile(
    r"\b(?:of|de|du|des|d|about|from|for|pour|sur|on|chez|per|par|depuis|dans|inside|in|like|comme|a partir)\s+"
    r"(?:(?:\d+|the|le|la|les|l|my|mon|ma|mes|this|ce|cette|cet|ces|that|un|une|a|an|some|[a-z]+)\s+){0,2}$"
)
_INSIDE = re.compile(
    r"\b(?:in|dans|inside|like|comme|about|on|sur)\s+(?:(?:1|the|le|la|les|l|my|mon|ma)\s+)?(?:[a-z]+\s+)?$"
)
_GREETING = re.compile(
    r"\b(?:(?:j\s|ai|have|got|got|avais|had|just|quick|petite|small|little|une|autre|another|my|ma)\s+(?:1\s+)?"
    r"(?:quick\s+|petite\s+|small\s+)?"
    r"question(?!s)(?!\s*(?:[\ue000-\uf8ff]|chez|to|with|avec|on|for))|^\s*(?:1\s+)?question\s*(?=[:,]))"
    r"|\b(?:par\s+)rapport\b|\bmerci\b.{0,24}\breponse\b|\bthanks?\b.{0,24}\banswer\b"
)


def clauses(text: str, fits: Fits) -> list[str]:
    """The sentence cut wherever a new use begins. `fits` says whether a model, by its mark, makes an activity."""
    text = _GREETING.sub(" , ", _TO_NEXT_PART.sub(r"\1 ", text))
    parts: list[str] = []
    ends = ["", *(end.strip() for end in _ENDS.findall(text))]
    for end, piece in zip(ends, _ENDS.split(text), strict=True):
        if not piece.strip():
            continue
        for part in _own_numbers(piece):
            _add(parts, part, fits, listed=end in _LISTING)
    return parts


def _add(parts: list[str], piece: str, fits: Fits, *, listed: bool) -> None:
    """Put a piece of a sentence where it belongs: with the clause before it, or in one of its own."""
    before = parts[-1] if parts else ""
    lead, earlier = head(piece), head(before)
    if before and not (earlier or MARK.search(before) or TOKENS.search(before)):
        _join(parts, piece)
    elif before and lead is None and MARK.search(piece) and not TOKENS.search(piece):
        _add_named(parts, piece, MARK.findall(piece), earlier, fits)
    elif before and lead is None and not TOKENS.search(piece) and (again := _another(before, earlier, piece)):
        parts.append(again)
    elif before and _belongs(before, piece, fits, listed=listed):
        _join(parts, piece)
    else:
        parts.append(piece)


def _belongs(before: str, piece: str, fits: Fits, *, listed: bool) -> bool:
    """Whether a piece says more of the use before it, rather than naming another."""
    lead, earlier = head(piece), head(before)
    counted, earlier_counted = bool(TOKENS.search(piece)), bool(TOKENS.search(before))
    if lead is None:
        return not counted or (
            not listed and not earlier_counted and (earlier is None or earlier.noun.activity == "text")
        )
    if earlier is None:
        named = MARK.findall(before)
        if named and (ONE_LENGTH.search(before) or _starts_with_number(before)):
            return False
        return (earlier_counted and lead.noun.activity == "text" and not counted) or (
            not MARK.search(piece) and _fitting(named, lead.noun.activity, fits)
        )
    vague = earlier.noun.weak and not lead.noun.weak and not (NUMBER.search(before) or MARK.search(before))
    return vague or bool(_INSIDE.search(piece[: lead.start])) or _comes_along(before, piece, lead)


def _comes_along(before: str, piece: str, lead: Found) -> bool:
    """Whether sound is part of the video before: "a video with music and voice"."""
    return (
        lead.noun.activity == "audio"
        and not lead.noun.firm
        and not NUMBER.search(piece)
        and any(f.noun.activity == "video" for f in nouns(before))
        and bool(re.search(r"\b(?:with|avec|sans|without)\b", before))
    )


def _add_named(parts: list[str], piece: str, named: list[str], earlier: Found | None, fits: Fits) -> None:
    """A piece that holds a model and no noun: the model of an earlier clause, or a clause like the one before."""
    before = parts[-1]
    activity = earlier.noun.activity if earlier else "text" if TOKENS.search(before) else None
    quantity = ONE_LENGTH.search(SIZE.sub(" ", piece)) or _starts_with_number(piece)
    if quantity and (MARK.search(before) or _starts_with_number(piece)):
        parts.append(piece)
    elif activity and not MARK.search(before) and _fitting(named, activity, fits):
        _join(parts, piece)
    elif not quantity and (other := _lacking(parts, named, fits)) is not None:
        parts[other] = f"{parts[other]} with {' '.join(named)}"
    elif not quantity and MARK.search(before) and activity and _fitting(named, activity, fits):
        parts.append(f"{MARK.sub(' ', before)} with {' '.join(named)} {MARK.sub(' ', piece)}")
    else:
        parts.append(piece)


def _join(parts: list[str], piece: str) -> None:
    parts[-1] = f"{parts[-1]} {piece}"


def _fitting(marks: list[str], activity: Activity, fits: Fits) -> bool:
    return any(fits(mark, activity) for mark in marks)


def _lacking(parts: list[str], named: list[str], fits: Fits) -> int | None:
    """The clause that has no model yet and could take one of these."""
    for at, part in enumerate(parts):
        lead = head(part)
        if lead and not MARK.search(part) and _fitting(named, lead.noun.activity, fits):
            return at
    return None


def _starts_with_number(piece: str) -> bool:
    return bool(
        re.match(r"\s*\d+\s+(?!\d)(?:with|avec|on|sur|using|via|by|par|of|de|in|en|more|autres?|others?)\b", piece)
    )


def _another(before: str, earlier: Found | None, piece: str) -> str | None:
    """What "one of 10s" after "two clips of 5s" leaves out, put in: the noun."""
    if earlier and ONE_LENGTH.search(before) and ONE_LENGTH.search(piece):
        return ONE_LENGTH.sub(lambda found: f" {found[0]} {earlier.word} ", piece, count=1)
    return None


def _own_numbers(piece: str) -> list[str]:
    """A piece cut again before a noun with a number of its own: "3 images 2 videos"."""
    found = nouns(piece)
    cuts = [0]
    for one, other in pairwise(found):
        between = piece[one.end : other.start]
        if (
            one.noun.verb
            or (one.noun.weak and not MARK.search(between))
            or not re.search(r"\d", between)
            or BECOMES.search(between)
        ):
            continue
        if one.word in HOLDERS and other.noun.activity == "text":
            continue
        numbers = list(NUMBER.finditer(between)) + list(ONE_LENGTH.finditer(between))
        numbers = [n for n in numbers if len(between[n.end() :].split()) < _FEW_WORDS]
        if not numbers:
            continue
        first = numbers[0].start() if len(numbers) < 3 else numbers[-1].start()
        if one.noun.activity in ("video", "audio") and ONE_LENGTH.match(between[first:].lstrip()):
            later = [n for n in numbers if n.start() > first and not ONE_LENGTH.match(between[n.start() :])]
            if not later:
                continue
            first = later[0].start()
        if _CONTENT.search(between[:first]):
            continue
        cuts.append(one.end + first)
    return [piece[a:b] for a, b in zip(cuts, [*cuts[1:], len(piece)], strict=True)]
