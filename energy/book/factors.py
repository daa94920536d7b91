"""The shape of energy/book/data/factors.toml: the numbers that belong to no model and no place."""

from __future__ import annotations

from dataclasses import dataclass

from energy.book.records import Factor
from energy.book.sources import Strict


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class DiffusionFactors(Strict):
    """Joules per operation of diffusion models on one H100 with stock software, and how far that may be off."""

    linear_j_per_flop: Factor
    attention_j_per_flop: Factor
    activation_j_per_element: Factor
    decoder_j_per_flop: Factor
    unet_j_per_flop: Factor
    several_gpus_share_per_doubling: Factor
    exchange_j_per_element: Factor
    floor_j_per_layer_step: Factor
    repeated_decoder_share: Factor
    transformer_spread: Factor
    unet_spread: Factor
    several_gpus_spread: Factor
    unknown_hardware_times: Factor
    measured_video_pixels: Factor
    measured_image_pixels: Factor


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class FacilityFactors(Strict):
    """From the accelerators to the electricity meter and the water meter of the data centre."""

    server_per_accelerator: Factor
    pue: Factor
    wue_l_per_kwh: Factor


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class GridFactors(Strict):
    """How far other methods of counting lie from the grid figures of places.toml, and from live ones of combustion."""

    method_spread: Factor
    direct_spread: Factor
    water_spread: Factor


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class VideoFactors(Strict):
    """Video whose model is unnamed or closed."""

    unnamed_wh: Factor
    at_480p_times: Factor
    at_1080p_times: Factor
    measured_length_s: Factor
    measured_pixels: Factor
    estimate_spread: Factor
    length_exponent: Factor
    outlier_wh: Factor


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ImageFactors(Strict):
    """Images whose model is unnamed or closed."""

    unnamed_wh: Factor
    reference_steps: Factor


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class TextFactors(Strict):
    """Joules per output token of open language models, and answers whose model is unnamed or closed.

    The `_j` coefficients and exponents make up the formula of `methods.language.joules_per_token`; what follows them is
    for the kinds of work and software measured apart, for what nobody tells (the batch), and for closed models.
    """

    active_j_per_b: Factor
    weight_j_per_gb: Factor
    gpu_j_per_step: Factor
    context_j_per_kilotoken: Factor
    floor_j: Factor
    prompt_tokens: Factor
    gpu_memory_gb: Factor
    memory_headroom_times: Factor
    gpus_exponent: Factor
    replicas_exponent: Factor
    fp8_active_times: Factor
    multimodal_times: Factor
    video_chat_times: Factor
    fill_in_the_middle_times: Factor
    software_2024_times: Factor
    known_batch_spread: Factor
    unknown_batch_spread: Factor
    typical_batch_answers: Factor
    typical_output_tokens: Factor
    answer_tokens: Factor
    chat_wh: Factor
    reasoning_wh: Factor
    reasoning_tokens: Factor
    estimate_spread: Factor


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AudioFactors(Strict):
    """Sound by open diffusion models, and the ranges of everything else that makes or reads sound."""

    denoising_j_per_b_step: Factor
    fixed_steps: Factor
    spread: Factor
    clip_s: Factor
    music_wh_per_10_s: Factor
    speech_wh_per_min: Factor
    transcription_wh_per_min: Factor


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class OwnFactors(Strict):
    """The computer that does the computing."""

    processor_w_per_core: Factor


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Factors(Strict):
    """The whole file."""

    diffusion: DiffusionFactors
    hardware: dict[str, Factor]
    facility: FacilityFactors
    grid: GridFactors
    video: VideoFactors
    image: ImageFactors
    text: TextFactors
    text_hardware: dict[str, Factor]
    audio: AudioFactors
    own: OwnFactors
