"""The shape of energy/data/factors.toml: the numbers that belong to no model and no place."""

from __future__ import annotations

from dataclasses import dataclass

from energy.records import Factor
from energy.sources import Strict


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffusionFactors(Strict):
    """Joules per operation of diffusion models on one H100 with stock software, and how far that may be off."""

    linear_j_per_flop: Factor
    attention_j_per_flop: Factor
    activation_j_per_element: Factor
    decoder_j_per_flop: Factor
    unet_j_per_flop: Factor
    several_gpus_per_doubling: Factor
    exchange_j_per_element: Factor
    floor_j_per_layer_step: Factor
    repeated_decoder: Factor
    transformer_spread: Factor
    unet_spread: Factor
    several_gpus_spread: Factor
    unknown_hardware: Factor
    measured_video_pixels: Factor
    measured_image_pixels: Factor


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityFactors(Strict):
    """From the accelerators to the electricity meter and the water meter of the data centre."""

    server_per_accelerator: Factor
    pue: Factor
    wue_l_per_kwh: Factor


@dataclass(frozen=True, slots=True, kw_only=True)
class GridFactors(Strict):
    """How far other methods of counting lie from the grid figures of places.toml."""

    method_spread: Factor
    water_spread: Factor


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoFactors(Strict):
    """Video whose model is unnamed or closed."""

    unnamed_wh: Factor
    at_480p: Factor
    at_1080p: Factor
    measured_length_s: Factor
    measured_pixels: Factor
    estimate_spread: Factor
    length_exponent: Factor
    outlier_wh: Factor


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageFactors(Strict):
    """Images whose model is unnamed or closed."""

    unnamed_wh: Factor
    reference_steps: Factor


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFactors(Strict):
    """The computer that does the reckoning."""

    processor_w_per_core: Factor


@dataclass(frozen=True, slots=True, kw_only=True)
class Factors(Strict):
    """The whole file."""

    diffusion: DiffusionFactors
    hardware: dict[str, Factor]
    facility: FacilityFactors
    grid: GridFactors
    video: VideoFactors
    image: ImageFactors
    own: OwnFactors
