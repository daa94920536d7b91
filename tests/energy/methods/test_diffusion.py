"""The formula of open models: token counts worked by hand, and more work never costs less."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from energy import load_book
from energy.book.models import OpenModel
from energy.book.records import size_of
from energy.methods.diffusion import Workload, accelerator_joules, frames_of, latent_tokens

BOOK = load_book()
FACTORS = BOOK.factors.diffusion
OPEN = {identity: model for identity, model in BOOK.models.items() if isinstance(model, OpenModel)}
_MODELS = st.sampled_from(sorted(OPEN)).map(OPEN.__getitem__)
_SIDES = st.integers(64, 2048)
_JOBS = st.builds(
    Workload,
    _SIDES,
    _SIDES,
    st.integers(1, 257),
    st.integers(1, 100),
    st.sampled_from((1, 2, 4, 8)),
    st.integers(1, 16),
)


def joules(model: OpenModel, job: Workload) -> float:
    return accelerator_joules(model, job, FACTORS)


@pytest.mark.parametrize(
    ("identity", "resolution", "frames", "tokens"),
    [
        ("wan2.1-1.3b", "832x480", 81, 32_760),  # 80/4+1 = 21 in time; 480/16 = 30; 832/16 = 52; 21*30*52
        ("wan2.1-14b", "1280x720", 81, 75_600),  # 21*45*80
        ("hunyuanvideo", "1280x720", 129, 118_800),  # 128/4+1 = 33; 33*45*80
        ("wan2.2-5b", "1280x704", 121, 27_280),  # 31 in time; its decoder halves once more: 704/32 = 22; 40; 31*22*40
        ("ltx-video-2b", "704x512", 161, 7_392),  # 160/8+1 = 21; 512/32 = 16; 704/32 = 22
        ("mochi-1", "848x480", 84, 22_260),  # 83//6+1 = 14; 30; 53
        ("cogvideox1.5-5b", "1360x768", 81, 44_880),  # 21 in time, two by two: 11; 48; 85
        ("flux.1-dev", "1024x1024", 1, 4_096),  # 64*64
        ("sana1.5-1.6b", "1024x1024", 1, 1_024),  # 32*32
        ("wan2.1-1.3b", "854x480", 81, 34_020),  # 854/16 = 53.4, so 54 columns: 21*30*54
        ("wan2.1-1.3b", "832x480", 1, 1_560),  # a single frame: 30*52
    ],
)
def test_latent_tokens_match_the_sum_worked_by_hand(identity: str, resolution: str, frames: int, tokens: int) -> None:
    shape = OPEN[identity].transformer
    assert shape is not None
    assert latent_tokens(shape, Workload(*size_of(resolution), frames, 50)) == tokens


@pytest.mark.parametrize(
    ("identity", "length_s", "frames"),
    [
        ("wan2.1-1.3b", 5.0, 81),  # 16 a second: 80, and the first
        ("hunyuanvideo", 5.0, 121),  # 24 a second
        ("cogvideox-2b", 6.0, 49),  # 8 a second
        ("ltx-video-2b", 5.0, 129),  # 25 a second: 125, to the nearest eight 128, and the first
        ("mochi-1", 5.0, 151),  # 30 a second, in sixes
        ("animatediff", 2.0, 16),  # no decoder in time: 8 a second
        ("wan2.1-1.3b", 0.1, 1),  # never less than a picture
        ("animatediff", 0.1, 1),
    ],
)
def test_a_clip_has_the_frames_its_decoder_can_make(identity: str, length_s: float, frames: int) -> None:
    assert frames_of(OPEN[identity], length_s) == frames


def test_a_transformer_clip_costs_the_sum_of_its_four_parts() -> None:
    # Wan2.1 1.3B, 832x480, 81 frames, 50 steps of 2 passes.
    linear = 2 * 1.252e9 * 32_760 * 100  # 8.20e15 FLOP
    attention = 4 * 32_760**2 * 1536 * 30 * 100  # 1.98e16 FLOP of a token with every other
    attention += 4 * 32_760 * 512 * 1536 * 30 * 100  # 3.1e14 FLOP with the words
    elements = 32_760 * 1536 * 30 * 100  # 1.51e11
    decoder = 5.3e6 * 832 * 480 * 81  # 1.71e14 FLOP
    by_hand = (
        FACTORS.linear_j_per_flop.central * linear
        + FACTORS.attention_j_per_flop.central * attention
        + FACTORS.activation_j_per_element.central * elements
        + FACTORS.decoder_j_per_flop.central * decoder
    )
    assert joules(OPEN["wan2.1-1.3b"], Workload(832, 480, 81, 50)) == pytest.approx(by_hand, rel=1e-9)
    assert by_hand == pytest.approx(64_400, rel=0.15)  # measured: 64.0 to 64.7 kJ


def test_a_unet_picture_costs_its_passes_and_its_decoder() -> None:
    # SD2.1, 768x768, 25 steps of 2 passes: 2.149e12 * 50 = 1.0745e14 FLOP; decoder 1e7 * 589,824 = 5.898e12 FLOP.
    by_hand = FACTORS.unet_j_per_flop.central * 1.0745e14 + FACTORS.decoder_j_per_flop.central * 5.89824e12
    assert joules(OPEN["sd2.1"], Workload(768, 768, 1, 25)) == pytest.approx(by_hand, rel=1e-9)
    assert by_hand == pytest.approx(345, rel=0.15)  # measured: 305 to 386 J


def test_several_chips_add_what_they_lose_exchange_and_decode_again() -> None:
    # Wan2.1 1.3B, 832x480, 81 frames, 50 steps of 2 passes, two clips at a time on four chips: two doublings, three
    # chips more than one. The elements and the decoder are those of one chip, worked above; its layers are 30.
    model, alone = OPEN["wan2.1-1.3b"], Workload(832, 480, 81, 50)
    relative = 0.5
    once = accelerator_joules(model, alone, FACTORS, relative)
    lost = 2 * FACTORS.several_gpus_share_per_doubling.central * once
    exchanged = FACTORS.exchange_j_per_element.central * (32_760 * 1536 * 30 * 100) * 3
    decoder = FACTORS.decoder_j_per_flop.central * (5.3e6 * 832 * 480 * 81)
    decoded_again = FACTORS.repeated_decoder_share.central * relative * decoder * 3
    floor = FACTORS.floor_j_per_layer_step.central * 30 * 50 * 4 / 2
    parts = (lost, exchanged, decoded_again, floor)
    # None of them is lost in the rounding of the others.
    assert all(part > 1e-3 * once for part in parts)
    shared = accelerator_joules(model, replace(alone, gpus=4, batch=2), FACTORS, relative)
    assert shared == pytest.approx(once + sum(parts), rel=1e-9)


def test_a_unet_on_several_chips_loses_a_share_with_every_doubling() -> None:
    once = joules(OPEN["sd2.1"], Workload(768, 768, 1, 25))
    lost = 3 * FACTORS.several_gpus_share_per_doubling.central
    assert lost > 0
    assert joules(OPEN["sd2.1"], Workload(768, 768, 1, 25, gpus=8)) == pytest.approx(once * (1 + lost), rel=1e-9)


@given(_MODELS, _JOBS)
def test_doubling_the_steps_doubles_all_but_the_decoder(model: OpenModel, job: Workload) -> None:
    alone = replace(job, gpus=1)
    once, twice = joules(model, alone), joules(model, replace(alone, steps=2 * job.steps))
    architecture = model.transformer or model.unet
    assert architecture is not None
    decoder_flop = architecture.vae_mflop_per_pixel * 1e6 * job.width * job.height * job.frames
    decoder = FACTORS.decoder_j_per_flop.central * decoder_flop
    assert math.isclose(twice + decoder, 2 * once, rel_tol=1e-9)


@given(_MODELS, _JOBS, st.integers(0, 1024), st.integers(0, 1024))
def test_more_pixels_never_cost_less(model: OpenModel, job: Workload, wider: int, taller: int) -> None:
    assert joules(model, job) <= joules(model, replace(job, width=job.width + wider, height=job.height + taller))


@given(_MODELS, _JOBS, st.integers(0, 200))
def test_more_frames_never_cost_less(model: OpenModel, job: Workload, more: int) -> None:
    assert joules(model, job) <= joules(model, replace(job, frames=job.frames + more))


@given(_MODELS, _JOBS, st.integers(1, 200))
def test_more_steps_always_cost_more(model: OpenModel, job: Workload, more: int) -> None:
    assert joules(model, job) < joules(model, replace(job, steps=job.steps + more))


@given(_MODELS, _JOBS)
def test_spreading_a_job_over_more_chips_never_costs_less(model: OpenModel, job: Workload) -> None:
    energies = [joules(model, replace(job, gpus=gpus)) for gpus in (1, 2, 4, 8)]
    assert energies == sorted(energies)


@given(
    st.sampled_from(sorted(i for i, m in OPEN.items() if m.activity == "video")).map(OPEN.__getitem__),
    st.floats(0.1, 60),
    st.floats(0, 60),
)
def test_a_longer_clip_never_has_fewer_frames(model: OpenModel, length_s: float, more_s: float) -> None:
    assert frames_of(model, length_s) <= frames_of(model, length_s + more_s)
