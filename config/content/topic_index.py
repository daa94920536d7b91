"""Topics of a kind of content, found by id or by name in either language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, Protocol, TypeVar

from config.content.sentences import Words
from config.text.catalog import LANGUAGES
from energy import NameIndex, Refusal, folded

# Fewer characters are part of too much to be taken for a topic.
_MAX_TYPED, _LEAST = 60, 3


class Titled(Protocol):
    """What has a short name to type and a title to read."""

    @property
    def name(self) -> Words:
        """The short name."""
        ...

    @property
    def title(self) -> Words:
        """The title."""
        ...


T = TypeVar("T", bound=Titled)


class TopicIndex(Generic[T]):
    """Every topic by its id, in the order they are offered in."""

    def __init__(self, topics: Mapping[str, T]) -> None:
        self.all = topics
        names = {i: tuple(t.name.text(lang) for lang in LANGUAGES) for i, t in topics.items()}
        self._names = NameIndex(names)
        self._words = {i: frozenset(folded(" ".join(called)).split()) for i, called in names.items()}

    def find(self, typed: str) -> str | None:
        """The id of what was typed: an id, a name in either language, or a word or part of just one of them."""
        if typed in self.all:
            return typed
        alike = self._names.search(typed) if len(typed.strip()) >= _LEAST else []
        named = [i for i in alike if folded(typed) in self._words[i]]
        for found in (named, alike):
            if len(found) == 1:
                return self._names.exact(typed) or found[0]
        return self._names.exact(typed)

    def get(self, typed: str, language: str) -> str:
        """The same. Raises Refusal that names the topics in the language."""
        found = self.find(typed)
        if found is None:
            known = ", ".join(one.name.text(language) for one in self.all.values())
            read = typed[:_MAX_TYPED]
            raise Refusal(
                "topic.unknown", f"I don't know a topic called {read!r}. There are: {known}.", read=read, known=known
            )
        return found

    def search(self, typed: str, language: str) -> list[tuple[str, str]]:
        """Topics for a name being typed, as (title in the language, id); all of them where nothing is."""
        ids = self._names.search(typed) if typed.strip() else list(self.all)
        return [(self.all[i].title.text(language), i) for i in ids]
