"""The text of a claim made plain once, with its amounts, for all that read it afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass

from energy.reading.quantities import Quantity, plain_claim, quantities

# "3+ kWh" is at least 3 kWh; written before the number, the sign does not part it from its unit.
_PLUS_AFTER = re.compile(r"(?<![\w.+])(\d+(?:\.\d+)?)\+(?=\s*[a-z])")
# In French chats "- de 2 kWh" is less than 2 kWh, "+ d'un kWh" more than one; "10 - 20 Wh" is a range.
_SIGN = re.compile(
    r"(?:(?<=[^\d\s]\s)([-+–−])|^(\+))\s?(?=(?:de\s|d['’]\s?)\s*(?:\d|(?:une?|deux|trois|dix|cent|mille)\b))"
)
# "1/70th" and « 1/70e » are 1/70.
_ORDINAL = re.compile(r"\b(1/\d{1,3})(?:th|nd|rd|st|i?[eè]me|e)\b")


@dataclass(frozen=True, slots=True)
class ClaimText:
    """A claim in plain characters and the amounts in it; their places count in `plain`."""

    plain: str
    quantities: tuple[Quantity, ...]

    @classmethod
    def of(cls, text: str) -> ClaimText:
        """The plain form of a text as somebody typed it."""
        said = _SIGN.sub(lambda sign: "plus " if "+" in sign[0] else "moins ", _ORDINAL.sub(r"\1", text))
        plain = _PLUS_AFTER.sub(r"≥\1", plain_claim(said))
        return cls(plain, quantities(plain))


def blanked(plain: str, *spans: tuple[int, int]) -> str:
    """The text with some places made spaces, so that all others stay where they are."""
    for start, end in spans:
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return plain
