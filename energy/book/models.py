"""The models and services the book knows, one record each: what they are called, and what is known about their size."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from energy.book.records import Activity, AudioKind, Precision, require_positive, size_of
from energy.book.sources import Basis, SourceId, Strict
from energy.values.interval import Interval


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Transformer(Strict):
    """The shape of a diffusion transformer; and its decoder (VAE).

    `linear_parameters_per_token_b` are the weights a token really passes, in billions; `vae_..._times` say how many
    times smaller latents are than pixels and frames, `patch_..._times` how many latents make a token along each side.
    """

    layers: int
    width_channels: int
    attention_sites: int
    linear_parameters_per_token_b: float
    joint_text_tokens: int
    cross_text_tokens: int
    vae_spatial_times: int
    vae_temporal_times: int
    patch_spatial_times: int
    patch_temporal_times: int
    vae_mflop_per_pixel: float

    def __post_init__(self) -> None:
        require_positive(self, "layers", "width_channels", "linear_parameters_per_token_b", "vae_mflop_per_pixel")
        require_positive(self, "vae_spatial_times", "vae_temporal_times")
        require_positive(self, "patch_spatial_times", "patch_temporal_times")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class UNet(Strict):
    """A convolutional denoiser, known by the operations of one forward pass (per frame, for video)."""

    tflop_per_forward: float
    reference_resolution: str
    vae_mflop_per_pixel: float
    reference_pixels: int = field(init=False)

    def __post_init__(self) -> None:
        require_positive(self, "tflop_per_forward", "vae_mflop_per_pixel")
        width, height = size_of(self.reference_resolution)
        object.__setattr__(self, "reference_pixels", width * height)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Named(Strict):
    """What every model, open or closed, is known by."""

    name: str
    activity: Activity
    provider: str
    usual_place: str | None = None
    aliases: tuple[str, ...] = ()
    source: SourceId
    note: str = ""

    @property
    def known_by(self) -> Basis:
        """How an answer about it comes to be."""
        return Basis.ASSUMED


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Open(Named):
    """A model whose size is published: `basis` says how well."""

    basis: Basis

    @property
    def known_by(self) -> Basis:
        """Modelled at best: the formula stands between the size and the energy."""
        return max(Basis.MODELLED, self.basis, key=lambda basis: basis.rank)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class OpenModel(Open):
    """A diffusion model whose shape is published."""

    default_resolution: str
    default_steps: int
    passes_per_step: int
    native_fps: float = 0.0
    default_frames: int = 1
    transformer: Transformer | None = None
    unet: UNet | None = None
    default_size: tuple[int, int] = field(init=False)

    def __post_init__(self) -> None:
        require_positive(self, "default_steps", "passes_per_step", "default_frames")
        object.__setattr__(self, "default_size", size_of(self.default_resolution))
        if (self.transformer is None) == (self.unet is None):
            raise ValueError("give exactly one of [transformer] and [unet]")
        if self.activity == "video" and self.native_fps <= 0:
            raise ValueError("a video model needs native_fps above 0")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Range(Strict):
    """Three numbers whose basis and source the record around them states."""

    low: float
    central: float
    high: float

    def __post_init__(self) -> None:
        Interval(self.low, self.central, self.high)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Service(Named):
    """A closed service: a measurement, a third party's estimate, or nothing but the range of its class.

    `measured_wh` is one item, 5 s at 1280x720 or a picture of 1024x1024, at the boundary `measured_at`. `estimate_wh`
    is such a clip at the accelerators, times the `pue` beside it.
    """

    measured_wh: Range | None = None
    measured_at: Literal["accelerators", "facility"] = "facility"
    estimate_wh: Range | None = None
    pue: float | None = None

    @property
    def known_by(self) -> Basis:
        """Measured where somebody did, else estimated where a third party did."""
        if self.measured_wh:
            return Basis.MEASURED
        return Basis.ESTIMATED if self.estimate_wh else Basis.ASSUMED

    def __post_init__(self) -> None:
        if self.measured_wh is not None and self.estimate_wh is not None:
            raise ValueError("measured_wh and estimate_wh: a measurement stands alone, so leave the estimate out")
        if (self.estimate_wh is None) != (self.pue is None):
            raise ValueError("estimate_wh and pue go together")
        if self.estimate_wh is not None and self.activity != "video":
            raise ValueError("estimate_wh is the energy of a clip; leave it out for other activities")
        if self.pue is not None and self.pue < 1:
            raise ValueError("pue must be at least 1")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LanguageModel(Open):
    """An open language model: parameters a token passes and in all (billions), and the precision it is served in."""

    active_parameters_b: float
    total_parameters_b: float
    precision: Precision = "bf16"
    reasons: bool = False

    def __post_init__(self) -> None:
        require_positive(self, "active_parameters_b")
        if self.total_parameters_b < self.active_parameters_b:
            raise ValueError("total_parameters_b must not be below active_parameters_b")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class TextService(Named):
    """A closed language model: facility energy of an answer of `tokens` tokens, or the range of its class.

    `ecologits` is its name in the registry of EcoLogits, "provider/model", where it has one.
    """

    facility_wh: Range | None = None
    tokens: int = 0
    reasons: bool = False
    ecologits: str | None = None

    @property
    def known_by(self) -> Basis:
        """Estimated where a third party did."""
        return Basis.ESTIMATED if self.facility_wh else Basis.ASSUMED

    def __post_init__(self) -> None:
        if (self.facility_wh is None) != (self.tokens == 0):
            raise ValueError("facility_wh and tokens go together")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AudioModel(Open):
    """An open model of music or sound by diffusion."""

    kinds: tuple[AudioKind, ...]
    parameters_b: float
    default_steps: int

    def __post_init__(self) -> None:
        require_positive(self, "parameters_b", "default_steps")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AudioService(Named):
    """A service or model of sound whose energy nobody has published: the range of its kind answers."""

    kinds: tuple[AudioKind, ...]


Model = OpenModel | Service | LanguageModel | TextService | AudioModel | AudioService
