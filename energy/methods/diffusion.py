"""Accelerator energy of open image and video models, from their shape.

A diffusion model denoises every latent token again and again. Its energy is therefore operations times joules per
operation: matrix products (linear in the tokens), attention (quadratic in them), the traffic of activations, and the
decoder that turns latents into pixels. The form follows the published compute-bound models of text-to-video
(arXiv:2509.19222); the coefficients were fitted on published GPU measurements, see `diffusion-fit-2026`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from energy.book.factors import DiffusionFactors
from energy.book.models import OpenModel, Transformer, UNet
from energy.values.units import ONES_PER_BILLION, OPS_PER_MFLOP, OPS_PER_TFLOP


@dataclass(frozen=True, slots=True)
class Workload:
    """One picture or clip to generate: size in pixels, frames, denoising steps, and the machines that share it."""

    width: int
    height: int
    frames: int
    steps: int
    gpus: int = 1
    batch: int = 1


def frames_of(model: OpenModel, length_s: float) -> int:
    """Frames a model generates for a clip of so many seconds, rounded to what its decoder can make."""
    wanted = length_s * model.native_fps
    if model.transformer is None:
        return max(1, round(wanted))
    group = model.transformer.vae_temporal_times
    return max(1, group * round(wanted / group) + 1)


def accelerator_joules(model: OpenModel, job: Workload, factors: DiffusionFactors, relative: float = 1.0) -> float:
    """GPU energy in J of one picture or clip: operations times joules per operation (`diffusion-fit-2026`).

    On one GPU: relative (linear_j_per_flop L + attention_j_per_flop A + activation_j_per_element E + decoder), for a
    transformer; relative (unet_j_per_flop U + decoder), for a UNet. Several GPUs add what they lose, exchange and
    decode again. `relative` is the energy of the hardware against one H100 with stock software (see `hardware` in
    factors.toml).
    """
    decoder = factors.decoder_j_per_flop.central * _decoder_flop(model, job)
    if model.unet is not None:
        denoise = factors.unet_j_per_flop.central * _unet_flop(model.unet, model, job)
        return relative * (denoise + decoder) * (1 + _doublings(job) * factors.several_gpus_share_per_doubling.central)
    assert model.transformer is not None
    shape = model.transformer
    linear, attention, elements = _transformer_operations(shape, model, job)
    joules = relative * (
        factors.linear_j_per_flop.central * linear
        + factors.attention_j_per_flop.central * attention
        + factors.activation_j_per_element.central * elements
        + decoder
    )
    if job.gpus == 1:
        return joules
    others = job.gpus - 1
    return (
        joules * (1 + _doublings(job) * factors.several_gpus_share_per_doubling.central)
        + factors.exchange_j_per_element.central * elements * others
        + factors.repeated_decoder_share.central * relative * decoder * others
        + factors.floor_j_per_layer_step.central * shape.layers * job.steps * job.gpus / job.batch
    )


def latent_tokens(shape: Transformer, job: Workload) -> int:
    """How many latent tokens a picture or clip is cut into."""
    in_time = math.ceil(((job.frames - 1) // shape.vae_temporal_times + 1) / shape.patch_temporal_times)
    in_height = math.ceil(job.height / shape.vae_spatial_times / shape.patch_spatial_times)
    in_width = math.ceil(job.width / shape.vae_spatial_times / shape.patch_spatial_times)
    return in_time * in_height * in_width


def _transformer_operations(shape: Transformer, model: OpenModel, job: Workload) -> tuple[float, float, float]:
    """FLOP of the matrix products, FLOP of attention, and activation elements, over all passes."""
    passes = job.steps * model.passes_per_step
    latent = latent_tokens(shape, job)
    tokens = latent + shape.joint_text_tokens
    linear = 2 * shape.linear_parameters_per_token_b * ONES_PER_BILLION * tokens * passes
    attention = 4.0 * tokens**2 * shape.width_channels * shape.attention_sites * passes
    attention += 4.0 * latent * shape.cross_text_tokens * shape.width_channels * shape.layers * passes
    return linear, attention, float(tokens) * shape.width_channels * shape.layers * passes


def _unet_flop(unet: UNet, model: OpenModel, job: Workload) -> float:
    size = job.width * job.height / unet.reference_pixels
    return unet.tflop_per_forward * OPS_PER_TFLOP * size * job.frames * job.steps * model.passes_per_step


def _decoder_flop(model: OpenModel, job: Workload) -> float:
    architecture = model.transformer or model.unet
    assert architecture is not None
    return architecture.vae_mflop_per_pixel * OPS_PER_MFLOP * job.width * job.height * job.frames


def _doublings(job: Workload) -> float:
    return math.log2(job.gpus)
