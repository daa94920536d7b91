"""A plain sentence cut into clauses, one for each use of AI, and the noun that leads a clause."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from energy.records import Activity
from energy.spoken import MARK
from energy.words import GENERATIONS, NOUNS, PLURALS, Noun

TIME = r"(?:milliseconds?|millisecondes?|ms|seconde?s?|secs?|s|minutes?|mins?|mn|m|hours?|heures?|hrs?|h)"
PART = rf"\d+(?:\.\d+)?[\s-]*{TIME}\b"
SIZE = re.compile(
    r"(?<![\w.])(?:(\d{3,4}\s?p|\d{2,5}\s?(?:px)?\s?(?:[x*]|par|by|sur)\s?\d{2,5}(?:\s?px)?|(?:full|ultra|quad)[\s-]?hd|pleine hd|[uf]?hd|qhd"
    r"|[248]k|1080i|(?:(?:tres|ultra|full|pleine)\s)?(?:haute?|high|hi)[\s-]?def(?:inition)?|(?<=en )sd|(?<=in )sd)"
    r"|(?:square|carree?s?|resolution|taille|size|format)\s*[:=]?\s*(?:(?:of|de|chez)\s+)?(\d{3,4})(?!\.?\d)"
    r"|(?:in|en|at|chez)\s+(256|320|360|480|512|540|576|640|720|768|800|832|896|960|1024|1080|1152|1280|1344|1440|1536|2048|2160)"
    rf"(?!\.?\d|\s*(?:{TIME}|(?:[a-z]+\s)?(?:{PLURALS}))\b)"
    r"|(\d{3,4})\s*(?:px|pixels?|square|carree?s?))(?:\d{2})?(?!\w)"
)
TOKENS = re.compile(
    r"(?<![\w.])(\d+(?:\.\d+)?)[\s-]*(?:(?:output|generated|full|whole|a4|pleines?|bonnes?|completes?|long|de|of)\s+)?"
    r"(tokens?|toks?|jetons?|words?|mots?|pages?)\b"
)
_LENGTH = re.compile(PART)
_TO_NEXT_PART = re.compile(rf"\b(\d+(?:\.\d+)?[\s-]*(?:hours?|heures?|hrs?|h|minutes?|mins?|mn))\s*(?:,|and|et)\s*(?=\d+\s*(?:m|s))")
_ENDS = re.compile(
    r"\s*(?:[,;+&!?/]+(?!\d)|[.](?!\d)|\b(?:and|et|plus|puis|then|also|aussi|ensuite|or|ou|vs|versus|ainsi|than|contre|against"
    r"|par rapport|compared|while|tandis|alors)\b)\s*"
)
_LISTING = frozenset(("and", "et", "plus", "+", "&", "puis", "then"))
_WORD = re.compile(r"[a-z]+")
_NUMBER = re.compile(r"(?<![\w.:])\d+(?:\.\d+)?(?![\w:]|\.\d)")
_FEW_WORDS = 4
_WITHOUT = re.compile(r"\b(?:without|sans|no|pas|not)\s+(?:(?:de|any|of|aucun|aucune|1)\s+){0,2}$")
_ALONG = re.compile(r"\b(?:with|avec|including|incl|et|and|&)\s+(?:(?:1|du|de|la|le|some|the|des|sa|its|an?|own|native)\s+){0,3}(?:\w+\s)?$")
_CONTENT = re.compile(
    r"\b(?:of|de|du|des|d|about|from|for|pour|sur|on|chez|per|par|depuis|dans|inside|in|like|comme|a partir)\s+"
    r"(?:(?:\d+|the|le|la|les|l|my|mon|ma|mes|this|ce|cette|cet|ces|that|un|une|a|an|some|[a-z]+)\s+){0,2}$"
)
_INSIDE = re.compile(r"\b(?:in|dans|inside|like|comme|about|on|sur)\s+(?:(?:1|the|le|la|les|l|my|mon|ma)\s+)?(?:[a-z]+\s+)?$")
_BECOMES = re.compile(r"\b(?:into|en)\s+(?:(?:\d+|the|le|la|les)\s+)?(?:[a-z0-9]+\s+){0,2}$")
_SOUND_SO_CALLED = re.compile(r"\b(?:\d+|du|le|de|les|des|s|secondes?|minutes?|min|sec)\s+$")
_SOUND_OF = re.compile(r"\s+(?:de\s+)?\d")
_GREETING = re.compile(
    r"\b(?:(?:j\s|ai|have|got|got|avais|had|just|quick|petite|small|little|une|autre|another|my|ma)\s+(?:1\s+)?(?:quick\s+|petite\s+|small\s+)?"
    r"question(?!s)(?!\s*(?:[\ue000-\uf8ff]|chez|to|with|avec|on|for))|^\s*(?:1\s+)?question\s*(?=[:,]))"
    r"|\b(?:par\s+)rapport\b|\bmerci\b.{0,24}\breponse\b|\bthanks?\b.{0,24}\banswer\b"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A noun and where it stands."""

    start: int
    end: int
    word: str
    noun: Noun


def nouns(text: str) -> list[Found]:
    """The words of a text that name something made with AI."""
    found: list[Found] = []
    for match in _WORD.finditer(text):
        noun = NOUNS.get(match[0])
        if noun is None or not _is_thing(text, match, noun, found):
            continue
        if match.start() and text[match.start() - 1] == "'":
            continue
        found.append(Found(match.start(), match.end(), match[0], noun))
    return found


def _is_thing(text: str, match: re.Match[str], noun: Noun, before: list[Found]) -> bool:
    """Whether a word means here what it can mean: "son chat" is no sound, "a video with music" one thing."""
    left = text[max(0, match.start() - 32) : match.start()]
    if match[0] == "son" and not (_SOUND_SO_CALLED.search(left) or _SOUND_OF.match(text, match.end())):
        return False
    if match[0] == "meme" and not re.search(r"\d\s+$", left):
        return False
    if match[0] == "animated" and not re.search(r"\b(?:photo|image|picture|logo|gif)", text):
        return False
    if _WITHOUT.search(left):
        return False
    return not (
        noun.activity == "audio"
        and not noun.firm
        and any(f.noun.activity == "video" for f in before)
        and _ALONG.search(left)
        and not re.search(r"\b(?:et|and|&)\s+\d+\s+(?:\w+\s+)?$", left)
    )


def head(text: str) -> Found | None:
    """The noun that says what a clause is about."""
    found = nouns(text)
    strong = [f for f in found if not f.noun.weak]
    if not (strong or found):
        return None
    lead, *more = strong or found
    for other in more:
        between = text[lead.end : other.start]
        if lead.noun.verb:
            if lead.noun.firm:
                break
            if other.noun.activity == lead.noun.activity and not other.noun.verb:
                return other
            continue
        if not between.strip(" -"):
            if (lead.noun.firm and not other.noun.firm) or _is_plain_audio(other):
                continue
            lead = other
        elif _BECOMES.search(between) and lead.noun.activity != other.noun.activity:
            lead = other
        elif not lead.noun.firm and other.noun.firm and other.noun.verb:
            continue
    return lead


def _is_plain_audio(found: Found) -> bool:
    return found.noun.activity == "audio" and found.noun.kind is None


def clauses(text: str, fits: Callable[[str, Activity], bool]) -> list[str]:
    """The sentence cut wherever a new use begins. `fits` says whether a model, by its sign, makes an activity."""
    text = _GREETING.sub(" , ", _TO_NEXT_PART.sub(r"\1 ", text))
    parts: list[str] = []
    ends = ["", *(end.strip() for end in _ENDS.findall(text))]
    for end, piece in zip(ends, _ENDS.split(text), strict=True):
        if not piece.strip():
            continue
        for part in _own_numbers(piece):
            _add(parts, part, fits, listed=end in _LISTING)
    return parts


def _add(parts: list[str], piece: str, fits: Callable[[str, Activity], bool], *, listed: bool) -> None:
    """Put a piece of a sentence where it belongs: with the clause before it, or in one of its own."""
    if not parts:
        parts.append(piece)
        return
    before = parts[-1]
    lead, earlier = head(piece), head(before)
    named, earlier_named = MARK.findall(piece), MARK.findall(before)
    counted, earlier_counted = bool(TOKENS.search(piece)), bool(TOKENS.search(before))
    if not (earlier or earlier_named or earlier_counted):
        parts[-1] = f"{before} {piece}"
    elif lead is None and not named and not counted:
        if again := _another(before, earlier, piece):
            parts.append(again)
        else:
            _join(parts, piece)
    elif lead is None and counted:
        joins = not listed and not earlier_counted and (earlier is None or earlier.noun.activity == "text")
        if joins:
            _join(parts, piece)
        else:
            parts.append(piece)
    elif lead is None:
        _add_named(parts, piece, named, earlier, fits)
    elif earlier is None:
        same = earlier_counted and lead.noun.activity == "text" and not counted
        same = same or (bool(earlier_named) and not named and _fitting(earlier_named, lead.noun.activity, fits))
        if same and not (earlier_named and (_LENGTH.search(before) or _starts_with_number(before))):
            _join(parts, piece)
        else:
            parts.append(piece)
    elif _INSIDE.search(piece[: lead.start]) or _comes_along(before, piece, lead):
        _join(parts, piece)
    elif earlier.noun.weak and not lead.noun.weak and not _NUMBER.search(before) and not earlier_named:
        _join(parts, piece)
    else:
        parts.append(piece)


def _comes_along(before: str, piece: str, lead: Found) -> bool:
    """Whether sound is part of the video before: "a video with music and voice"."""
    return (
        lead.noun.activity == "audio"
        and not lead.noun.firm
        and not _NUMBER.search(piece)
        and any(f.noun.activity == "video" for f in nouns(before))
        and bool(re.search(r"\b(?:with|avec|sans|without)\b", before))
    )


def _add_named(
    parts: list[str], piece: str, named: list[str], earlier: Found | None, fits: Callable[[str, Activity], bool]
) -> None:
    """A piece that holds a model and no noun: the model of an earlier clause, or a clause like the one before."""
    before = parts[-1]
    activity = earlier.noun.activity if earlier else "text" if TOKENS.search(before) else None
    quantity = _LENGTH.search(SIZE.sub(" ", piece)) or _starts_with_number(piece)
    if quantity and (MARK.search(before) or _starts_with_number(piece)):
        parts.append(piece)
    elif activity and not MARK.search(before) and _fitting(named, activity, fits):
        _join(parts, piece)
    elif not quantity and (other := _lacking(parts, named, fits)) is not None:
        parts[other] = f"{parts[other]} with {' '.join(named)}"
    elif not quantity and MARK.search(before) and activity and _fitting(named, activity, fits):
        parts.append(f"{MARK.sub(' ', before)} with {' '.join(named)} {MARK.sub(' ', piece)}")
    else:
        parts.append(piece)


def _join(parts: list[str], piece: str) -> None:
    parts[-1] = f"{parts[-1]} {piece}"


def _fitting(marks: list[str], activity: Activity, fits: Callable[[str, Activity], bool]) -> bool:
    return any(fits(mark, activity) for mark in marks)


def _lacking(parts: list[str], named: list[str], fits: Callable[[str, Activity], bool]) -> int | None:
    """The clause that has no model yet and could take one of these."""
    for at, part in enumerate(parts):
        lead = head(part)
        if lead and not MARK.search(part) and _fitting(named, lead.noun.activity, fits):
            return at
    return None


def _starts_with_number(piece: str) -> bool:
    return bool(re.match(r"\s*\d+\s+(?!\d)(?:with|avec|on|sur|using|via|by|par|of|de|in|en|more|autres?|others?)\b", piece))


def _another(before: str, earlier: Found | None, piece: str) -> str | None:
    """What "one of 10s" after "two clips of 5s" leaves out, put in: the noun."""
    if earlier and _LENGTH.search(before) and _LENGTH.search(piece):
        return _LENGTH.sub(lambda found: f" {found[0]} {earlier.word} ", piece, count=1)
    return None


def _own_numbers(piece: str) -> list[str]:
    """A piece cut again before a noun with a number of its own: "3 images 2 videos"."""
    found = nouns(piece)
    cuts = [0]
    for one, other in zip(found, found[1:], strict=False):
        between = piece[one.end : other.start]
        if one.noun.verb or one.noun.weak or not re.search(r"\d", between) or _BECOMES.search(between):
            continue
        numbers = list(_NUMBER.finditer(between)) + list(_LENGTH.finditer(between))
        numbers = [n for n in numbers if len(between[n.end() :].split()) < _FEW_WORDS]
        if not numbers:
            continue
        first = numbers[0].start() if len(numbers) < 3 else numbers[-1].start()
        if one.noun.activity in ("video", "audio") and _LENGTH.match(between[first:].lstrip()):
            later = [n for n in numbers if n.start() > first and not _LENGTH.match(between[n.start() :])]
            if not later:
                continue
            first = later[0].start()
        if _CONTENT.search(between[:first]):
            continue
        cuts.append(one.end + first)
    return [piece[a:b] for a, b in zip(cuts, [*cuts[1:], len(piece)], strict=True)]


def is_generation(text: str) -> bool:
    """Whether a clause holds a word for whatever its model makes."""
    return any(word in GENERATIONS for word in _WORD.findall(text))
