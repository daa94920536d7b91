"""GB Carbon Intensity by NESO: Great Britain, every half hour. What plants burn, imports included; not life cycle."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import AwareDatetime, Field

from bot.grid.provider import Request, Shape
from energy import Basis, Live


class _Intensity(Shape):
    forecast: float
    # Null until the half hour is over.
    actual: float | None = None


class _HalfHour(Shape):
    begins: Annotated[AwareDatetime, Field(alias="from")]
    intensity: _Intensity


class _Answer(Shape):
    data: Annotated[list[_HalfHour], Field(min_length=1)]


class GreatBritain:
    """`/intensity`, no key. Northern Ireland is on another grid."""

    source = "neso-live"
    period = timedelta(minutes=30)

    def __init__(self, base: str = "https://api.carbonintensity.org.uk") -> None:
        self._base = base

    def request(self, place: str) -> Request | None:
        """The current half hour."""
        return Request(f"{self._base}/intensity") if place == "GBR" else None

    def read(self, body: bytes, place: str) -> Live:
        """What was, where it is known already, else what was forecast."""
        del place
        now = _Answer.model_validate_json(body).data[0]
        if now.intensity.actual is not None:
            return Live(now.intensity.actual, now.begins, self.source)
        return Live(now.intensity.forecast, now.begins, self.source, Basis.ESTIMATED)
