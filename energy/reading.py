"""Free words, English or French, to usages. Deterministic: lists of words, no generative model."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from energy.amounts import clean, read_duration, read_resolution
from energy.book import FactorBook
from energy.errors import Refusal
from energy.names import squeezed
from energy.numerals import in_digits
from energy.records import Activity
from energy.usage import Usage

DEFAULT_VIDEO_S = 5.0
_ACTIVITY_OF: dict[str, Activity] = {
    **dict.fromkeys(("video", "videos", "clip", "clips", "vidéo", "vidéos", "animation", "animations"), "video"),
    **dict.fromkeys(("film", "films", "gif", "gifs"), "video"),
    **dict.fromkeys(("image", "images", "picture", "pictures", "pic", "pics", "photo", "photos", "dessin"), "image"),
    **dict.fromkeys(("dessins", "illustration", "illustrations", "visuel", "visuels", "img", "drawing"), "image"),
    **dict.fromkeys(("drawings", "artwork", "artworks", "portrait", "portraits", "logo", "logos"), "image"),
}
_TIME = r"(?:s|secs?|seconds?|secondes?|m|mn|mins?|minutes?|h|hrs?|hours?|heures?)"
_PART = rf"\d+(?:\.\d+)?[\s-]*{_TIME}\b"
_LENGTH = re.compile(rf"(?<![\w.]){_PART}(?:\s*{_PART})*(?:\s*\d{{1,2}}\b(?!\s*(?:x|p\b|\w)))?")
_CLOCK = re.compile(r"(?<![\w:])(\d{1,2}):([0-5]\d)(?![\w:])")
_RATIO = re.compile(r"(?<![\w:])(?:16:9|9:16|4:3|3:4|1:1|21:9|3:2|2:3|4:5)(?![\w:])")
_SIZE = re.compile(r"(?<![\w.])(\d{3,4}\s?p|\d{2,5}\s?[x×]\s?\d{2,5}|full\s?hd|u?hd|4k|2k(?!\s+\w))(?!\w)")
_STEPS = re.compile(r"\b(\d{1,4})\s*(?:steps?|étapes?|pas\b|itérations?|iterations?)")
_TIMES = re.compile(r"(?<![\w.])(?:(\d+)\s*(?:x|×|times|fois)(?!\w)|[x×]\s*(\d+)(?!\w))")
_THOUSANDS = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)k(?=\s+\w)")
_NEGATIVE = re.compile(r"(?:^|\s)[-\N{MINUS SIGN}]\s*\d")
_LINES = re.compile(r"\s*[\r\n]+\s*")
_WORD = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*")
_ITEM_ENDS = re.compile(r"\s*(?:[,;+&]|\bet\b|\band\b|\bplus\b|\bpuis\b|\bthen\b)\s*")


@dataclass(frozen=True, slots=True)
class Reading:
    """A usage and what was taken for granted in reading it (codes: duration, count, model)."""

    usage: Usage
    assumed: tuple[str, ...]


def read(text: str, book: FactorBook) -> tuple[Reading, ...]:
    """Every usage in a sentence. Raises Refusal where none can be read, saying what could be."""
    plain = clean(_LINES.sub("; ", text.strip()), "ask")
    readings: list[Reading] = []
    if not _NEGATIVE.search(plain):
        readings = [r for part in _parts(in_digits(plain)) if (r := _read_one(part, book))]
    if not readings:
        raise Refusal(
            "ask.unreadable",
            f"I can't read a use of AI in {text[:60]!r}. Try: video 5s, 4 images, or a 10 second 1080p clip with veo.",
            read=text[:60],
        )
    return tuple(readings)


def _parts(text: str) -> list[str]:
    """The sentence cut wherever a new activity begins."""
    parts: list[str] = []
    for piece in _ITEM_ENDS.split(text):
        if parts and (_noun(piece) is None or _noun(parts[-1]) is None):
            parts[-1] = f"{parts[-1]} {piece}"
        else:
            parts.append(piece)
    return parts


def _noun(text: str) -> re.Match[str] | None:
    """The word that names an activity."""
    return next((word for word in _WORD.finditer(text) if word[0] in _ACTIVITY_OF), None)


class _Text:
    """A sentence from which what was understood is taken out, piece by piece."""

    def __init__(self, text: str) -> None:
        self.rest = text

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        if found := pattern.search(self.rest):
            self.cut(found.start(), found.end())
        return found

    def cut(self, start: int, end: int) -> None:
        self.rest = f"{self.rest[:start]} {self.rest[end:]}"


def _read_one(part: str, book: FactorBook) -> Reading | None:
    noun = _noun(part)
    activity = _ACTIVITY_OF[noun[0]] if noun else None
    text = _Text(part)
    model = _take_model(text, book, activity)
    activity = activity or (book.models[model].activity if model else None)
    if activity is None:
        return None
    text.take(_RATIO)
    settings: list[tuple[str, str]] = []
    if size := text.take(_SIZE):
        settings.append(("resolution", read_resolution(size[1])))
    if (steps := text.take(_STEPS)) and 1 <= int(steps[1]) <= 1000:
        settings.append(("steps", steps[1]))
    length = _take_length(text) if activity == "video" else None
    amount = DEFAULT_VIDEO_S if activity == "video" else 1.0
    count = _take_count(text)
    assumed = [
        *(["duration"] if activity == "video" and length is None else []),
        *(["count"] if count is None else []),
        *(["model"] if model is None else []),
    ]
    usage = Usage(activity, amount if length is None else length, 1 if count is None else count, model, tuple(settings))
    return Reading(usage, tuple(assumed))


def _take_length(text: _Text) -> float | None:
    found = text.take(_LENGTH) or text.take(_CLOCK)
    return read_duration(found[0]) if found else None


def _take_count(text: _Text) -> int | None:
    """How many: "x3" or "3 times" anywhere, and the number before the noun ("3 belles images")."""
    times = text.take(_TIMES)
    text.rest = _THOUSANDS.sub(lambda found: f"{float(found[1]) * 1000:g}", text.rest)
    noun = _noun(text.rest)
    before = text.rest[: noun.start()] if noun else text.rest
    numbers = [int(word) for word in before.split() if word.isdecimal() and len(word) < 13]
    if times is None and not numbers:
        return None
    return (numbers[-1] if numbers else 1) * (int(times[1] or times[2]) if times else 1)


def _take_model(text: _Text, book: FactorBook, activity: Activity | None) -> str | None:
    """The model named in a text, taken out of it: the longest run of words that is a known name."""
    words = list(_WORD.finditer(text.rest))
    for size in range(min(5, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            begin, end = words[start].start(), words[start + size - 1].end()
            name = text.rest[begin:end]
            found = book.model_names.exact(name)
            if found and len(squeezed(name)) > 1 and activity in (None, book.models[found].activity):
                text.cut(begin, end)
                return found
    return None


def with_settings(usage: Usage, **settings: str | None) -> Usage:
    """The usage with more settings; those that are None are left as they were."""
    merged = {**dict(usage.settings), **{name: value for name, value in settings.items() if value is not None}}
    return replace(usage, settings=tuple(sorted(merged.items())))
