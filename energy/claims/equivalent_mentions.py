"""Everyday uses of electricity in a plain claim: "a microwave for 1 hour", "10 phone charges", "1 jour d'un foyer"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from energy.reading.amounts import read_duration
from energy.reading.patterns import PART
from energy.values.errors import Refusal
from energy.values.units import S_PER_MIN

_DAYS_PER_YEAR = 365.0
_N = r"(?<![\w.])(?P<{0}>\d+(?:\.\d+)?)"
_SHARE = (
    r"(?<![\w.])(?P<share>\d+(?:\.\d+)?)\s*(?:%|per-?cent|pour-?cent|(?:per|pour) 100)\s+(?:of|de|d"
    r"|du)\W+(?:\w+\W+){0,2}?"
)
_SMALL = r"(?:of|de|d|du|des|in|to|au|aux|a|the|le|la|les|l|1|your|ton|ta|votre|my|mon|ma|his|her|son|un|une|its|an)"
_BETWEEN = (
    rf"(?:{_SMALL}|with|avec|on|sur|for|pour|running|using|use|utilisation|usage|worth|power|electricity|electricite"
    r"|energy|energie|cooking|cuisson|fonctionnement|marche|time)"
)
_AFTERWARDS = (
    r"(?:oven|ovens|running|run|runs|on|going|left|switched|turned|allume\w*|qui|tourn\w*|marche\w*|fonctionn\w*|en"
    r"|during|pendant|durant|for|full|blast|power|plein\w*|puissance|at|to|about|environ|around|roughly|nearly|over|plus"
    r"|de|d|more|than|is|use|used|utilise\w*|entire|whole|non|stop|straight)"
)
# What runs for a time, as it is called in a plain claim, and the id of a minute of it.
_TIMED = {
    "microwave-minute": r"micro-?\s?ondes?(?: oven)?|micro-?wav(?:es?|ing)(?: ovens?)?",
    "led-minute": r"(?:10\s?w(?:att)?s?\s+)?"
    r"led(?:\s+(?:light\s?bulb|bulb|lamp|light))?s?(?:\s+(?:of|de)\s+10\s?w(?:att)?s?)?"
    r"|(?:ampoule|lampe)s?\s+(?:to\s+)?led(?:\s+de\s+10\s?w(?:att)?s?)?",
}
_PHONE = (
    r"(?:smart-?phones?|i?phones?|telephones?(?:\s+portables?)?|portables?|mobiles?(?:\s+phones?)?"
    r"|cell-?phones?)(?:\W?s)?"
)
_CHARGE = r"(?:re-?)?charg(?:e|es|er|ed|ing|eant|ez)\b"
_HOME = r"(?:homes?|house(?:hold)?s?|foyers?|menages?|maisons?|logements?|famil(?:y|ies)|familles?)"
_DAILY = r"(?:electricity|electricite|energy|energie|power|use|usage|consumption|consommation|conso|courant)"
# What is done so many times: the number stands before it, inside it or after it.
_COUNTED = {
    "phone-charge": rf"{_CHARGE}\s+"
    rf"(?:(?:up|completely|fully|entirely|completement|completes?|entierement|{_SMALL})\W+){{0,4}}?"
    rf"(?:{_N.format('inside')}\s+)?(?:{_SMALL}\W+)?{_PHONE}|{_PHONE}(?:\s+battery)?\s+(?:re)?charges?",
    "oven-use": r"(?:oven\s+(?:bakes?|uses?)|cuissons?\s+(?:\w+\s+){0,2}?oven|oven[\s-]+baked\s+(?:cake|meal)s?"
    r"|(?:bak|cook)(?:e|es|ing)\s+(?:\w+\s+){0,3}?(?:cakes?|oven)|cuire\s+(?:\w+\s+){0,2}?(?:gateaux?|oven))",
    "household-day-fr": rf"days?\s+(?:of\s+|worth\s+of\s+)?(?:{_DAILY}\s+)?(?:{_BETWEEN}\W+){{0,4}}(?:\w+\s)?{_HOME}"
    rf"|(?:jour(?:nee)?s?)\s+(?:de\s+|d\W+)?(?:{_DAILY}\s+)?(?:{_BETWEEN}\W+){{0,4}}{_HOME}"
    rf"|{_HOME}(?:\W+\w+){{0,4}}?\W+(?:in|for|en|pendant|per|par|uses)\s+(?:1\s+)?(?:days?|jour(?:nee)?s?)"
    rf"|(?:daily|quotidienne?)\s+(?:\w+\W+){{0,5}}?{_HOME}|{_DAILY}\s+quotidienne\s+(?:\w+\W+){{0,2}}?{_HOME}",
}
_AMERICAN = re.compile(r"\b(?:us|usa|american|americaine?s?|united states|etats-unis)\b")
_TIMED_PATTERNS = tuple(
    (
        identity,
        re.compile(rf"(?P<time>{PART})(?:[\s'-]+(?:{_BETWEEN}(?![a-z]))){{0,6}}[\s'-]+(?:{thing})(?!\w)"),
        re.compile(rf"(?<![\w-])(?:{thing})[\s-]+(?P<unit>hours?|minutes?|seconds?)(?!\w)"),
        re.compile(rf"(?<![\w-])(?:{thing})(?:\W+(?:{_AFTERWARDS}|{_SMALL})(?!\w)){{0,8}}?\W+(?P<time>{PART})"),
    )
    for identity, thing in _TIMED.items()
)
_COUNTED_PATTERNS = tuple(
    (
        identity,
        re.compile(
            rf"(?:{_SHARE}|{_N.format('before')}\s+(?:(?:full|complete|entire|french|{_SMALL})\s+){{0,2}})?(?<!\w)(?:{thing})(?!\w)"
            rf"(?:\s+completes?)?(?:\s+{_N.format('after')}\s+(?:times|fois))?"
        ),
    )
    for identity, thing in _COUNTED.items()
)


@dataclass(frozen=True, slots=True)
class Likened:
    """So many of an everyday use, and where in the claim it stands."""

    id: str
    times: float
    start: int
    end: int


def likened(plain: str) -> Likened | None:
    """The first everyday use of the book that a plain claim names with how much of it; None where there is none."""
    return min((*_timed(plain), *_counted(plain)), key=lambda one: one.start, default=None)


def _timed(plain: str) -> Iterator[Likened]:
    for identity, before, hyphened, after in _TIMED_PATTERNS:
        for pattern in (before, hyphened, after):
            if not (found := pattern.search(plain)):
                continue
            words = found.groupdict()
            try:
                seconds = read_duration((words.get("time") or f"1 {words.get('unit')}").replace("-", " "))
            except Refusal:
                continue
            start = found.start()
            if "unit" in words and (number := re.search(r"(\d+(?:\.\d+)?)\s*$", plain[:start])):
                seconds, start = seconds * float(number[1]), number.start()
            yield Likened(identity, seconds / S_PER_MIN, start, found.end())
            break


def _counted(plain: str) -> Iterator[Likened]:
    for identity, pattern in _COUNTED_PATTERNS:
        if not (found := pattern.search(plain)):
            continue
        words = found.groupdict()
        times = 1.0
        for name in ("before", "inside", "after"):
            times *= float(words.get(name) or 1)
        if words.get("share"):
            times *= float(words["share"]) / 100
        who = plain[max(0, found.start() - 16) : found.end() + 24]
        if identity == "household-day-fr" and _AMERICAN.search(who):
            yield Likened("household-year-us", times / _DAYS_PER_YEAR, *found.span())
        else:
            yield Likened(identity, times, *found.span())
