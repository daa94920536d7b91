"""The shape of every record in energy/book/data: plain frozen dataclasses, checked when they are loaded."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from energy.book.sources import Basis, SourceId, Strict
from energy.values.interval import Interval

Activity = Literal["video", "image", "text", "audio"]
RegionReason = Literal["mix", "city", "apart", "neighbour", "group"]
AudioKind = Literal["music", "sound", "speech", "transcription"]
Precision = Literal["bf16", "fp8", "mxfp4"]
_RESOLUTION = re.compile(r"(\d{1,9})x(\d{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Factor(Strict):
    """A number with its range, its basis and its source; the unit is in the key that holds it.

    `also` are further sources that support it. `passport` is what an estimate lists of it beside its name.
    """

    low: float
    central: float
    high: float
    basis: Basis
    source: SourceId
    also: tuple[SourceId, ...] = ()
    range: Interval = field(init=False)
    passport: tuple[Interval, Basis, SourceId] = field(init=False)

    def __post_init__(self) -> None:
        span = Interval(self.low, self.central, self.high)
        object.__setattr__(self, "range", span)
        object.__setattr__(self, "passport", (span, self.basis, self.source))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Training(Strict):
    """What training a model took, once."""

    name: str
    energy_mwh: Factor


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Bilingual(Strict):
    """What has a name in each language."""

    en: str
    fr: str

    def name(self, language: str) -> str:
        """The name in English or French."""
        return self.fr if language == "fr" else self.en


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class PlaceRecord(Bilingual):
    """A grid: its names, its carbon intensity, and the water its power plants use."""

    iso2: str | None = None
    carbon_g_per_kwh: float
    low_g_per_kwh: float | None = None
    high_g_per_kwh: float | None = None
    year: int | None = None
    grid_water_l_per_kwh: float | None = None
    source: SourceId
    aliases: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_positive(self, "carbon_g_per_kwh")
        Interval(self.low_g_per_kwh or 0.0, self.carbon_g_per_kwh, self.high_g_per_kwh or self.carbon_g_per_kwh)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Region(Bilingual):
    """A place people name that has no row of its own: the place that answers for it, and why it must."""

    part_of: str
    why: RegionReason
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Equivalent(Bilingual):
    """An everyday use of electricity."""

    unit: str
    kwh_per_unit: Factor

    def __post_init__(self) -> None:
        require_positive(self.kwh_per_unit, "low")


def require_positive(record: object, *names: str) -> None:
    """Raise ValueError, naming the first field that is not above 0."""
    for name in names:
        if not getattr(record, name) > 0:
            raise ValueError(f"{name} must be above 0")


def size_of(resolution: str) -> tuple[int, int]:
    """Width and height in pixels of "1280x720". Raises ValueError where a text is no resolution."""
    if not (found := _RESOLUTION.fullmatch(resolution)):
        raise ValueError(f'"{resolution}" is no resolution such as 1280x720')
    return int(found[1]), int(found[2])
