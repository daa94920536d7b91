"""A debate: a vote, a side given to each, sides swapped, a second vote, and how the room moved between the two."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from bot.clock import Clock
from bot.features.explain import sides_on
from bot.features.learn.question_bank import QuestionBank, ShownItem, draw
from bot.features.learn.session import Session
from bot.features.learn.sessions import Sessions
from config.content.teaching import Motion
from config.content.topic_index import TopicIndex
from config.content.topics import SIDES
from energy import Refusal

Vote = Literal["for", "against", "undecided"]
Side = Literal["pro", "con"]
Phase = Literal["vote", "argue", "swap", "again", "result"]
VOTES: tuple[Vote, ...] = get_args(Vote)
PHASES: tuple[Phase, ...] = get_args(Phase)
BOTH: tuple[Side, ...] = get_args(Side)
# Under which question a vote is kept.
_ROUND: Mapping[Phase, str] = {"vote": "before", "again": "after"}
_SIDE = "side"


@dataclass(frozen=True, slots=True)
class DebateTotals:
    """Both votes: how many said what, who moved from what to what, and whoever voted only once apart from them."""

    before: Mapping[Vote, int] = field(default_factory=dict)
    after: Mapping[Vote, int] = field(default_factory=dict)
    # Of those who voted twice: how many went from one vote to another, or stayed.
    moves: Mapping[tuple[Vote, Vote], int] = field(default_factory=dict)
    only_before: int = 0
    only_after: int = 0

    @property
    def twice(self) -> int:
        """How many voted both times."""
        return sum(self.moves.values())

    @property
    def stayed(self) -> int:
        """How many voted the same both times."""
        return sum(count for (first, second), count in self.moves.items() if first == second)


@dataclass(frozen=True, slots=True)
class Debated:
    """A motion, and its sides in the order they are shown in."""

    shown: ShownItem[Motion]
    sides: tuple[Side, ...]


class Debates:
    """Debates over the motions of the content. A session is about one motion; its `phase` is the step it is at."""

    def __init__(self, bank: QuestionBank, sessions: Sessions, clock: Clock) -> None:
        self._bank = bank
        self.motions = TopicIndex(bank.debates)
        self._sessions = sessions
        self._clock = clock
        # How many have each side, by session.
        self._sides: dict[str, Counter[Side]] = {}
        self._giving = asyncio.Lock()

    async def begin(self, guild: int, typed: str | None, language: str, leader: int, own: str) -> Session:
        """Open a debate on a motion, by id or name, or on any.

        Raises Refusal (worded in `own` language), WriteFailed.
        """
        if typed is not None and typed.strip():
            motion = self.motions.get(typed, own)
        else:
            seen = {session.content_ids[0] for session in self._sessions.of(guild) if session.kind == "debate"}
            motion = draw(list(self.motions.all), seen)
        return await self._sessions.begin(guild, "debate", (motion,), language, leader, phase=PHASES[0])

    def debated(self, session: Session) -> Debated:
        """What is debated, with both sides in the day's order, so that none always speaks first.

        Raises Refusal where this version has the motion no more.
        """
        shown = self._bank.shown(self._bank.debates, session.content_ids[0])
        sides = BOTH if sides_on(self._clock.now().date(), session.content_ids[0]) == SIDES else BOTH[::-1]
        return Debated(shown, sides)

    async def vote(self, session: Session, person: int, vote: Vote) -> None:
        """Keep a vote; it may be changed until the step is over. Raises Refusal where no vote is open, WriteFailed."""
        if (question := _ROUND.get(phase_of(session))) is None:
            raise Refusal("debate.no_vote", "No vote is open in this step.")
        await self._sessions.answer(session, question, person, vote, change=True)

    async def side(self, session: Session, person: int) -> Side:
        """The side a person argues now: given in turn, the other one after the swap. Raises Refusal, WriteFailed."""
        phase = phase_of(session)
        if phase not in ("argue", "swap"):
            raise Refusal("debate.no_side", "Sides are argued in the second and third step.")
        side = await self._given(session, person)
        return side if phase == "argue" else other(side)

    async def _given(self, session: Session, person: int) -> Side:
        # One after the other: two who ask at once, or one who asks twice, must not both count before either is kept.
        async with self._giving:
            if session.id not in self._sides:
                answers = await self._sessions.answers(session)
                held = Counter(_side(one.value) for one in answers if one.question == _SIDE)
                self._sides = {key: count for key, count in self._sides.items() if self._sessions.is_open(key)}
                self._sides[session.id] = held
            if (had := (await self._sessions.answered(session, person)).get(_SIDE)) is not None:
                return _side(had)
            count = self._sides[session.id]
            side = min(BOTH, key=lambda one: count[one])
            await self._sessions.answer(session, _SIDE, person, side)
            count[side] += 1
            return side

    async def room(self, session: Session) -> DebateTotals:
        """Both votes, added up; nobody is told apart."""
        before, after = dict[str, Vote](), dict[str, Vote]()
        for one in await self._sessions.answers(session):
            if one.question in _ROUND.values():
                (before if one.question == "before" else after)[one.voter] = _vote(one.value)
        twice = before.keys() & after.keys()
        return DebateTotals(
            Counter(before.values()),
            Counter(after.values()),
            Counter((before[voter], after[voter]) for voter in twice),
            len(before) - len(twice),
            len(after) - len(twice),
        )

    async def advance(self, session: Session, seen: str) -> Session:
        """Take the next step, where `seen` is still the one it stands at: a double press moves once.

        Raises Refusal, WriteFailed.
        """
        session = self._sessions.get(session.subject)
        if seen != phase_of(session) or session.phase == PHASES[-1]:
            return session
        return await self._sessions.alter(session, phase=PHASES[PHASES.index(phase_of(session)) + 1])


def phase_of(session: Session) -> Phase:
    """The step a debate stands at."""
    return next((phase for phase in PHASES if phase == session.phase), PHASES[0])


def other(side: Side) -> Side:
    """The opposite side."""
    return "con" if side == "pro" else "pro"


def as_debate(session: Session, motion: str, phase: Phase) -> Session:
    """A session of another kind as a debate sees it: same answers, one motion. Never to be kept."""
    return replace(session, content_ids=(motion,), phase=phase)


def _vote(value: str) -> Vote:
    return next(vote for vote in VOTES if vote == value)


def _side(value: str) -> Side:
    return next(side for side in BOTH if side == value)
