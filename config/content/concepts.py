"""What words of claims mean: ideas with their English and French words, checked when they are loaded."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from config.content.sentences import CONTENT, ContentError, Frozen, Text
from energy import folded

_FILE = "concepts.toml"
_START = "*"
Meanings = Annotated[dict[str, Text], Field(min_length=1)]


class Direction(Frozen):
    """An idea that raises (1) or lowers (-1) what is used."""

    sign: Annotated[int, Field(ge=-1, le=1)]
    words: Text


class Concepts(Frozen):
    """The file as it is written; every entry lists words, phrases and beginnings ("consum*") with commas between.

    `things` and `names` make another claim of a claim; `opposites` are pairs of ideas that exclude each other,
    `compared` further ideas of which one may take more than another, `everyday` things to which AI is
    likened; `filler` says nothing.
    """

    things: Meanings
    names: Meanings
    directions: dict[str, Direction]
    words: Meanings
    opposites: dict[str, Text]
    compared: frozenset[str]
    everyday: frozenset[str]
    filler: Text

    @property
    def entries(self) -> dict[str, tuple[str, ...]]:
        """The words of every idea, folded; beginnings keep their star."""
        found: dict[str, str] = {**self.things, **self.names, **self.words}
        found |= {name: direction.words for name, direction in self.directions.items()}
        return {name: _listed(words) for name, words in found.items()}

    @property
    def filling(self) -> tuple[str, ...]:
        """The words that say nothing."""
        return _listed(self.filler)


def load_concepts(folder: Path = CONTENT) -> Concepts:
    """The ideas of the file. Raises ContentError where a word means two of them, or a pair names none."""
    try:
        concepts = Concepts.model_validate(tomllib.loads((folder / _FILE).read_text(encoding="utf-8")))
    except OSError as error:
        raise ContentError(f"{_FILE}: cannot be read ({error.strerror}); restore it.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{_FILE}: is not valid TOML ({error}).") from None
    except ValidationError as error:
        first = error.errors()[0]
        raise ContentError(f"{_FILE}: {'.'.join(map(str, first['loc']))}: {first['msg']}.") from None
    _check(concepts)
    return concepts


def _check(concepts: Concepts) -> None:
    owners: dict[str, str] = {}
    for name, words in {**concepts.entries, "filler": concepts.filling}.items():
        for word in words:
            if owners.setdefault(word, name) != name:
                raise ContentError(f'{_FILE}: "{word}" stands for {owners[word]} and for {name}; keep one.')
    named = {*concepts.compared, *concepts.everyday, *concepts.opposites, *concepts.opposites.values()}
    if lost := named - concepts.entries.keys():
        raise ContentError(f"{_FILE}: there is no idea called {min(lost)}.")


def _listed(words: str) -> tuple[str, ...]:
    """The words of an entry: "Data centre, consum*" are "data centre" and "consum*"."""
    found = []
    for word in words.split(","):
        plain = folded(word)
        if plain:
            found.append(plain + _START if word.strip().endswith(_START) else plain)
    return tuple(dict.fromkeys(found))
