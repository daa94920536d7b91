"""Reading single values: a length in time, a picture size, a whole number."""

from __future__ import annotations

import re
import unicodedata

from energy.book.name_index import folded
from energy.reading.numerals import VAGUE_MARK, in_digits
from energy.usage.settings import require_size, require_steps
from energy.values.errors import Refusal
from energy.values.units import S_PER_H, S_PER_MIN, S_PER_MS, TOKENS_PER_WORD, WORDS_PER_PAGE

MAX_TEXT = 200
_SECONDS_PER_UNIT = {
    **dict.fromkeys(("", "s", "sec", "secs", "second", "seconds", "seconde", "secondes"), 1.0),
    **dict.fromkeys(("m", "mn", "min", "mins", "minute", "minutes"), S_PER_MIN),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "heure", "heures"), S_PER_H),
    **dict.fromkeys(("ms", "millisecond", "milliseconds", "milliseconde", "millisecondes"), S_PER_MS),
}
_NAMED_SIZES = {
    "360p": (640, 360),
    "480p": (854, 480),
    "540p": (960, 540),
    "sd": (854, 480),
    "720p": (1280, 720),
    "hd": (1280, 720),
    "768p": (1366, 768),
    "1080p": (1920, 1080),
    "fhd": (1920, 1080),
    "fullhd": (1920, 1080),
    "1440p": (2560, 1440),
    "2k": (2560, 1440),
    "qhd": (2560, 1440),
    "2160p": (3840, 2160),
    "4k": (3840, 2160),
    "uhd": (3840, 2160),
    "ultrahd": (3840, 2160),
    "8k": (7680, 4320),
}
# How long an answer is when nobody counts its words: assumed.
SHORT_ANSWER_TOKENS = 100.0
ANSWER_TOKENS = 500.0
LONG_ANSWER_TOKENS = 1500.0
_TOKENS_BY_NAME = {
    **dict.fromkeys(
        ("short", "brief", "small", "court", "courte", "bref", "breve", "petit", "petite"), SHORT_ANSWER_TOKENS
    ),
    **dict.fromkeys(("medium", "average", "normal", "normale", "moyen", "moyenne"), ANSWER_TOKENS),
    **dict.fromkeys(("long", "longue"), LONG_ANSWER_TOKENS),
}
_REASONING = frozenset(("reasoning", "raisonnement", "thinking", "reflexion", "deep research", "recherche approfondie"))
_TOKENS_PER_UNIT = {
    **dict.fromkeys(("", "tokens", "token", "jeton", "jetons", "tok", "toks"), 1.0),
    **dict.fromkeys(("word", "words", "mot", "mots"), TOKENS_PER_WORD),
    **dict.fromkeys(("page", "pages"), WORDS_PER_PAGE * TOKENS_PER_WORD),
}
_ONES_PER_SCALE = {"": 1.0, "k": 1e3, "m": 1e6}
_TOKENS = re.compile(r"([-\N{MINUS SIGN}]?\s?\d+(?:\.\d+)?)\s*(k|m(?![a-z])|)[\s-]*([a-z]*)")
_FILLERS = frozenset(["a", "an", "un", "une", "the", "la", "le", "very", "tres", "answer", "reponse", "text", "texte"])
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])")
_PART = re.compile(r"([0-9]+(?:\.[0-9]+)?|\.[0-9]+)\s*-?([a-z]*)")
_SIZE = re.compile(r"(\d{1,6})\s*(?:x|×|\*|par|by)\s*(\d{1,6})")


def clean(text: str, code: str) -> str:
    """The text in lower case, its spaces made plain. Raises Refusal for invisible or direction-changing characters."""
    if len(text) > MAX_TEXT:
        raise Refusal(
            f"{code}.long",
            f"That is {len(text)} characters; {MAX_TEXT} are plenty.",
            length=str(len(text)),
            most=str(MAX_TEXT),
        )
    text = " ".join(text.split())
    if any(unicodedata.category(character) == "No" for character in text):
        raise Refusal(f"{code}.unreadable", f"{text!r} holds raised or circled digits; write plain ones.", read=text)
    if any(unicodedata.category(character) in ("Cf", "Cc", "Co", "Cs") for character in text):
        raise Refusal(
            f"{code}.invisible",
            "That text holds invisible or direction-changing characters; type it plainly, such as 5s.",
        )
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def read_duration(text: str) -> float:
    """Seconds in "5s", "1 min 30", "1:30", "2,5 secondes". Raises Refusal where it is no length in time."""
    plain = clean(text, "duration")
    if (part := _PART.fullmatch(plain)) and part[2] in _SECONDS_PER_UNIT:
        return _possible(float(part[1]) * _SECONDS_PER_UNIT[part[2]], text)
    plain = in_digits(plain)
    if clock := _CLOCK.fullmatch(plain):
        return _possible(int(clock[1]) * S_PER_MIN + int(clock[2]), text)
    negative = plain.startswith(("-", "\N{MINUS SIGN}"))
    parts = list(_PART.finditer(plain))
    rest = re.sub(r"\b(?:and|et)\b", " ", _PART.sub(" ", plain.lstrip("+-\N{MINUS SIGN} "))).strip()
    units = [_SECONDS_PER_UNIT.get(part[2]) for part in parts]
    # Units run from large to small; only the last may be left out, as in "1 min 30".
    falling = all(a and b and part[2] and a > b for a, b, part in zip(units, units[1:], parts, strict=False))
    if not parts or rest or None in units or not (falling or _bare_after(parts)):
        raise Refusal(
            "duration.unreadable", f"{text!r} is no length in time I can read. Try 5s, 10 s or 1 min.", read=text
        )
    seconds, previous = 0.0, 0.0
    for part, unit in zip(parts, units, strict=True):
        assert unit is not None
        # A bare number after minutes counts seconds, after hours minutes.
        scale = unit if part[2] or not previous else previous / S_PER_MIN
        seconds += float(part[1]) * scale
        previous = unit
    return _possible(-seconds if negative else seconds, text)


def _bare_after(parts: list[re.Match[str]]) -> bool:
    """Whether this is one unit of minutes or hours and a bare number after it."""
    return len(parts) == 2 and not parts[1][2] and _SECONDS_PER_UNIT[parts[0][2]] >= S_PER_MIN


def _possible(seconds: float, text: str) -> float:
    if seconds <= 0:
        raise Refusal("duration.positive", f"{text!r} is not longer than nothing. Try 5s, 10 s or 1 min.", read=text)
    return seconds


def read_size(text: str) -> tuple[int, int]:
    """Width and height in pixels of "720p", "HD", "1280 x 720", "1024". Raises Refusal where it is no picture size."""
    plain = clean(text, "resolution")
    if named := _NAMED_SIZES.get(plain.replace(" ", "").replace("-", "")):
        return named
    width = height = 0
    if size := _SIZE.fullmatch(plain):
        width, height = int(size[1]), int(size[2])
    elif plain.isdecimal() and len(plain) < 7:
        width = height = int(plain)
    require_size(width, height, text)
    return width, height


def read_count(text: str) -> int:
    """A whole number from "4", "2 000" or "2k". Raises Refusal where it is none."""
    plain = clean(text, "count").replace(" ", "")
    match = re.fullmatch(r"([0-9]{1,12})(k|m)?", plain)
    if not match:
        raise Refusal("count.unreadable", f"{text!r} is no whole number I can read. Try 4.", read=text)
    return int(match[1]) * {None: 1, "k": 1000, "m": 1_000_000}[match[2]]


def read_steps(text: str) -> int:
    """Denoising steps, 1 to 1000. Raises Refusal where they are none or outlandish."""
    steps = read_count(text)
    require_steps(steps, text)
    return steps


def tokens_of(number: str, scale: str, unit: str) -> float:
    """Tokens in a number of tokens, words or pages; the scale is "", "k" or "m"."""
    return float(number) * _ONES_PER_SCALE[scale] * _TOKENS_PER_UNIT[unit]


def tokens_named(word: str) -> float | None:
    """Tokens of a "short", "medium" or "long" answer, in either language; None for any other word."""
    return _TOKENS_BY_NAME.get(word)


def read_tokens(text: str) -> float:
    """Tokens in "500 tokens", "500", "2k", "1 page", "300 mots", "short". Raises Refusal where it is no length."""
    plain = without_accents(clean(text, "length"))
    words = [word for word in plain.split() if word not in _FILLERS]
    if len(words) == 1 and (named := tokens_named(words[0])) is not None:
        return named
    plain = in_digits(plain).removeprefix(f"{VAGUE_MARK} ")
    found = _TOKENS.fullmatch(plain)
    if not found or found[3] not in _TOKENS_PER_UNIT:
        raise Refusal(
            "length.unreadable",
            f"{text!r} is no length of an answer I can read. Try 500 tokens, 300 words, 1 page, short or long.",
            read=text,
        )
    tokens = tokens_of(found[1].replace(" ", "").replace("\N{MINUS SIGN}", "-"), found[2], found[3])
    if tokens <= 0:
        raise Refusal("length.positive", f"{text!r} is not longer than nothing. Try 500 tokens or 1 page.", read=text)
    return tokens


def read_length(text: str) -> tuple[float, str | None]:
    """The tokens and kind of an answer: "reasoning" is an answer of usual length that thinks first."""
    plain = clean(text, "length")
    words = folded(plain)
    for name in _REASONING:
        if words == name:
            return ANSWER_TOKENS, "reasoning"
        if words.endswith(f" {name}") or words.startswith(f"{name} "):
            return read_tokens(words.removeprefix(name).removesuffix(name)), "reasoning"
    return read_tokens(text), None


def without_accents(text: str) -> str:
    """The text without accents, its other characters kept."""
    plain = "".join(
        character for character in unicodedata.normalize("NFKD", text) if not unicodedata.combining(character)
    )
    return " ".join(plain.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
