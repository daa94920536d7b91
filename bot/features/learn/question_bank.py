"""What lessons draw from: questions, quantities, things, motions and prompts, with figures computed when shown."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.cards.refusal import old_button
from bot.features.cost import Estimator
from config.content.computed import Value, computed
from config.content.tables import Item
from config.content.teaching import GuessItem, Motion, OrderItem, Prompt, QuizItem
from energy import Source

T = TypeVar("T")
ItemT = TypeVar("ItemT", bound=Item)


@dataclass(frozen=True, slots=True)
class ShownItem(Generic[ItemT]):
    """An item of the content as it is shown today: its figures, its sources, and the number each of them has."""

    id: str
    item: ItemT
    values: Mapping[str, Value]
    sources: tuple[Source, ...]
    numbers: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class QuestionBank:
    """Every item of every kind by its id."""

    quiz: Mapping[str, QuizItem]
    guesses: Mapping[str, GuessItem]
    order: Mapping[str, OrderItem]
    debates: Mapping[str, Motion]
    prompts: Mapping[str, Prompt]
    sources: Mapping[str, Source]
    estimator: Estimator

    def shown(self, items: Mapping[str, ItemT], identity: str) -> ShownItem[ItemT]:
        """An item by today's book. Raises Refusal where this version has no such item."""
        item = known(items, identity)
        return ShownItem(
            identity,
            item,
            computed(item.figures, self.estimator.book, self.estimator.opinions),
            tuple(self.sources[source] for source in item.sources),
            {source: number for number, source in enumerate(item.sources, 1)},
        )


def draw(pool: Sequence[T], seen: Collection[T] = ()) -> T:
    """One of a pool by chance, of those not seen as long as there are any."""
    return secrets.choice([one for one in pool if one not in seen] or list(pool))


def known(items: Mapping[str, T], identity: str) -> T:
    """An item a button carries. Raises Refusal where this version has no such item."""
    if identity not in items:
        raise old_button()
    return items[identity]
