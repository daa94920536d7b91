"""Reading single values: a length in time, a picture size, a whole number."""

from __future__ import annotations

import re
import unicodedata

from energy.errors import Refusal
from energy.units import S_PER_H, S_PER_MIN, S_PER_MS

MAX_TEXT = 200
_MIN_SIDE, _MAX_SIDE = 64, 8192
_SECONDS_PER_UNIT = {
    **dict.fromkeys(("", "s", "sec", "secs", "second", "seconds", "seconde", "secondes"), 1.0),
    **dict.fromkeys(("m", "mn", "min", "mins", "minute", "minutes"), S_PER_MIN),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "heure", "heures"), S_PER_H),
    **dict.fromkeys(("ms", "millisecond", "milliseconds", "milliseconde", "millisecondes"), S_PER_MS),
}
_NAMED_SIZES = {
    "360p": "640x360",
    "480p": "854x480",
    "540p": "960x540",
    "sd": "854x480",
    "720p": "1280x720",
    "hd": "1280x720",
    "768p": "1366x768",
    "1080p": "1920x1080",
    "fhd": "1920x1080",
    "fullhd": "1920x1080",
    "1440p": "2560x1440",
    "2k": "2560x1440",
    "qhd": "2560x1440",
    "2160p": "3840x2160",
    "4k": "3840x2160",
    "uhd": "3840x2160",
}
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)")
_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z]*)")
_SIZE = re.compile(r"(\d{1,6})\s*(?:x|×|\*|par|by)\s*(\d{1,6})")


def clean(text: str, code: str) -> str:
    """The text in lower case, its spaces made plain. Raises Refusal for invisible or direction-changing signs."""
    if len(text) > MAX_TEXT:
        raise Refusal(
            f"{code}.long",
            f"That is {len(text)} characters; {MAX_TEXT} are plenty.",
            length=str(len(text)),
            most=str(MAX_TEXT),
        )
    if any(unicodedata.category(sign) in ("Cf", "Cc", "Co", "Cs") for sign in text):
        raise Refusal(
            f"{code}.invisible", "That text holds invisible or direction-changing signs; type it plainly, such as 5s."
        )
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def read_duration(text: str) -> float:
    """Seconds in "5s", "1 min 30", "1:30", "2,5 secondes". Raises Refusal where it is no length in time."""
    plain = clean(text, "duration")
    if clock := _CLOCK.fullmatch(plain):
        return _possible(int(clock[1]) * S_PER_MIN + int(clock[2]), text)
    negative = plain.startswith(("-", "\N{MINUS SIGN}"))
    parts = list(_PART.finditer(plain))
    rest = _PART.sub("", plain).replace("and", "").replace("et", "").strip(" -\N{MINUS SIGN}")
    if not parts or rest or any(p[2] not in _SECONDS_PER_UNIT for p in parts):
        raise Refusal(
            "duration.unreadable", f"{text!r} is no length in time I can read. Try 5s, 10 s or 1 min.", read=text
        )
    seconds, previous = 0.0, 0.0
    for part in parts:
        # In "1 min 30" the bare 30 is counted in the next smaller unit.
        unit = _SECONDS_PER_UNIT[part[2]] if part[2] or not previous else previous / S_PER_MIN
        seconds += float(part[1].replace(",", ".")) * unit
        previous = unit
    return _possible(-seconds if negative else seconds, text)


def _possible(seconds: float, text: str) -> float:
    if seconds <= 0:
        raise Refusal("duration.positive", f"{text!r} is not longer than nothing. Try 5s, 10 s or 1 min.", read=text)
    return seconds


def read_resolution(text: str) -> str:
    """Pixels as "1280x720" from "720p", "HD", "1280 x 720", "1024". Raises Refusal where it is no picture size."""
    plain = clean(text, "resolution")
    if named := _NAMED_SIZES.get(plain.replace(" ", "").replace("-", "")):
        return named
    size = _SIZE.fullmatch(plain)
    width, height = (
        (int(size[1]), int(size[2]))
        if size
        else (int(plain), int(plain))
        if plain.isdecimal() and len(plain) < 7
        else (0, 0)
    )
    if not (_MIN_SIDE <= width <= _MAX_SIDE and _MIN_SIDE <= height <= _MAX_SIDE):
        raise Refusal(
            "resolution.unreadable",
            f"{text!r} is no picture size I can read. Try 720p, 4K or 1280x720, sides of {_MIN_SIDE} to {_MAX_SIDE}.",
            read=text,
        )
    return f"{width}x{height}"


def read_count(text: str) -> int:
    """A whole number from "4", "2 000" or "2k". Raises Refusal where it is none."""
    plain = clean(text, "count").replace(" ", "")
    match = re.fullmatch(r"(\d{1,12})(k|m)?", plain)
    if not match:
        raise Refusal("count.unreadable", f"{text!r} is no whole number I can read. Try 4.", read=text)
    return int(match[1]) * {None: 1, "k": 1000, "m": 1_000_000}[match[2]]
