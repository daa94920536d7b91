"""Number words, English and French, rewritten as digits: "une douzaine d'images" becomes "12 images"."""

from __future__ import annotations

import re

_ONES = (
    ("a", "an", "one", "un", "une"),
    ("two", "deux", "couple"),
    ("three", "trois"),
    ("four", "quatre"),
    ("five", "cinq"),
    ("six",),
    ("seven", "sept"),
    ("eight", "huit"),
    ("nine", "neuf"),
    ("ten", "dix"),
    ("eleven", "onze"),
    ("twelve", "douze"),
    ("thirteen", "treize"),
    ("fourteen", "quatorze"),
    ("fifteen", "quinze"),
    ("sixteen", "seize"),
    ("seventeen",),
    ("eighteen",),
    ("nineteen",),
)
_TENS = {
    **dict.fromkeys(("twenty", "vingt", "vingts"), 20),
    **dict.fromkeys(("thirty", "trente"), 30),
    **dict.fromkeys(("forty", "quarante"), 40),
    **dict.fromkeys(("fifty", "cinquante"), 50),
    **dict.fromkeys(("sixty", "soixante"), 60),
    **dict.fromkeys(("seventy", "septante"), 70),
    **dict.fromkeys(("eighty", "huitante", "octante"), 80),
    **dict.fromkeys(("ninety", "nonante"), 90),
}
_ADDED = {word: value for value, words in enumerate(_ONES, 1) for word in words} | _TENS
_MULTIPLIED = {
    **dict.fromkeys(("dozen", "dozens", "douzaine", "douzaines"), 12),
    **dict.fromkeys(("dizaine", "dizaines"), 10),
    **dict.fromkeys(("quinzaine",), 15),
    **dict.fromkeys(("vingtaine",), 20),
    **dict.fromkeys(("trentaine",), 30),
    **dict.fromkeys(("cinquantaine",), 50),
    **dict.fromkeys(("hundred", "hundreds", "cent", "cents", "centaine", "centaines"), 100),
    **dict.fromkeys(("thousand", "thousands", "mille", "millier", "milliers"), 1000),
    **dict.fromkeys(("million", "millions"), 1_000_000),
}
_LARGE = 1000
_JOINERS = ("et", "and", "-")
_NUMERAL = re.compile(r"\d+(?:\.\d+)?")
_PIECE = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+|\s+|.", re.DOTALL)
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+(?![\d.])")
_HALVES = (
    (re.compile(r"\b(\d+)\s+(\w+)\s+(?:et\s+demie?|and\s+(?:a|1)\s+half)\b"), r"\1.5 \2"),
    (re.compile(r"\b(\d+)\s+and\s+(?:a|1)\s+half\b"), r"\1.5"),
    (re.compile(r"\bhalf\s+(?:a|an|1)\b|\b(?:1\s+)?demie?\b"), "0.5"),
)


def in_digits(text: str) -> str:
    """The text in lower case with every number in digits, a point before decimals and no thousands separators.

    "1 000" and "1,000" are a thousand; "2,5" is two and a half. Articles count as one: "a video" becomes "1 video".
    """
    text = _GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), text)
    text = re.sub(r"(?<=\d),(?=\d)", ".", text)
    text = re.sub(r"\b(?:d|l)['’]", " ", text)
    text = _words_to_digits(_PIECE.findall(text))
    for pattern, digits in _HALVES:
        text = pattern.sub(digits, text)
    return text


def _words_to_digits(pieces: list[str]) -> str:
    out: list[str] = []
    at = 0
    while at < len(pieces):
        value, after = _number_at(pieces, at)
        if value is None:
            out.append(pieces[at])
            at += 1
        else:
            out.append(str(int(value)) if value.is_integer() else f"{value:g}")
            at = after
    return "".join(out)


def _number_at(pieces: list[str], start: int) -> tuple[float | None, int]:
    """The number that begins here and where it ends; None where none of its parts is a word."""
    total, current, at, end, words = 0.0, 0.0, start, start, 0
    while at < len(pieces):
        piece = pieces[at]
        if piece.isspace() or piece in _JOINERS:
            at += 1
            if not words and end == start:
                break
            continue
        if piece in _MULTIPLIED:
            factor = _MULTIPLIED[piece]
            current = (current or 1) * factor
            if factor >= _LARGE:
                total, current = total + current, 0.0
            words += 1
        elif piece in _ADDED and _fits(_ADDED[piece], current, first=end == start):
            value = _ADDED[piece]
            # French counts eighty as four twenties.
            current = current * value if value == 20 and current == 4 else current + value
            words += 1
        elif _NUMERAL.fullmatch(piece) and end == start:
            current = float(piece)
        else:
            break
        at += 1
        end = at
    return (total + current, end) if words else (None, start)


def _fits(value: int, current: float, *, first: bool) -> bool:
    """Whether a number word continues the number: twenty-five does, two three does not."""
    if first or current == 0:
        return True
    if value == 20 and current == 4:
        return True
    room = 100 if current % 100 == 0 else 20 if current % 100 in (60, 80) else 10 if current % 10 == 0 else 1
    return value < room
