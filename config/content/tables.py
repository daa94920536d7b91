"""Files of many small items, each under its id: claims, questions, motions, prompts; read and checked alike."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field, TypeAdapter

from config.content.figures import Figure, check_figures, check_passports, check_words
from config.content.sentences import CONTENT, ContentError, Frozen, Sentence, Words, read_items
from energy import FactorBook, Source

# What lessons are about, for people to choose from.
Subject = Literal["video", "images", "text", "training", "water", "carbon", "grid", "units", "habits"]


class Item(Frozen, ABC):
    """An item with figures of its own."""

    figures: dict[str, Figure] = Field(default_factory=dict)

    @property
    @abstractmethod
    def words(self) -> dict[str, Words]:
        """Every text with figures in it, by its key; checkable sentences among them."""

    @property
    def elsewhere(self) -> frozenset[str]:
        """The figures that are shown, but by no text."""
        return frozenset()

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source once, in the order in which sentences name them."""
        named = (source for one in self.words.values() if isinstance(one, Sentence) for source in one.sources)
        return tuple(dict.fromkeys(named))


T = TypeVar("T", bound=Item)


def load_table(
    kind: str, model: type[T], book: FactorBook, sources: Mapping[str, Source], folder: Path = CONTENT
) -> dict[str, T]:
    """Every item of a kind by its id. Raises ContentError."""
    found: dict[str, T] = {}
    table: TypeAdapter[dict[str, T]] = TypeAdapter(dict[str, model])  # type: ignore[valid-type]
    for file, items in read_items(kind, table.validate_python, folder):
        for identity, item in items.items():
            where = f"{file}: {identity}"
            if identity in found:
                raise ContentError(f"{where}: another file has an item with this id; rename one.")
            for name in sorted(item.elsewhere - item.figures.keys()):
                raise ContentError(f"{where}: there is no figure called {name}; add it to figures.")
            check_words(where, item.words, item.figures, sources, elsewhere=item.elsewhere)
            check_figures(where, item.figures, book)
            sentences = {key: one for key, one in item.words.items() if isinstance(one, Sentence)}
            check_passports(where, sentences, item.figures)
            found[identity] = item
    return found
