"""Names of models in a sentence: found where they are spelt right, and where they nearly are."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from energy.book.factor_book import FactorBook
from energy.book.name_index import name_key
from energy.book.near_names import near_names
from energy.reading.vocabulary import COMMON, GENERATIONS, NOUNS

# A name in a sentence is replaced by one character of the private area, which no cleaned text can hold.
FIRST_MARK = 0xE000
MARK = re.compile(r"[\ue000-\uf8ff]")
_CUTOFF, _CUTOFF_WITHOUT_CUE = 0.8, 0.85
_LONGEST_PHRASE = 4
_SHORTEST_NEAR, _LONGEST_NEAR = 4, 30
_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"[\s.'_·()-]*|,(?=\d)")
_CUE = re.compile(
    r"\b(?:with|avec|using|via|par|by|on|sur|from|chez|model|modele|use|used|utilise|utilisant|utiliser|to|ask|asked|w"
    r"|demande|through|grace)[\s:'/]+(?:(?:the|le|l|au|model|modele|l'ia|ia|ai)[\s:']+)?$"
)
# Of things that also have another name, only what stands after such a word is the model.
_ONLY_AFTER_CUE = frozenset(("eleven", "scout", "nemo", "command", "sonar", "lechat", "makeanaudio", "bard"))
_ALSO_A_THING = frozenset(
    [
        "llama",
        "firefly",
        "haiku",
        "sonnet",
        "opus",
        "runway",
        "whisper",
        "gemini",
        "mochi",
        "phi",
        "kandinsky",
        "bark",
        "nova",
        "titan",
        "falcon",
        "flux",
        "luma",
        "pika",
        "sana",
    ]
)
_UNITS = ("tokens", "words", "mots", "jetons", "pages")
_ARTICLE = re.compile(r"\b(?:a|an|un|une|two|deux|three|trois|my|mon|ma|\d+)[\s']+$")
_CONTENT = re.compile(
    r"\b(?:(?:of|about|d|de|du|des)[\s']+(?:a|an|un|une|the|le|la|l)|style(?:[\s']+(?:of|de|d|du))?)[\s']+$"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A model and the name it went by."""

    identity: str
    name: str


@dataclass(frozen=True, slots=True)
class _Index:
    id_by_key: dict[str, str]
    beginnings: frozenset[str]
    keys_by_start: dict[tuple[str, str], tuple[str, ...]]


@lru_cache(maxsize=4)
def _index(named: tuple[tuple[str, str, tuple[str, ...]], ...]) -> _Index:
    """The names as keys, all their beginnings, and the names by first letter and digits."""
    ids = {name_key(name): identity for identity, first, more in named for name in (identity, first, *more)}
    ids = {key: identity for key, identity in ids.items() if len(key) > 1}
    by_start: dict[tuple[str, str], list[str]] = {}
    for key in ids:
        if len(key) >= _SHORTEST_NEAR:
            by_start.setdefault((key[0], _digits(key)), []).append(key)
    return _Index(
        ids,
        frozenset(key[:end] for key in ids for end in range(1, len(key) + 1)),
        {start: tuple(keys) for start, keys in by_start.items()},
    )


def mark_models(text: str, book: FactorBook) -> tuple[str, tuple[Spoken, ...]]:
    """The text with each model's name as one mark, and the models in the order of the marks."""
    index = _index(tuple((identity, model.name, model.aliases) for identity, model in book.models.items()))
    spoken: list[Spoken] = []
    text = _replaced(text, spoken, lambda words, at: _exact(text, words, at, index))
    text = _replaced(text, spoken, lambda words, at: _near(text, words, at, index))
    return text, tuple(spoken)


def _replaced(
    text: str, spoken: list[Spoken], found_at: Callable[[list[re.Match[str]], int], tuple[str, str, int] | None]
) -> str:
    words = list(_WORD.finditer(text))
    out, at, done = [], 0, 0
    while at < len(words):
        if found := found_at(words, at):
            identity, name, after = found
            out += [text[done : words[at].start()], f" {chr(FIRST_MARK + len(spoken))} "]
            spoken.append(Spoken(identity, name))
            done, at = words[after - 1].end(), after
        else:
            at += 1
    return "".join([*out, text[done:]])


def _exact(text: str, words: list[re.Match[str]], at: int, index: _Index) -> tuple[str, str, int] | None:
    """The longest known name that begins at a word, and where it ends."""
    best: tuple[str, str, int] | None = None
    key = ""
    for end in range(at, len(words)):
        if end > at and not _JOINT.fullmatch(text, words[end - 1].end(), words[end].start()):
            break
        key += words[end][0]
        if key not in index.beginnings:
            break
        if (identity := index.id_by_key.get(key)) and (end == at or len(key) > 2 or key.isalpha()):
            if best and _is_counted(text, words, at, end):
                break
            best = identity, key, end + 1
    if best and _is_no_model(text, words, at, best):
        return None
    return best


def _is_counted(text: str, words: list[re.Match[str]], at: int, end: int) -> bool:
    """Whether a number after a name counts the things after it: "gpt 5 questions", not "3 gpt 5 questions"."""
    if (
        not words[end][0].isdecimal()
        or text[words[end - 1].end() : words[end].start()].strip()
        or end + 1 == len(words)
    ):
        return False
    noun, unit = NOUNS.get(words[end + 1][0]), words[end + 1][0] in _UNITS
    return (unit or bool(noun and noun.plural)) and not (at and words[at - 1][0].isdecimal())


def _is_no_model(text: str, words: list[re.Match[str]], at: int, found: tuple[str, str, int]) -> bool:
    """Whether a name is here the word for something else: a llama, eleven images, in the style of Kandinsky."""
    _, key, after = found
    before = text[max(0, words[at].start() - 24) : words[at].start()]
    followed = after < len(words) and words[after][0] in NOUNS
    if key in _ONLY_AFTER_CUE:
        return followed or not (_CUE.search(before) or (key == "lechat" and at == 0))
    if _CONTENT.search(before):
        return not followed
    return key in _ALSO_A_THING and not followed and bool(_ARTICLE.search(before))


def _near(text: str, words: list[re.Match[str]], at: int, index: _Index) -> tuple[str, str, int] | None:
    """The name that was nearly written at a word: after "with" and its like, or a long word that is no other."""
    first = words[at][0]
    if not first[0].isalpha() or len(first) < 3 or first in COMMON or first in NOUNS or first in GENERATIONS:
        return None
    before = text[max(0, words[at].start() - 24) : words[at].start()]
    cued = bool(_CUE.search(before))
    if not cued and (len(first) < 6 or _CONTENT.search(before)):
        return None
    cutoff = _CUTOFF if cued else _CUTOFF_WITHOUT_CUE
    best: tuple[float, str, int] | None = None
    written = ""
    for end in range(at, min(at + _LONGEST_PHRASE, len(words))):
        if end > at and not _JOINT.fullmatch(text, words[end - 1].end(), words[end].start()):
            break
        written += words[end][0]
        score, key = _nearest(written, cutoff, index)
        if key and (best is None or score > best[0]):
            best = score, key, end + 1
    return (index.id_by_key[best[1]], best[1], best[2]) if best else None


def _nearest(written: str, cutoff: float, index: _Index) -> tuple[float, str]:
    """The known name nearest to what was written, its digits the same, and how near it is."""
    if not _SHORTEST_NEAR <= len(written) <= _LONGEST_NEAR or written in index.id_by_key:
        return 0.0, ""
    alike = near_names(written, index.keys_by_start.get((written[0], _digits(written)), ()), cutoff, 1)
    return (alike[0][1], alike[0][0]) if alike else (0.0, "")


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
