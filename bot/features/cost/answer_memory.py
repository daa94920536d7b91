"""Answers that were given: by trace code, so that anybody can check them later, and a person's latest uses."""

from __future__ import annotations

import logging
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from bot.cards.refusal import old_button
from bot.clock import Clock
from bot.features.cost.decide import Answer, Estimator
from bot.features.cost.trace_record import Result, result_of
from bot.store import Trace, Traces, WriteFailed
from energy import Refusal, Usage

log = logging.getLogger(__name__)
_REMEMBERED = 1_000
_MOST_PEOPLE, _MOST_EACH = 2_000, 5
_CODE_LENGTH = 6
# What people read as another character, as Crockford's alphabet has it.
_MISREAD = str.maketrans("OIL", "011")


@dataclass(frozen=True, slots=True)
class FoundTrace:
    """An answer of some day, and today's answer to the same question (None where today's book cannot read it)."""

    code: str
    day: date
    book: str
    then: Result
    today: Answer | None


class AnswerMemory:
    """Remembers answers and finds them again.

    Under their codes only what was asked and what came out is kept, and nobody's name. The latest uses of the latest
    people are in memory alone, to be offered again; no word that anybody typed is among them.
    """

    def __init__(self, estimator: Estimator, traces: Traces, clock: Clock) -> None:
        self._estimator = estimator
        self._traces = traces
        self._clock = clock
        self._kept: OrderedDict[str, Answer] = OrderedDict()
        self._recent: OrderedDict[int, tuple[Usage, ...]] = OrderedDict()

    async def remember(self, person: int, *answers: Answer) -> None:
        """Keep answers that are out already; those kept before cost nothing. A full disk is logged, not told."""
        recent = list(self._recent.pop(person, ()))
        for answer in answers:
            usage = answer.question.usage
            if usage in recent:
                recent.remove(usage)
            recent.insert(0, usage)
        self._recent[person] = tuple(recent[:_MOST_EACH])
        if len(self._recent) > _MOST_PEOPLE:
            self._recent.popitem(last=False)
        try:
            await self.keep(*answers)
        except WriteFailed as trouble:
            log.error("trace codes could not be kept: %s", trouble)

    async def keep(self, *answers: Answer) -> None:
        """Keep answers under their codes. Raises WriteFailed."""
        for answer in answers:
            code = answer.estimate.trace
            if code in self._kept:
                continue
            result = result_of(answer, self._estimator.book).model_dump_json()
            day = self._clock.now().date()
            await self._traces.keep(Trace(code, answer.question.subject, answer.estimate.book, day, result))
            self._kept[code] = answer
            if len(self._kept) > _REMEMBERED:
                self._kept.popitem(last=False)

    def recent(self, person: int) -> tuple[Usage, ...]:
        """A person's latest uses, the newest first."""
        return self._recent.get(person, ())

    def forget_person(self, person: int) -> None:
        """Drop a person's latest uses."""
        self._recent.pop(person, None)

    async def answers(self, subject: str) -> tuple[tuple[Answer, ...], ...]:
        """Today's answers to what was compared: codes joined by commas within a thing, by plus signs between things.

        Raises Refusal where one of them is kept no more.
        """
        return tuple([tuple([await self._today(code) for code in thing.split(",")]) for thing in subject.split("+")])

    async def _today(self, code: str) -> Answer:
        if code in self._kept:
            return self._kept[code]
        today = (await self.find(code)).today
        if today is None:
            raise old_button()
        return today

    async def find(self, typed: str) -> FoundTrace:
        """The answer a code stands for. Raises Refusal where there is none."""
        code = typed.strip().upper().translate(_MISREAD)
        if len(code) != _CODE_LENGTH or not code.isascii() or not code.isalnum():
            raise Refusal("trace.unreadable", f"{typed[:40]!r} is no trace code.", read=typed[:40])
        found = await self._traces.find(code)
        if not found:
            raise Refusal("trace.unknown", f"No answer with the code {code} is kept here.", read=code)
        trace = found[-1]
        try:
            then = Result.model_validate_json(trace.result)
        except ValidationError:
            raise Refusal("trace.old", f"The answer {code} was written by another version.", read=code) from None
        try:
            today: Answer | None = self._estimator.asked(trace.subject)
        except Refusal:
            today = None
        return FoundTrace(trace.code, trace.day, trace.book, then, today)
