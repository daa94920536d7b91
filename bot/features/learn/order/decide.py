"""Putting things in order of the energy they take: one attempt each, scored by pairs."""

from __future__ import annotations

import itertools
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from bot.features.learn.question_bank import Lessons, known
from bot.features.learn.session import Session
from bot.features.learn.sessions import Sessions
from config.content.computed import Value

HOW_MANY = 5
# Central values closer than this cannot fairly be told apart.
_APART = 1.8


@dataclass(frozen=True, slots=True)
class Ranked:
    """A person's order (the things' numbers, the least first) and how many of its pairs are right."""

    order: tuple[int, ...]
    right: int
    pairs: int


class Orders:
    """Games over the things of the content."""

    def __init__(self, lessons: Lessons, sessions: Sessions) -> None:
        self.lessons = lessons
        self._sessions = sessions

    async def begin(self, guild: int, language: str, leader: int) -> Session:
        """Draw things that differ enough and open a session. Raises Refusal, WriteFailed."""
        pool = list(self.lessons.order)
        chosen: list[str] = []
        while pool and len(chosen) < HOW_MANY:
            one = pool.pop(secrets.randbelow(len(pool)))
            here = self._size(one)
            if all(max(here, there) >= _APART * min(here, there) for there in map(self._size, chosen)):
                chosen.append(one)
        return await self._sessions.begin(guild, "order", tuple(chosen), language, leader)

    def _size(self, identity: str) -> float:
        return self.takes(identity).range.central

    def takes(self, identity: str) -> Value:
        """What a thing takes. Raises Refusal where this version has it no more."""
        thing = known(self.lessons.order, identity)
        return self.lessons.values(thing)[thing.takes]

    def truth(self, session: Session) -> tuple[int, ...]:
        """The numbers of the things, the one that takes least first."""
        return tuple(
            sorted(range(len(session.content_ids)), key=lambda number: self._size(session.content_ids[number]))
        )

    async def answer(self, session: Session, person: int, order: Sequence[int]) -> Ranked:
        """Keep a person's order, the first one counting. Raises WriteFailed."""
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
        place = {number: rank for rank, number in enumerate(self.truth(session))}
        pairs = list(itertools.combinations(order, 2))
        return Ranked(order, sum(place[less] < place[more] for less, more in pairs), len(pairs))
