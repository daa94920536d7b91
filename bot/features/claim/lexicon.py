"""Words of a claim to the ideas they stand for, in either language, misspellings forgiven."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from config.content.concepts import Concepts
from energy import ClaimText, Quantity, StatedBound, folded, stated_bounds, stated_parts

# A word the lexicon does not know stands for itself, cut so that its endings do not count.
UNKNOWN = "~"
_STEM, _SHORTEST_CORRECTED, _SHORTEST_START = 6, 6, 2
_NEGATION = re.compile(
    r"\b(?:not|never|cannot|nor|neither|jamais|aucunement|nullement|ni)\b|n't\b"
    r"|(?<!\bdu )(?<!\bde )(?<!\bun )\bpas\b(?! (?:de calcul|de diffusion|que|seulement|mal|du tout que))"
)
_ASKED_BACK = re.compile(
    r"^\W*(?:so |but |et |mais |ok )?(?:is|are|was|were|do|does|did|has|have|would|could|should|wo|ca)n't\b"
    r"|\bn'?\s?(?:est|sont|a|ont|y a|utilise\w*|consomme\w*|demande\w*)\W*(?:t\W)?(?:ce|il|elle|ils"
    r"|elles|on|t il|t elle)\W+(?:\w+\W+){0,2}?pas\b"
    r"|\bn'?\s?est\W+ce\s+pas\b|\b(?:isn't|doesn't|aren't|won't) (?:it|they)\W*$"
)


@dataclass(frozen=True, slots=True)
class ClaimIdeas:
    """A claim as ideas in their order, with its amounts, their bounds, and whether it denies something."""

    ideas: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    denies: bool
    bounds: tuple[StatedBound, ...] = ()
    parts: tuple[float, ...] = ()


class Lexicon:
    """The ideas of the content; `texts` are the claims whose own words are to be known as well."""

    def __init__(self, concepts: Concepts, texts: Iterable[ClaimText] = ()) -> None:
        self.concepts = concepts
        self._exact: dict[str, str] = dict.fromkeys(concepts.filling, "")
        self._starts: dict[str, str] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], bool, str]]] = {}
        for idea, entries in concepts.entries.items():
            for entry in entries:
                self._learn(idea, entry)
        for phrase in concepts.filling:
            if " " in phrase:
                self._learn("", phrase)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda one: (-len(one[0]), one[1]))
        self._near: dict[str, str] = {}
        known = {word for text in texts for word in folded(text.plain).split()} | self._exact.keys()
        for word in sorted(known):
            if len(word) >= _SHORTEST_CORRECTED:
                for shorter in _shortened(word):
                    self._near.setdefault(shorter, word)
        self._known = frozenset(known)
        everyday = (_pattern(entry) for idea in concepts.everyday for entry in concepts.entries[idea])
        self._everyday = re.compile(rf"(?<!\w)(?:{'|'.join(everyday)})(?!\w)")

    def read(self, claim: ClaimText) -> ClaimIdeas:
        """What a claim says. Words for nothing in particular are left out, others stand for themselves."""
        plain = claim.plain
        found = tuple(self._ideas(folded(plain).split()))
        asked = _ASKED_BACK.sub(" ", plain) if "?" in plain else plain
        denies = bool(_NEGATION.search(asked)) or "zero" in found
        things = [thing.span() for thing in self._everyday.finditer(plain)]
        return ClaimIdeas(found, claim.quantities, denies, stated_bounds(claim, things), stated_parts(claim, things))

    def _ideas(self, words: list[str]) -> Iterator[str]:
        at = 0
        while at < len(words):
            idea, length = self._phrase(words, at) or (self._word(words[at]), 1)
            if idea:
                yield idea
            at += length

    def _phrase(self, words: list[str], at: int) -> tuple[str, int] | None:
        """The idea of the longest phrase that begins here, and how many words it has."""
        for phrase, is_start, idea in self._phrases.get(words[at], ()):
            end = at + len(phrase)
            if tuple(words[at : end - 1]) != phrase[:-1] or end > len(words):
                continue
            last = words[end - 1]
            if last == phrase[-1] or (is_start and last.startswith(phrase[-1])):
                return idea, len(phrase)
        return None

    def _word(self, word: str) -> str:
        """The idea of one word; the word's own stem where it has none; nothing for numbers and letters."""
        if (idea := self._meant(word)) is not None:
            return idea
        if len(word) == 1 or not word.isalpha():
            return ""
        if word not in self._known and len(word) >= _SHORTEST_CORRECTED:
            for shorter in _shortened(word):
                if (near := self._near.get(shorter)) and (idea := self._meant(near)) is not None:
                    return idea
                if near:
                    return UNKNOWN + _stem(near)
        return UNKNOWN + _stem(word)

    def _meant(self, word: str) -> str | None:
        if (idea := self._exact.get(word)) is not None:
            return idea
        for end in range(len(word), _SHORTEST_START - 1, -1):
            if (idea := self._starts.get(word[:end])) is not None:
                return idea
        return None

    def _learn(self, idea: str, entry: str) -> None:
        is_start, words = entry.endswith("*"), tuple(entry.removesuffix("*").split())
        if len(words) > 1:
            self._phrases.setdefault(words[0], []).append((words, is_start, idea))
        elif is_start:
            self._starts[words[0]] = idea
        else:
            self._exact[words[0]] = idea


def _shortened(word: str) -> Iterator[str]:
    """A word itself, and with any one letter left out: two words that share one of these are spelt nearly alike."""
    yield word
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]


def _pattern(entry: str) -> str:
    """What finds an entry in a plain claim, whatever parts its words."""
    words = r"[\W_]+".join(map(re.escape, entry.removesuffix("*").split()))
    return words + r"\w*" if entry.endswith("*") else words


def _stem(word: str) -> str:
    return word[:_STEM] if len(word) > _STEM else word.removesuffix("s") or word
