"""The words that bound an amount, in both languages: what stands before it, after it, and between it and them.

They are written as `plain_claim` leaves a text: "d'" is gone, à is "to", an article is 1. A space is any white space.
"""

from __future__ import annotations

import re
from typing import Literal

Bound = Literal["about", "over", "under", "upto"]

_THAN = r"(?:than|que|qu|de)\b"
# "Plus d'énergie que"; but "plus loin de" and "au moins autant que" compare otherwise.
_WHAT = r"(?: (?!loin\b|autant\b)\w+){0,2}?"
_EXCEEDS = r"(?:(?:exceed|surpass|depass|exced|franchi)\w*|tops)"
_WELL = r"(?:just|slightly|barely|hardly|scarcely|little|bit|tad|shade|hair|fraction|peu|peine|juste|legerement)"
_NOT = r"(?:not|\w+n't|never|pas|jamais)"
BEFORE: dict[Bound, tuple[str, ...]] = {
    "over": (
        r"at (?:(?:the|1|very|bare) ){0,3}(?:least|minimum|min|lowest)",
        r"au (?:grand |strict )?(?:moins|minimum|min|bas mot)",
        r"minim(?:um|al|ale)",
        r"to minima",
        r"(?<!\d)(?<!\d\s)min\.?",
        r"floor of|plancher de",
        r"(?:more|greater|higher|larger)(?: \w+){0,2} than",
        rf"(?<!\ben\s)plus(?:{_WHAT} {_THAN})?",
        r"over|above|beyond|upwards? of|north of|in excess of",
        r"starting (?:at|from)|to partir de|bottom(?:s|ed)? out (?:at|around)",
        r"au-dessus des?|au-?\s?dela des?|superieure?s? (?:to|aux?)",
        rf"{_EXCEEDS}(?: (?:often|easily|souvent|toujours|largement|nettement|bien))?",
        r">=?|[≥⩾≧]",
    ),
    "under": (
        r"at (?:the )?(?:very )?most",
        r"(?:tout )?au (?:grand )?plus",
        r"(?:less|fewer|lower|smaller)(?: \w+){0,2} than",
        rf"moins(?:{_WHAT} {_THAN})?",
        r"under|below|beneath|south of|sous",
        r"(?:en|au)[\s-]des?sous des?|inferieure?s? (?:to|aux?)",
        rf"{_EXCEEDS} (?:pas|jamais|guere|point|(?:que )?(?:tres )?rarement)",
        r"<=?|[≤⩽≦]",
    ),
    "upto": (
        r"up\s?to|jusqu\W*(?:to|aux?|en)\b|jusque",
        r"as (?:much|many|high|far) as",
        r"(?:au )?max(?:imum|imale?|i)?\.?",
        r"(?:ceiling|cap) of|plafond de",
        r"(?:top(?:s|ped)?|max(?:es|ed)?|cap(?:s|ped)?|peak(?:s|ed)?) (?:out )?(?:at|around)",
        r"(?:plafonn|culmin)\w+ (?:to|aux?|autour de|vers)",
        r"(?:can|could|may|might) reach|(?:peut|pouvant|pourrait) atteindre",
    ),
    "about": (
        r"more or less|plus ou moins",
        rf"{_WELL} (?:over|above|under|below|(?:more|less|short)(?: (?:than|of))?)",
        rf"{_WELL} (?:au-dessus des?|en[\s-]dessous des?|sous|(?:plus|moins)(?: (?:que|de))?)",
        rf"not quite|pas tout (?:to )?a?\s?fait|(?:{_NOT}|plus) (?:\w+ )?(?:far (?:from|off)|loin(?: (?:de|des|du))?)",
        r"about|around|approx\w*\.?|roughly|circa|ca\.?|nearly|almost|close to|near|approaching|(?:region|order) of",
        r"environ|(?:to )?peu pres|pres de|presque|quasi\w*|quelque|autour de|alentours de|ordre de",
        r"[~≈]",
    ),
}
# What an amount does not come near. It is never denied: "not far from" is about so much.
SHORT_OF = (
    rf"(?:nowhere|not even|{_NOT} (?:even )?(?:anywhere|(?:come|get)s?(?: anywhere)?)) (?:near|close)(?: to)?",
    r"(?:a )?(?:far|(?:long )?way) (?:from|off)(?: \w+ing)?",
    r"(?<!de\s)loin(?: (?:de|des|du))?(?: \w+(?:er|re|ir)\b)?",
    r"(?:(?:well|far|way) )?short of",
    rf"(?:fail(?:s|ed|ing)? to|{_NOT}(?: even)?) (?:reach|hit|attain|exceed|pass)\w*",
    r"struggl(?:es?|ed|ing) to reach|(?:echou|pein)\w* to (?:atteindre|depasser)",
    r"n'atteint (?:meme )?(?:pas|jamais|guere|point)|sans atteindre",
    r"en[\s-]?deca(?: (?:de|des|du))?",
)
# Denied, a bound is its opposite: "no less than", "ne consomme jamais moins de", "sans dépasser".
_RARELY = r"\b(?:(?:rarely|seldom|(?:hardly|scarcely) ever) (?:ever )?(?:\w+ )?(?:any )?|rarement (?:besoin de )?)"
_DENIED = r"\b(?:no|not|never|nothing|cannot|without|jamais|pas|guere|sans|rien de|non)|n't"
DENIAL = rf"(?:{_RARELY}|(?:{_DENIED}) (?:\w+ ){{0,3}}?)"
_STUFF = (
    r"(?:electricity|electricite|energy|energie|power|courant|co2e?|carbone?|water|eau"
    r"|consumption|consommation|conso)"
)
_OR = r"(?:or|and|et|ou|voire|if not|sinon|si ce n'est) (?:(?:even|meme|bien|much) )?"
AFTER: dict[Bound, tuple[str, ...]] = {
    "over": (
        rf"{_OR}(?:more|plus|davantage|above|over|up|upwards?|higher|greater|beyond|au-dela|au-dessus)"
        rf"(?! (?:{_THAN}|d\b|to\b|often))",
        r"at (?:(?:the|1|very|bare) ){0,3}(?:least|minimum)",
        r"au (?:grand |strict )?(?:moins|minimum|bas mot)",
        r"minimum|mini?\b\.?|to minima|upwards|and counting|and then some|\+",
    ),
    "under": (
        rf"{_OR}(?:less|fewer|under|below|lower|moins|(?:en|au)[\s-]dessous)(?! {_THAN})",
        r"at (?:the )?(?:very )?most|(?:tout )?au (?:grand )?plus",
    ),
    "upto": (r"(?:au )?(?:grand )?max(?:imum|i)?|tops",),
    "about": (
        r"more or less|plus ou moins|or so|or thereabouts|give or take",
        r"environ|roughly|approximately|(?:to )?peu pres",
    ),
}
# A bound that opens the sentence speaks of the amount, wherever that stands: "At a minimum, an image uses 3 Wh".
OPENING: dict[Bound, tuple[str, ...]] = {
    "over": (
        r"at (?:\w+ ){0,2}(?:least|minimum)\s*,",
        r"(?:au (?:strict )?(?:minimum|moins)|to minima)\s*,",
    ),
    "under": (r"at (?:\w+ ){0,2}most\s*,", r"(?:tout )?au plus\s*,"),
    "upto": (r"at (?:\w+ )?maximum\s*,", r"au max(?:imum)?\s*,"),
}


def any_of(phrases: tuple[str, ...]) -> str:
    """A pattern of any of some phrases, whatever white space parts their words."""
    return f"(?:{'|'.join(phrases)})".replace(" ", r"\s+")


# "As much as an hour of microwave" is as much as that; "as much as 3 kWh" is up to it.
AS_MUCH = re.compile(r"as\s+(?:much|many|high|far)\s+as")
_SMALL = (
    r"of|de|des|du|the|la|le|les|l|1|some|to|is|are|est|sont|soit|even|well|equal|egale?|mark|barre|cap|seuil|threshold",
    r"whopping|total|say|disons",
    r"as (?:much|many|high|far) as|autant (?:que|qu|de)",
    _STUFF,
    *BEFORE["about"],
)
_PUNCTUATION = r"[\s'\"(*:=-]*"
# What may stand between a bound and its amount: small words, and "about" in all its forms.
GAP = re.compile(rf"{_PUNCTUATION}(?:{any_of(_SMALL)}(?![a-z]){_PUNCTUATION})*")
# An everyday use is said with a verb: "more than running a microwave for an hour".
GAP_BEFORE_THING = re.compile(rf"{GAP.pattern}(?:(?:[a-z]+|1)[\s'-]+){{0,3}}")
# What was measured and what for may part an amount from its bound: "3 kWh of electricity per image at most".
GAP_AFTER = (
    rf"[\s,(]*(?:(?:of\s+|de\s+|')?{_STUFF}\b[\s,(]*)?"
    r"(?:(?:per|par|each|every|chaque|for|pour)\s+(?:\w+\s+){1,5}?)?"
)
