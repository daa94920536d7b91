"""Putting things in order of the energy they take: one attempt each, scored by pairs."""

from __future__ import annotations

import itertools
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.refusal import old_button
from bot.features.learn.question_bank import QuestionBank, ShownItem
from bot.features.learn.session import Session
from bot.features.learn.sessions import Sessions
from config.content.computed import Value
from config.content.teaching import OrderItem

HOW_MANY = 5
# Central values closer than this cannot fairly be told apart.
_APART = 1.8


@dataclass(frozen=True, slots=True)
class Ranked:
    """A person's order (the things' numbers, the least first) and how many of its pairs are right."""

    order: tuple[int, ...]
    right: int
    pairs: int


@dataclass(frozen=True, slots=True)
class Ordered:
    """A thing, and what it uses."""

    shown: ShownItem[OrderItem]
    uses: Value


@dataclass(frozen=True, slots=True)
class Things:
    """The things of a game by their numbers, and the numbers in the right order, the one that uses least first."""

    things: tuple[Ordered, ...]
    right: tuple[int, ...]


class Orders:
    """Games over the things of the content."""

    def __init__(self, bank: QuestionBank, sessions: Sessions) -> None:
        self._bank = bank
        self._sessions = sessions

    async def begin(self, guild: int, language: str, leader: int) -> Session:
        """Draw things that differ enough and open a session. Raises Refusal, WriteFailed."""
        pool = list(self._bank.order)
        chosen: list[str] = []
        while pool and len(chosen) < HOW_MANY:
            one = pool.pop(secrets.randbelow(len(pool)))
            here = self._size(one)
            if all(max(here, there) >= _APART * min(here, there) for there in map(self._size, chosen)):
                chosen.append(one)
        return await self._sessions.begin(guild, "order", tuple(chosen), language, leader)

    def _size(self, identity: str) -> float:
        return self._thing(identity).uses.range.central

    def _thing(self, identity: str) -> Ordered:
        shown = self._bank.shown(self._bank.order, identity)
        return Ordered(shown, shown.values[shown.item.takes])

    def things(self, session: Session) -> Things:
        """What is put in order, by today's book. Raises Refusal where this version has one of them no more."""
        things = tuple(self._thing(identity) for identity in session.content_ids)
        right = sorted(range(len(things)), key=lambda number: things[number].uses.range.central)
        return Things(things, tuple(right))

    async def answer(self, session: Session, person: int, order: Sequence[int]) -> Ranked:
        """Keep a person's order, the first one counting. Raises Refusal where a number is no thing's, WriteFailed."""
        if not set(order) <= set(range(len(session.content_ids))):
            raise old_button()
        await self._sessions.answer(session, "order", person, "".join(map(str, order)))
        ranked = await self.own(session, person)
        assert ranked is not None
        return ranked

    async def own(self, session: Session, person: int) -> Ranked | None:
        """A person's own order, scored."""
        given = (await self._sessions.answered(session, person)).get("order")
        return self._ranked(session, given) if given is not None else None

    async def all(self, session: Session) -> tuple[Ranked, ...]:
        """Everybody's orders."""
        return tuple(self._ranked(session, one.value) for one in await self._sessions.answers(session))

    def _ranked(self, session: Session, given: str) -> Ranked:
        order = tuple(int(number) for number in given)
        place = {number: rank for rank, number in enumerate(self.things(session).right)}
        pairs = list(itertools.combinations(order, 2))
        return Ranked(order, sum(place[less] < place[more] for less, more in pairs), len(pairs))
