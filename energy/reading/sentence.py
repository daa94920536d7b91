"""A sentence made plain: small letters, digits, one word for one thing, models marked, misspellings corrected."""

from __future__ import annotations

import re
import unicodedata

from energy.book.factor_book import FactorBook
from energy.book.near_names import near_names
from energy.reading.amounts import clean, without_accents
from energy.reading.model_mentions import Spoken, mark_models
from energy.reading.numerals import in_digits
from energy.reading.vocabulary import COMMON, NOUNS, SPELLING_TARGETS, in_single_words

_DISCORD = re.compile(r"<a?:\w+:\d+>|<[@#][!&]?\d+>|https?://\S+|(?<!\w):[a-z]\w+:(?!\w)")
_MARKDOWN = re.compile(r"[`~|\"“”«»]+|\*\*+|__+")
_LINES = re.compile(r"\s*[\r\n]+\s*(?:[-*•]\s+)?")
_JOINERS = "\u200d\ufe0e\ufe0f\u20e3"
_EMOJI_TAGS = range(0xE0020, 0xE0080)
_ELISION = re.compile(r"\b(?:qu|jusqu|lorsqu|puisqu|[cjlmnst])'\s?(?=\w)")
_ORDINAL = re.compile(r"\b(?:a|une)\s+seconde?\s+(?=video|clip|animation)")
_OF = re.compile(r"\bd'\s?(?=\w)")
_MULTIPLIED_LENGTH = re.compile(
    r"(?<![\w.])(\d{1,3})\s*[x*]\s*(?=\d+(?:\.\d+)?\s*(?:s|secs?|secondes?|seconds?|mins?|minutes?|m|h)\b)"
)
_ALOUD = re.compile(
    r"\b(?:read|lis|lire)(?=\s+(?:[\w']+\s+){1,3}(?:aloud|out loud|(?:a|chez)\s+(?:voix\s+haute|haute\s+voix))\b)"
)
_AT = re.compile(r"(?<!\w)à(?!\w)")
_DASH = re.compile(r"\s[–—-]+\s|[–—]")
_GLUED_WORD = re.compile(r"(?<=\d)(?=[^\W\d_]{3,})|(?<=\d)(?=(?:go|en|et|an)\b)")
_GLUED_LETTER = re.compile(r"\b[dl](?=([a-z]+)\b)")
_GLUED_ARTICLE = re.compile(r"\bd(?=une?\s+([a-z]+)\b)")
_MANY = r"images|photos|pictures|pics|videos|clips|questions|requetes|prompts|messages|answers|reponses|queries|emails"
_POINTED = re.compile(rf"\b(\d{{1,3}})[.'](\d{{3}})(?=\s*(?:tokens|words|mots|jetons|{_MANY})\b)")
_THOUSANDS = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)\s?k(?=[\s-]*(?:(?:output|long|of|de|d'?)\s)?\s*([a-z]*))")
_MILLIONS = re.compile(rf"(?<![\w.])(\d+(?:\.\d+)?)\s?m(?=[\s-]*(?:tokens?|words?|mots?|jetons?|{_MANY})\b)")
_SIZES_IN_K = frozenset(("2", "4", "8"))
_NEGATIVE = re.compile(r"(?:^|[\s(:=,;])[-\N{MINUS SIGN}]+\d|(?<!au )(?<!du )\b(?:minus|moins|negative)\s+\d")
_MACHINE = re.compile(r"(?<!\w)\d+(?:\.\d+)?e[+-]?\d+(?!\w)")
_LETTERS = re.compile(r"[a-z]{5,}")
_CUTOFF = 0.8
_THINGS = NOUNS.keys() | set(SPELLING_TARGETS)
_TARGETS = {word[0]: tuple(other for other in SPELLING_TARGETS if other[0] == word[0]) for word in SPELLING_TARGETS}


def without_emoji(text: str) -> str:
    """The text without emoji, the characters that join them, and Discord's own marks."""
    text = _DISCORD.sub(" ", text)
    kept = []
    for character in text:
        if character in _JOINERS or ord(character) in _EMOJI_TAGS:
            continue
        drop = ord(character) > 0x7F and unicodedata.category(character) in ("So", "Sk")
        kept.append(" " if drop and unicodedata.normalize("NFKC", character) == character else character)
    return "".join(kept)


def plain_sentence(text: str, book: FactorBook) -> tuple[str, tuple[Spoken, ...]]:
    """The sentence made plain and the models it names. Raises Refusal for disguised or endless text."""
    text = clean(_LINES.sub("; ", without_emoji(text).strip()), "ask")
    # Without its accent à would be the English article: it is written as another French word for "at".
    text = without_accents(_AT.sub(" chez ", text)).replace("œ", "oe")
    text = _MARKDOWN.sub(" ", text).replace("w/", "with ").replace("×", "x")
    text, spoken = mark_models(text, book)
    text = in_single_words(_DASH.sub(" , ", _GLUED_WORD.sub(" ", text)))
    text = _GLUED_ARTICLE.sub(lambda found: "de " if found[1] in _THINGS else found[0], text)
    text = _ORDINAL.sub("1 ", text)
    text = _OF.sub("de ", _ALOUD.sub("readaloudverb", text))
    text = in_digits(_ELISION.sub(" ", in_digits_of_time(text)))
    text = _MULTIPLIED_LENGTH.sub(r"\1 times ", text)
    text = _POINTED.sub(r"\1\2", text)
    text = _MILLIONS.sub(lambda found: f"{float(found[1]) * 1e6:.0f}", text)
    text = _THOUSANDS.sub(_thousand, text)
    return spell_corrected(text), spoken


def in_digits_of_time(text: str) -> str:
    """The text with 1'30 written as 1:30."""
    return re.sub(r"(?<![\d.])(\d{1,2})'([0-5]\d)(?!\d)", r"\1:\2", text)


def is_no_amount(text: str) -> bool:
    """Whether a plain sentence holds an amount below zero, or one such as 1e9 that is written for machines."""
    return bool(_NEGATIVE.search(text) or _MACHINE.search(text))


def _thousand(found: re.Match[str]) -> str:
    """2k tokens are two thousand, a 4k video is not."""
    noun = NOUNS.get(found[2])
    a_size = found[1] in _SIZES_IN_K and (
        (
            noun is None
            and found[2] not in ("tokens", "token", "words", "word", "mots", "mot", "jetons", "output", "generations")
        )
        or (
            noun is not None
            and (noun.activity == "video" or (noun.activity == "image" and (found[1] != "2" or not noun.plural)))
        )
    )
    return found[0] if a_size else f"{float(found[1]) * 1000:.0f}"


def spell_corrected(text: str) -> str:
    """The text with misspelt words for things and units put right: "imges" is "images"."""
    text = _GLUED_LETTER.sub(lambda found: " " if found[1] in NOUNS else found[0], text)
    return _LETTERS.sub(lambda found: _corrected_word(found[0]), text)


def _corrected_word(word: str) -> str:
    if word in COMMON or word in _THINGS:
        return word
    alike = near_names(word, _TARGETS.get(word[0], ()), _CUTOFF, 1)
    return alike[0][0] if alike else word
