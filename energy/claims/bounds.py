"""What the words around an amount make of it: at least, at most, up to or about so much, in either language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Bound = Literal["about", "over", "under", "upto"]
OPPOSITE: dict[Bound, Bound] = {"over": "under", "under": "over", "upto": "under", "about": "about"}

_THAN = r"(?:than|que|qu|de)\b"
_EXCEEDS = r"(?:exceed|surpass|depass|exced|franchi)\w*|tops"
# Every phrase is written as `plain_claim` leaves it: "d'" is gone, à is "to" and an article is 1.
_BEFORE: dict[Bound, str] = {
    "over": r"at\s+(?:(?:the|1|very)\s+){0,2}(?:least|minimum|min|lowest)"
    r"|au\s+(?:grand\s+|strict\s+)?(?:moins|minimum|min|bas\s+mot)|minim(?:um|al|ale)|(?<!\d)(?<!\d\s)min\.?|floor\s+of|plancher\s+de"
    rf"|(?:more|greater|higher|larger)(?:\s+\w+){{0,2}}\s+than|(?<!en\s)plus(?:\s+\w+){{0,2}}?\s+{_THAN}|(?<!en\s)plus"
    r"|over|above|beyond|upwards?\s+of|north\s+of|in\s+excess\s+of|starting\s+(?:at|from)|to\s+partir\s+de|au-dessus\s+des?"
    rf"|au-?\s?dela\s+des?|superieure?s?\s+(?:to|aux?)|{_EXCEEDS}|>=?|[≥⩾≧]",
    "under": r"at\s+(?:the\s+)?(?:very\s+)?most|(?:tout\s+)?au\s+(?:grand\s+)?plus"
    rf"|(?:less|fewer|lower|smaller)(?:\s+\w+){{0,2}}\s+than|moins(?:\s+\w+){{0,2}}?\s+{_THAN}|moins"
    r"|under|below|beneath|south\s+of|sous|(?:en|au)[\s-]des?sous\s+des?|inferieure?s?\s+(?:to|aux?)"
    rf"|(?:{_EXCEEDS})\s+(?:pas|jamais|guere|point)|<=?|[≤⩽≦]",
    "upto": r"up\s?to|jusqu\W*(?:to|aux?|en)\b|jusque|as\s+(?:much|many|high|far)\s+as|"
    r"(?:au\s+)?max(?:imum|imale?|i)?\.?|(?:ceiling|cap)\s+of|plafond\s+de|(?:can|could|may|might)\s+reach|(?:peut|pouvant|pourrait)\s+atteindre",
    "about": r"(?:just|slightly|barely|hardly|scarcely|little|bit|tad|shade|hair|fraction|peu|peine|juste|legerement)"
    r"\s+(?:over|above|under|below|(?:more|less|short)(?:\s+(?:than|of))?|au-dessus\s+des?|en[\s-]dessous\s+des?|sous"
    r"|(?:plus|moins)(?:\s+(?:que|de))?)|not\s+(?:far\s+(?:from|off)|quite)|pas\s+(?:loin\s+de|tout\s+(?:to\s+)?a?\s?fait)"
    r"|about|around|approx\w*\.?|roughly|circa|ca\.?|nearly|almost|close\s+to|near|approaching|(?:region|order)\s+of"
    r"|environ|(?:to\s+)?peu\s+pres|pres\s+de|presque|quasi\w*|quelque|autour\s+de|alentours\s+de|ordre\s+de|[~≈]",
}
# Denied, a bound is its opposite: "no less than", "ne consomme jamais moins de", "sans dépasser".
_NOT = r"(?P<denied>(?:\b(?:no|not|never|nothing|cannot|without|jamais|pas|sans|rien\s+de|non)|n't)\s+(?:\w+\s+){0,3}?)"
_BEFORE_PATTERNS = tuple(
    (bound, re.compile(rf"{'' if bound == 'about' else _NOT + '?'}(?<![\w-])(?:{words})(?![a-z])"))
    for bound, words in _BEFORE.items()
)
_STUFF = (
    r"(?:electricity|electricite|energy|energie|power|courant|co2e?|carbone?|water|eau|consumption|consommation|conso)"
)
# What may stand between a bound and its amount: small words, and "about" in all its forms.
_SMALL = (
    rf"(?:of|de|des|the|la|le|les|l|1|some|to|is|are|est|sont|soit|even|well|equal|egale?|mark|barre|cap|seuil|threshold"
    rf"|whopping|total|say|disons|{_STUFF}|{_BEFORE['about']})"
)
_GAP = re.compile(rf"[\s'\"(*:=-]*(?:{_SMALL}(?![a-z])[\s'\"(*:=-]*)*")
# An everyday use is said with a verb: "more than running a microwave for an hour".
_GAP_BEFORE_THING = re.compile(rf"{_GAP.pattern}(?:(?:[a-z]+|1)[\s'-]+){{0,3}}")
_OR = r"(?:(?:or|and|et|ou|voire|if\s+not|sinon|si\s+ce\s+n'est)\s+(?:(?:even|meme|bien|much)\s+)?)"
_AFTER: dict[Bound, str] = {
    "over": rf"{_OR}(?:more|plus|davantage|above|over|up|upwards?|higher|greater|beyond|au-dela|au-dessus)"
    rf"(?!\s+(?:{_THAN}|d\b|to\b|often))|at\s+(?:(?:the|1|very)\s+){{0,2}}(?:least|minimum)"
    r"|au\s+(?:grand\s+|strict\s+)?(?:moins|minimum|bas\s+mot)|minimum|mini?\b\.?|upwards|and\s+counting|and\s+then\s+some|\+",
    "under": rf"{_OR}(?:less|fewer|under|below|lower|moins|(?:en|au)[\s-]dessous)(?!\s+{_THAN})"
    r"|at\s+(?:the\s+)?(?:very\s+)?most|(?:tout\s+)?au\s+(?:grand\s+)?plus",
    "upto": r"(?:au\s+)?(?:grand\s+)?max(?:imum|i)?|tops",
    "about": r"more\s+or\s+less|plus\s+ou\s+moins|or\s+so|or\s+thereabouts|environ|roughly|approximately"
    r"|(?:to\s+)?peu\s+pres|give\s+or\s+take",
}
# "per image" may part them; what a number follows bounds that number.
_AFTER_PATTERNS = tuple(
    (
        bound,
        re.compile(
            rf"(?P<gap>[\s,(]*(?:(?:of\s+|de\s+|')?{_STUFF}\b[\s,(]*)?(?:(?:per|par|each|every|chaque|for|pour)\s+(?:\w+\s+){{1,5}}?)?)"
            rf"(?:{words})(?![a-z])(?!\s*\d)"
        ),
    )
    for bound, words in _AFTER.items()
)
_FARTHEST = 64


@dataclass(frozen=True, slots=True)
class Bounding:
    """A bound, and the place of the words that say so: an empty place where nothing does."""

    bound: Bound
    start: int
    end: int
    gap: int = 0


def bounding(plain: str, start: int, end: int, *, is_thing: bool = False) -> Bounding:
    """How the amount at a place of a plain claim is bounded: by the nearest phrase that belongs to it."""
    said = [one for one in (_before(plain, start, is_thing=is_thing), _after(plain, end)) if one is not None]
    firm = [one for one in said if one.bound != "about"]
    return min(firm or said, key=lambda one: one.gap, default=Bounding("about", start, start))


def _before(plain: str, start: int, *, is_thing: bool) -> Bounding | None:
    """The phrase that ends last before the amount; of two that end there the longer."""
    since = max(0, start - _FARTHEST)
    between = _GAP_BEFORE_THING if is_thing else _GAP
    found: list[Bounding] = []
    for bound, pattern in _BEFORE_PATTERNS:
        for match in pattern.finditer(plain, since, start):
            if between.fullmatch(plain, match.end(), start):
                meant = OPPOSITE[bound] if match.groupdict().get("denied") else bound
                found.append(Bounding(meant, *match.span(), start - match.end()))
    # "At least about 3": an approximation only counts where nothing firmer stands before it.
    firm = [one for one in found if one.bound != "about" or _is_softened(one, found)]
    return max(firm or found, key=lambda one: (one.end, -one.start), default=None)


def _is_softened(one: Bounding, found: list[Bounding]) -> bool:
    """Whether an approximation takes a firmer phrase in: "a little more than", "not quite"."""
    return any(other.bound != "about" and one.start < other.start and one.end >= other.end for other in found)


def _after(plain: str, end: int) -> Bounding | None:
    found = [
        Bounding(bound, match.end("gap"), match.end(), match.end("gap") - end)
        for bound, pattern in _AFTER_PATTERNS
        if (match := pattern.match(plain, end))
    ]
    return min(found, key=lambda one: one.gap, default=None)
