"""Who is there in a lesson, counted and not named, and what the class says it used: a tally of its own."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakValueDictionary

from bot.clock import Clock
from bot.features.cost import Estimator
from bot.features.learn.lesson.plan import OVER
from bot.features.learn.session import Session
from bot.features.learn.sessions import Sessions
from bot.features.settings import SettingsService
from bot.features.tally import EnergyTotals, Valuation
from bot.store import DayCount, Given
from energy import Refusal, Usage, split_count

JOIN, _USE, _PART = "join", "use.", "~"
MOST_USES = 20


@dataclass(frozen=True, slots=True)
class ClassTotals:
    """How many joined, how many entries they made of what they used, and what that takes in all."""

    joined: int
    entries: int
    totals: EnergyTotals


class ClassTally:
    """What a class used, kept with its lesson and never in the server's tally; it goes when the lesson goes."""

    def __init__(
        self,
        sessions: Sessions,
        estimator: Estimator,
        valuation: Valuation,
        settings: SettingsService,
        clock: Clock,
    ) -> None:
        self._sessions = sessions
        self._estimator = estimator
        self._valuation = valuation
        self._settings = settings
        self._clock = clock
        self._adding: WeakValueDictionary[tuple[str, int], asyncio.Lock] = WeakValueDictionary()

    async def join(self, lesson: Session, person: int) -> bool:
        """Count a person as there, once; False where they were. Raises Refusal, WriteFailed."""
        return await self._sessions.answer(lesson, JOIN, person, "")

    async def use(self, lesson: Session, person: int, entry: str, typed: str) -> tuple[Usage, ...]:
        """Add what a person says they used, an `entry` once however often it comes. Raises Refusal, WriteFailed."""
        if lesson.phase == OVER:
            raise Refusal("class.over", "This lesson is over.")
        usages = tuple(answer.question.usage for answer in self.estimator(lesson).ask(typed))
        # One of a person's at a time, so that many sent in one moment are not all counted as the last that fits.
        async with self._adding.setdefault((lesson.subject, person), asyncio.Lock()):
            mine = {_entry(question) for question in await self._sessions.answered(lesson, person)} - {JOIN}
            if entry not in mine and len(mine) >= MOST_USES:
                raise Refusal("class.many_uses", f"{MOST_USES} entries a person are enough.", most=str(MOST_USES))
            for number, usage in enumerate(usages):
                question, value = f"{_USE}{entry}{_PART}{number}", f"{usage.key}*{usage.count}"
                await self._sessions.answer(lesson, question, person, value)
        return usages

    async def standing(self, lesson: Session) -> ClassTotals:
        """How many are there, and what the class used by today's book at the server's place."""
        given = await self._sessions.answers(lesson)
        entries = {(one.voter, _entry(one.question)) for one in given if one.question.startswith(_USE)}
        totals = await self._valuation.totals(self._counts(given), self._settings.of(lesson.guild).place)
        return ClassTotals(sum(one.question == JOIN for one in given), len(entries), totals)

    async def counts(self, lesson: Session) -> tuple[DayCount, ...]:
        """What the class says it used, each use once with how many, the most counted first."""
        return self._counts(await self._sessions.answers(lesson))

    async def heaviest(self, lesson: Session) -> str | None:
        """The use that takes most in all; None where nobody used anything."""
        counts = await self.counts(lesson)
        prices = await self._valuation.each([one.usage for one in counts], self._settings.of(lesson.guild).place)
        weights = {
            one.usage: price.energy_wh.central * one.count for one in counts if (price := prices[one.usage]) is not None
        }
        return max(weights, key=lambda usage: weights[usage]) if weights else None

    def estimator(self, lesson: Session) -> Estimator:
        """The estimator at the server's place."""
        return self._estimator.at(self._settings.of(lesson.guild).place)

    def _counts(self, given: Sequence[Given]) -> tuple[DayCount, ...]:
        together = Counter[str]()
        for one in given:
            if one.question.startswith(_USE):
                key, count = split_count(one.value)
                together[key] += count
        today = self._clock.now().date()
        return tuple(DayCount(today, key, "declared", count) for key, count in together.most_common())


def _entry(question: str) -> str:
    return question.removeprefix(_USE).split(_PART)[0]
