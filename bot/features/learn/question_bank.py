"""What lessons draw from: questions, quantities, things, motions and prompts, with figures reckoned when shown."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.features.cost.decide import CostService
from config.content.computed import Value, computed
from config.content.tables import Item
from config.content.teaching import Motion, Prompt, Quantity, Question, Thing
from energy import Refusal, Source

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Lessons:
    """Every item of every kind by its id."""

    quiz: Mapping[str, Question]
    guesses: Mapping[str, Quantity]
    order: Mapping[str, Thing]
    debates: Mapping[str, Motion]
    prompts: Mapping[str, Prompt]
    sources: Mapping[str, Source]
    cost: CostService

    def values(self, item: Item) -> Mapping[str, Value]:
        """An item's figures by today's book."""
        return computed(item.figures, self.cost)

    def sources_of(self, item: Item) -> tuple[Source, ...]:
        """An item's sources, in the order its sentences name them."""
        return tuple(self.sources[source] for source in item.sources)


def numbered(item: Item) -> Mapping[str, int]:
    """The number under which each source of an item is shown."""
    return {source: number for number, source in enumerate(item.sources, 1)}


def drawn(pool: Sequence[T], seen: Collection[T] = ()) -> T:
    """One of a pool by chance, of those not seen as long as there are any."""
    return secrets.choice([one for one in pool if one not in seen] or list(pool))


def known(items: Mapping[str, T], identity: str) -> T:
    """An item a button carries. Raises Refusal where this version has no such item."""
    if identity not in items:
        raise Refusal("button.old", "This button belongs to an older version; ask again.")
    return items[identity]
