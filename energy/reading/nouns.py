"""The nouns of a plain sentence: which words name something made with AI, and which of them leads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from energy.reading.vocabulary import GENERATIONS, NOUNS, Noun

_WORD = re.compile(r"[a-z]+")
_WITHOUT = re.compile(r"\b(?:without|sans|no|pas|not)\s+(?:(?:de|any|of|aucun|aucune|1)\s+){0,2}$")
_ALONG = re.compile(
    r"\b(?:with|avec|including|incl|et|and|&)\s+(?:(?:1|du|de|la|le|some|the|des|sa|its|an?|own|native)\s+){0,3}(?:\w+\s)?$"
)
BECOMES = re.compile(r"\b(?:into|en)\s+(?:(?:\d+|the|le|la|les)\s+)?(?:[a-z0-9]+\s+){0,2}$")
_SOUND_SO_CALLED = re.compile(r"\b(?:\d+|du|le|de|les|des|s|secondes?|minutes?|min|sec)\s+$")
_SOUND_OF = re.compile(r"\s+(?:de\s+)?\d")
_FROM = re.compile(r"\b(?:from|a partir de|depuis)\s+(?:(?:\d+|my|the|this|ma|la|les|cette)\s+){0,2}$")


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
    if len(found) > 1 and _FROM.search(text[: found[0].start]):
        return found[1:]
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
        elif BECOMES.search(between) and lead.noun.activity != other.noun.activity:
            lead = other
        elif not lead.noun.firm and other.noun.firm and other.noun.verb:
            continue
    return lead


def _is_plain_audio(found: Found) -> bool:
    return found.noun.activity == "audio" and found.noun.kind is None


def is_generation(text: str) -> bool:
    """Whether a clause holds a word for whatever its model makes."""
    return any(word in GENERATIONS for word in _WORD.findall(text))
