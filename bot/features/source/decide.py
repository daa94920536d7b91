"""Trace codes: what was asked and answered on a day, so that anybody can check it later, against today's book too."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, datetime

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.features.cost.decide import Answer, CostService
from bot.store.protocols import Clock, Trace, Traces
from energy import Basis, FactorBook, Interval, Live, Method, Refusal, explain_steps

_REMEMBERED = 1_000
_CODE_LENGTH = 6
# What people read as another sign, as Crockford's alphabet has it.
_MISREAD = str.maketrans("OIL", "011")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FactorThen(_Frozen):
    """A number that took part: its range, how it was known, and who it came from."""

    name: str
    range: tuple[float, float, float]
    basis: str
    source: str
    producer: str
    year: int


class StageThen(_Frozen):
    """A stage of the reckoning: what went in, what came out, in its unit."""

    stage: str
    factors: tuple[FactorThen, ...]
    range: tuple[float, float, float]
    unit: str

    @property
    def result(self) -> Interval:
        """What came out."""
        return Interval(*self.range)


class LiveThen(_Frozen):
    """The live figure of the grid that took part."""

    producer: str
    method: Method
    g_per_kwh: float
    at: datetime
    basis: Basis


class Result(_Frozen):
    """An answer as it was given; without `live`, by the grid's yearly figure."""

    stated_at_meter: bool
    stages: tuple[StageThen, ...]
    live: LiveThen | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """An answer of some day, and today's answer to the same question (None where today's book cannot read it)."""

    code: str
    day: date
    book: str
    then: Result
    today: Answer | None


class TraceBook:
    """Remembers answers and finds them again. Nothing personal is kept: only what was asked and what came out."""

    def __init__(self, cost: CostService, traces: Traces, clock: Clock) -> None:
        self._cost = cost
        self._traces = traces
        self._clock = clock
        self._kept: OrderedDict[str, Answer] = OrderedDict()

    async def remember(self, *answers: Answer) -> None:
        """Keep answers; those kept already cost nothing. Raises Unsaved."""
        for answer in answers:
            code = answer.estimate.trace
            if code in self._kept:
                continue
            result = _result(answer, self._cost.book).model_dump_json()
            day = self._clock.now().date()
            await self._traces.keep(Trace(code, answer.question.subject, answer.estimate.book, day, result))
            self._kept[code] = answer
            if len(self._kept) > _REMEMBERED:
                self._kept.popitem(last=False)

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
            raise Refusal("button.old", "This button belongs to an older version; ask again.")
        return today

    async def find(self, typed: str) -> Found:
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
            today: Answer | None = self._cost.asked(trace.subject)
        except Refusal:
            today = None
        return Found(trace.code, trace.day, trace.book, then, today)


def _result(answer: Answer, book: FactorBook) -> Result:
    stages = tuple(
        StageThen(
            stage=step.stage,
            unit=step.unit,
            range=_three(step.result),
            factors=tuple(
                FactorThen(
                    name=f.name,
                    range=_three(f.range),
                    basis=f.basis.value,
                    source=f.source,
                    producer=book.sources[f.source].producer,
                    year=book.sources[f.source].year,
                )
                for f in step.inputs
            ),
        )
        for step in explain_steps(answer.estimate)
    )
    live = answer.question.place.live
    then = _live(live, book) if live else None
    return Result(stated_at_meter=answer.estimate.stated_at_meter, stages=stages, live=then)


def _live(live: Live, book: FactorBook) -> LiveThen:
    producer = book.sources[live.source].producer
    return LiveThen(producer=producer, method=live.method, g_per_kwh=live.g_per_kwh, at=live.at, basis=live.basis)


def _three(value: Interval) -> tuple[float, float, float]:
    return value.low, value.central, value.high
