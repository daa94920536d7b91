"""A number of people as it is written: "1000", "10k", "2 million", "1,5 million de personnes"."""

from __future__ import annotations

import re

from energy.reading.amounts import clean
from energy.reading.numerals import in_digits
from energy.usage.habit import require_people
from energy.values.errors import Refusal

_MULTIPLES = {
    **dict.fromkeys(("k", "mille", "thousand"), 1_000),
    **dict.fromkeys(("m", "mio", "million", "millions"), 1_000_000),
    **dict.fromkeys(("b", "bn", "md", "mds", "billion", "billions", "milliard", "milliards"), 1_000_000_000),
}
_WHO = (
    r"people|persons?|personnes?|gens|humans?|humains?|users?|utilisateurs?|utilisatrices?|inhabitants?|habitant(?:e?s)?"
    r"|members?|membres?|subscribers?|abonn[ée]e?s?|students?|[ée]tudiant(?:e?s)?|pupils?|[ée]l[èe]ves?|friends?|amie?s?"
)
_MULTIPLE = "|".join(sorted(_MULTIPLES, key=len, reverse=True))
_PEOPLE = re.compile(rf"(\d{{1,15}}(?:\.\d{{1,9}})?)\s*({_MULTIPLE})?(?:\s+(?:de\s+|of\s+)?(?:{_WHO}))?")
_MILLIONS = re.compile(r"\bmillions?\b")


def read_people(text: str) -> int:
    """A number of people in "1000", "10k", "2 million", "1,5 million de personnes". Raises Refusal where it is none."""
    # Millions are multiplied here, in whole numbers: 1.1 million is 1100000, not a hair more.
    found = _PEOPLE.fullmatch(in_digits(_MILLIONS.sub("m", clean(text, "people"))).strip())
    people, left = 0, 1
    if found:
        whole, _, decimals = found[1].partition(".")
        people, left = divmod(int(whole + decimals) * _MULTIPLES.get(found[2], 1), 10 ** len(decimals))
    if left:
        raise Refusal(
            "people.unreadable",
            f"{text[:60]!r} is no number of people I can read. Try 1000, 10k or 2 million.",
            read=text[:60],
        )
    require_people(people, text[:60])
    return people
