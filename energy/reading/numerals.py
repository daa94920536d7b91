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
    **dict.fromkeys(("thousand", "thousands", "mille", "mil", "millier", "milliers"), 1000),
    **dict.fromkeys(("million", "millions"), 1_000_000),
    **dict.fromkeys(("milliard", "milliards", "billion", "billions"), 1_000_000_000),
}
_LARGE = 1000
_TEN = ("ten", "dix")
_JOINERS = ("et", "and", "-")
VAGUE_MARK = "few"  # stands before the number that a vague word was read as
_NUMERAL = re.compile(r"\d+(?:\.\d+)?")
_PIECE = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+|\s+|.", re.DOTALL)
# "3 500 mots" is one number; "3 500 word essays", "3 720p clips" and "3 512x512 images" are two.
_GROUPED = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+"
    r"(?!\d|\.\d|\s?[px×*]\b|\s?[x×*]\s?\d|[\s-]+(?:word|page|token|second|minute)\b|-)"
)
_HOUR = r"(hours?|heures?|hrs?|h|minutes?|min)"
_BEFORE = (
    (re.compile(r"\b(?:1\s+|a\s+|une?\s+)?(?:half\s+(?:a\s+)?dozen|demi[\s-]douzaine)\b"), "6"),
    (re.compile(r"\b(?:a\s+)?(?:few|several|quelques|plusieurs)\b"), f"{VAGUE_MARK} three"),
    (re.compile(r"\b(dizaine|centaine)s?\s+de\s+(?=milli)"), r"\1 "),
    (re.compile(r"\bz[eé]ro\b"), "0"),
    (re.compile(r"\btwice\b"), "2 times"),
    (re.compile(r"\bthrice\b"), "3 times"),
    (re.compile(r"\b(?:une?\s+paire|a\s+pair|a\s+couple)\b"), "2"),
)
_AFTER = (
    (re.compile(r"\b(\d+)\s*(?:virgule|point)\s*(\d+)\b"), r"\1.\2"),
    (re.compile(r"\b1/2\b"), "0.5"),
    (re.compile(rf"\b(\d+)\s*{_HOUR}\s+(?:et|and)\s+(?:1\s+|a\s+)?(?:quart|quarter)\b"), r"\1.25 \2"),
    (re.compile(rf"\b(?:1\s+|a\s+)?(?:quart|quarter)[\s-]+(?:(?:of|de)\s+)?(?:an?\s+|1\s+)?{_HOUR}\b"), r"0.25 \1"),
    (re.compile(rf"\b3[\s-]+(?:quarts?|quarters?)[\s-]+(?:(?:of|de)\s+)?(?:an?\s+|1\s+)?{_HOUR}\b"), r"0.75 \1"),
    (re.compile(rf"\b3/4\s+(?:(?:of|de)\s+)?(?:an?\s+|1\s+)?{_HOUR}\b"), r"0.75 \1"),
    (re.compile(rf"\b(\d+)\s*({_HOUR[1:-1]}|pages?|jours?)\s+(?:et\s+demie?|and\s+(?:a|1)\s+half)\b"), r"\1.5 \2"),
    (re.compile(r"\b(\d+)\s+(?:and\s+(?:a|1)\s+half|et\s+demie?)\b"), r"\1.5"),
    (re.compile(r"\b(?:1\s+)?(?:half\s+(?:of\s+)?(?:a|an|1)|half|demie?)\b"), "0.5"),
    (re.compile(r"\b(\d+)\s+(?:de|of)\s+(?=(?:seconde?|minute|heure|hour)s?\b)"), r"\1 "),
)


def in_digits(text: str) -> str:
    """The text in lower case with every number in digits, a point before decimals and no thousands separators.

    "1 000" and "1,000" are a thousand; "2,5" is two and a half. Articles count as one: "a video" becomes "1 video";
    "a few" and "quelques" as three, marked by VAGUE_MARK before it.
    """
    text = _GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), text)
    text = re.sub(r"(?<=\d),(?=\d)", ".", text)
    text = re.sub(r"\b(?:d|l)['’]", " ", text)
    for pattern, plain in _BEFORE:
        text = pattern.sub(plain, text)
    text = _words_to_digits(_PIECE.findall(text))
    for pattern, digits in _AFTER:
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
    total, current, at, end, words, last = 0.0, 0.0, start, start, 0, ""
    while at < len(pieces):
        piece = pieces[at]
        if piece.isspace() or piece in _JOINERS:
            if end == start:
                break
            at += 1
            continue
        if piece in _MULTIPLIED:
            factor = _MULTIPLIED[piece]
            current = (current or 1) * factor
            if factor >= _LARGE:
                total, current = total + current, 0.0
            words += 1
        elif piece in _ADDED and (end == start or (words and _continues(piece, current, last))):
            value = _ADDED[piece]
            # French counts eighty as four twenties.
            current = current * value if value == 20 and current == 4 else current + value
            words += 1
        elif _NUMERAL.fullmatch(piece) and end == start:
            current = float(piece)
        else:
            break
        at += 1
        end, last = at, piece
    return (total + current, end) if words else (None, start)


def _continues(piece: str, current: float, last: str) -> bool:
    """Whether a number word continues the number: twenty-five does, two three, ten five and twenty and a do not."""
    value = _ADDED[piece]
    if piece in ("a", "an") or last in ("a", "an") or piece == "couple":
        return False
    if last in _TEN:
        return last == "dix" and 7 <= value <= 9
    if current == 0 or (value == 20 and current == 4):
        return True
    room = 100 if current % 100 == 0 else 20 if current % 100 in (60, 80) else 10 if current % 10 == 0 else 1
    return value < room
