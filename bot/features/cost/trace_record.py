"""An answer as it was given on a day, in the form it is kept in under its trace code."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, ConfigDict

from bot.features.cost.decide import Answer
from energy import Basis, FactorBook, Interval, Method


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
    """A stage of the estimate: what went in, what came out, in its unit."""

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


def result_of(answer: Answer, book: FactorBook) -> Result:
    """What is kept of an answer."""
    stages = tuple(
        StageThen(
            stage=stage.name,
            unit=stage.unit,
            range=_three(stage.result),
            factors=tuple(
                FactorThen(
                    name=f.name,
                    range=_three(f.range),
                    basis=f.basis.value,
                    source=f.source,
                    producer=book.sources[f.source].producer,
                    year=book.sources[f.source].year,
                )
                for f in stage.inputs
            ),
        )
        for stage in answer.estimate.stages
    )
    live, then = answer.question.place.live, None
    if live is not None:
        producer = book.sources[live.source].producer
        then = LiveThen(producer=producer, method=live.method, g_per_kwh=live.g_per_kwh, at=live.at, basis=live.basis)
    return Result(stated_at_meter=answer.estimate.stated_at_meter, stages=stages, live=then)


def _three(value: Interval) -> tuple[float, float, float]:
    return value.low, value.central, value.high
