"""What a grid emits at one moment, as somebody publishes it. Who publishes decides what is counted."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from energy.book.factors import GridFactors
from energy.book.records import Factor
from energy.book.sources import Basis, SourceId

MOST_G_PER_KWH = 2000.0


class Method(StrEnum):
    """What a carbon intensity counts."""

    DIRECT = "combustion"
    LIFE_CYCLE = "life-cycle"


# Everybody whose live figures can be used, by the id of the source.
METHODS: dict[SourceId, Method] = {
    "neso-live": Method.DIRECT,
    "rte-live": Method.DIRECT,
    "electricity-maps-live": Method.LIFE_CYCLE,
}


@dataclass(frozen=True, slots=True)
class Live:
    """A carbon intensity for one moment; `basis` is estimated where it is a forecast or fills a gap.

    Kept to a tenth of a gram and to the minute, in UTC. Raises ValueError for what no grid can emit, a time without its
    zone, or a source that is not in METHODS.
    """

    g_per_kwh: float
    at: datetime
    source: SourceId
    basis: Basis = Basis.MODELLED

    def __post_init__(self) -> None:
        if self.source not in METHODS:
            raise ValueError(f"nobody publishes live figures as {self.source!r}")
        if self.at.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        value = round(self.g_per_kwh, 1) if math.isfinite(self.g_per_kwh) else math.nan
        if not 0.0 < value <= MOST_G_PER_KWH:
            raise ValueError(f"no grid emits {self.g_per_kwh} g per kWh")
        try:
            at = self.at.astimezone(UTC)
        except OverflowError:
            raise ValueError("a moment outside the calendar") from None
        object.__setattr__(self, "g_per_kwh", value)
        object.__setattr__(self, "at", at.replace(second=0, microsecond=0))

    @property
    def method(self) -> Method:
        """What it counts."""
        return METHODS[self.source]

    @property
    def moment(self) -> str:
        """When it was, for machines and for who reads JSON: "2026-03-04 12:00 UTC"."""
        return f"{self.at:%Y-%m-%d %H:%M} UTC"


def spread_of(grid: GridFactors, live: Live) -> Factor:
    """How far other methods of counting lie from a live figure."""
    return grid.direct_spread if live.method is Method.DIRECT else grid.method_spread
