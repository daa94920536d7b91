"""The shape of every record in energy/data: plain frozen dataclasses, checked when they are loaded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from energy.interval import Interval
from energy.sources import Basis, SourceId, Strict

Activity = Literal["video", "image"]
_RESOLUTION = re.compile(r"\d+x\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor(Strict):
    """A number with its range, its basis and its source; the unit is in the key that holds it."""

    low: float
    central: float
    high: float
    basis: Basis
    source: SourceId
    also: tuple[SourceId, ...] = ()

    def __post_init__(self) -> None:
        Interval(self.low, self.central, self.high)

    @property
    def range(self) -> Interval:
        """The three numbers as a range."""
        return Interval(self.low, self.central, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transformer(Strict):
    """The shape of a diffusion transformer; `linear_parameters_per_token_b` are the weights a token really passes."""

    layers: int
    width: int
    attention_sites: int
    linear_parameters_per_token_b: float
    joint_text_tokens: int
    cross_text_tokens: int
    vae_spatial: int
    vae_temporal: int
    patch_spatial: int
    patch_temporal: int
    vae_mflop_per_pixel: float

    def __post_init__(self) -> None:
        _positive(self, "layers", "width", "linear_parameters_per_token_b", "vae_mflop_per_pixel")
        _positive(self, "vae_spatial", "vae_temporal", "patch_spatial", "patch_temporal")


@dataclass(frozen=True, slots=True, kw_only=True)
class UNet(Strict):
    """A convolutional denoiser, known by the operations of one forward pass (per frame, for video)."""

    tflop_per_forward: float
    reference_resolution: str
    vae_mflop_per_pixel: float

    def __post_init__(self) -> None:
        _positive(self, "tflop_per_forward", "vae_mflop_per_pixel")
        _resolution(self.reference_resolution)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Strict):
    """What every model, open or closed, is known by."""

    name: str
    activity: Activity
    provider: str
    usual_place: str | None = None
    aliases: tuple[str, ...] = ()
    source: SourceId
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenModel(Named):
    """A model whose size and shape are published."""

    basis: Basis
    default_resolution: str
    default_steps: int
    passes_per_step: int
    native_fps: float = 0.0
    default_frames: int = 1
    transformer: Transformer | None = None
    unet: UNet | None = None

    def __post_init__(self) -> None:
        _positive(self, "default_steps", "passes_per_step", "default_frames")
        _resolution(self.default_resolution)
        if (self.transformer is None) == (self.unet is None):
            raise ValueError("give exactly one of [transformer] and [unet]")
        if self.activity == "video" and self.native_fps <= 0:
            raise ValueError("a video model needs native_fps above 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Strict):
    """Three numbers whose basis and source the record around them states."""

    low: float
    central: float
    high: float

    def __post_init__(self) -> None:
        Interval(self.low, self.central, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Named):
    """A closed service: a third party's estimate, or nothing but the range of its class."""

    estimate_wh: Range | None = None
    pue: float | None = None

    def __post_init__(self) -> None:
        if (self.estimate_wh is None) != (self.pue is None):
            raise ValueError("estimate_wh and pue go together")
        if self.pue is not None and self.pue < 1:
            raise ValueError("pue must be at least 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRecord(Strict):
    """A grid: its names, its carbon intensity, and the water its power plants use."""

    iso2: str | None = None
    en: str
    fr: str
    carbon_g_per_kwh: float
    low: float | None = None
    high: float | None = None
    year: int | None = None
    grid_water_l_per_kwh: float | None = None
    source: SourceId
    aliases: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _positive(self, "carbon_g_per_kwh")
        Interval(self.low or 0.0, self.carbon_g_per_kwh, self.high or self.carbon_g_per_kwh)


@dataclass(frozen=True, slots=True, kw_only=True)
class Equivalent(Strict):
    """An everyday use of electricity."""

    en: str
    fr: str
    unit: str
    kwh_per_unit: Factor

    def __post_init__(self) -> None:
        _positive(self.kwh_per_unit, "low")


def _positive(record: object, *names: str) -> None:
    for name in names:
        if not getattr(record, name) > 0:
            raise ValueError(f"{name} must be above 0")


def _resolution(text: str) -> None:
    if not _RESOLUTION.fullmatch(text):
        raise ValueError(f'"{text}" is no resolution such as 1280x720')
