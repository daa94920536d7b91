"""Free words, English or French, to usages. Deterministic: lists of words, no generative model."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from energy.amounts import clean, read_duration, read_resolution
from energy.book import FactorBook
from energy.errors import Refusal
from energy.names import squeezed
from energy.records import Activity
from energy.usage import Usage

DEFAULT_VIDEO_S = 5.0
_ACTIVITY_OF: dict[str, Activity] = {
    **dict.fromkeys(
        ("video", "videos", "clip", "clips", "vidéo", "vidéos", "animation", "animations", "film"), "video"
    ),
    **dict.fromkeys(
        ("image", "images", "picture", "pictures", "pic", "pics", "photo", "photos", "dessin", "dessins"), "image"
    ),
    **dict.fromkeys(("illustration", "illustrations", "visuel", "visuels", "img", "drawing", "drawings"), "image"),
}
_NUMBER_OF = {
    **dict.fromkeys(("a", "an", "one", "un", "une"), 1),
    **dict.fromkeys(("two", "deux"), 2),
    **dict.fromkeys(("three", "trois"), 3),
    **dict.fromkeys(("four", "quatre"), 4),
    **dict.fromkeys(("five", "cinq"), 5),
    **dict.fromkeys(("six",), 6),
    **dict.fromkeys(("seven", "sept"), 7),
    **dict.fromkeys(("eight", "huit"), 8),
    **dict.fromkeys(("nine", "neuf"), 9),
    **dict.fromkeys(("ten", "dix", "dizaine"), 10),
    **dict.fromkeys(("dozen", "douze", "douzaine"), 12),
    **dict.fromkeys(("twenty", "vingt", "vingtaine"), 20),
    **dict.fromkeys(("hundred", "cent", "centaine"), 100),
}
_TIME = r"(?:s|secs?|seconds?|secondes?|mn|mins?|minutes?)"
_LENGTH = re.compile(rf"(\d+(?:[.,]\d+)?|{'|'.join(_NUMBER_OF)})[\s-]*({_TIME})\b(?:\s*(\d{{1,2}})\b(?!\s*(?:x|p\b)))?")
_SIZE = re.compile(r"\b(\d{3,4}\s?p|\d{2,5}\s?[x×]\s?\d{2,5}|full\s?hd|u?hd|4k|2k)\b")
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_ITEM_ENDS = re.compile(r"\s*(?:,|;|\+|&|\bet\b|\band\b|\bplus\b|\bpuis\b|\bthen\b)\s*")


@dataclass(frozen=True, slots=True)
class Reading:
    """A usage and what was taken for granted in reading it (codes: duration, count, model)."""

    usage: Usage
    assumed: tuple[str, ...]


def read(text: str, book: FactorBook) -> tuple[Reading, ...]:
    """Every usage in a sentence. Raises Refusal where none can be read, saying what could be."""
    plain = clean(text, "ask")
    parts = _parts(plain)
    readings = [r for part in parts if (r := _read_one(part, book))]
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
        if parts and (_activity(piece) is None or _activity(parts[-1]) is None):
            parts[-1] = f"{parts[-1]} {piece}"
        else:
            parts.append(piece)
    return parts


def _activity(text: str) -> Activity | None:
    return next((_ACTIVITY_OF[word] for word in _words(text) if word in _ACTIVITY_OF), None)


def _words(text: str) -> list[str]:
    """Words of a text, French elisions cut off ("d'images" is "images")."""
    return [word.replace("’", "'").split("'")[-1] for word in _WORD.findall(text)]


def _read_one(text: str, book: FactorBook) -> Reading | None:
    activity = _activity(text)
    model, rest = _model(text, book, activity)
    if activity is None:
        activity = book.models[model].activity if model else None
    if activity is None:
        return None
    assumed: list[str] = []
    settings: tuple[tuple[str, str], ...] = ()
    if size := _SIZE.search(rest):
        settings = (("resolution", read_resolution(size[1])),)
        rest = rest.replace(size[0], " ", 1)
    amount = 1.0
    if activity == "video":
        amount = DEFAULT_VIDEO_S
        if length := _LENGTH.search(rest):
            number = str(_NUMBER_OF.get(length[1], length[1]))
            amount = read_duration(f"{number} {length[2]} {length[3] or ''}")
            rest = rest.replace(length[0], " ", 1)
        else:
            assumed.append("duration")
    count = _count(rest)
    usage = Usage(activity, amount, count or 1, model, settings)
    return Reading(usage, (*assumed, *(() if count else ("count",)), *(() if model else ("model",))))


def _count(text: str) -> int | None:
    for word in _words(text):
        if word.isdecimal() and len(word) < 8:
            return int(word)
        if word in _NUMBER_OF:
            return _NUMBER_OF[word]
    return None


def _model(text: str, book: FactorBook, activity: Activity | None) -> tuple[str | None, str]:
    """The model named in a text, and the text without it: the longest run of words that is a known name."""
    words = list(_WORD.finditer(text))
    for size in range(min(5, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            begin, end = words[start].start(), words[start + size - 1].end()
            name = text[begin:end]
            found = book.model_names.exact(name)
            if found and len(squeezed(name)) > 1 and activity in (None, book.models[found].activity):
                return found, f"{text[:begin]} {text[end:]}"
    return None, text


def with_settings(usage: Usage, **settings: str | None) -> Usage:
    """The usage with more settings; those that are None are left as they were."""
    merged = {**dict(usage.settings), **{name: value for name, value in settings.items() if value is not None}}
    return replace(usage, settings=tuple(sorted(merged.items())))
