"""Energy of images and clips: by the model's physics, by a third party's estimate, or by class."""

from __future__ import annotations

import math

from energy.book.factor_book import FactorBook
from energy.book.factors import VideoFactors
from energy.book.models import OpenModel, Service
from energy.book.records import Factor
from energy.book.sources import Basis
from energy.methods.diffusion import Workload, accelerator_joules, frames_of
from energy.methods.item_energy import AppliedFactor, ItemEnergy, beyond_length, class_note, no_disclosure
from energy.usage.usage import Usage, with_size
from energy.values.interval import Interval
from energy.values.note import Note
from energy.values.units import wh_from_joules

# What the figures of a class and of a service are for: 5 s at 1280x720, a picture of 1024x1024.
VIDEO_REFERENCE = (1280, 720)
IMAGE_REFERENCE = (1024, 1024)
_CLASS_LENGTH_S = 5.0
PIXELS_480P = 854 * 480
PIXELS_720P = 1280 * 720
PIXELS_1080P = 1920 * 1080

Extended = tuple[Interval, tuple[Note, ...]]


def from_architecture(usage: Usage, model: OpenModel, book: FactorBook) -> ItemEnergy:
    """A clip or picture of an open model, from its published shape."""
    factors = book.factors.diffusion
    width, height = usage.settings.size or model.default_size
    steps = usage.settings.steps or model.default_steps
    length = min(usage.amount, book.factors.video.measured_length_s.central)
    job = Workload(width, height, frames_of(model, length) if model.activity == "video" else 1, steps)
    joules = accelerator_joules(model, job, factors)
    spread = factors.transformer_spread if model.transformer else factors.unet_spread
    energy = Interval.exactly(wh_from_joules(joules)).times(spread.range).times(factors.unknown_hardware_times.range)
    measured = factors.measured_video_pixels if model.activity == "video" else factors.measured_image_pixels
    energy, notes = extrapolate(usage, energy, book.factors.video, width * height, measured)
    if model.basis is Basis.ASSUMED:
        notes = (*notes, Note("model.shape", f"The inner shape of {model.name} was recalled or not verified."))
    return ItemEnergy(
        with_size(usage, (width, height)),
        energy,
        None,
        model.known_by,
        (Note("hardware.unknown", "Who runs the model, on which chips, is not known: the range covers it."), *notes),
        (
            AppliedFactor("model_shape", Interval.exactly(1.0), model.basis, model.source),
            AppliedFactor("joules_per_operation", *factors.linear_j_per_flop.passport),
            AppliedFactor("model_error", *spread.passport),
            AppliedFactor("hardware", *factors.unknown_hardware_times.passport),
        ),
    )


def by_estimate(usage: Usage, service: Service, book: FactorBook) -> ItemEnergy:
    """A clip of a closed service, from a third party's estimate; never through the formula."""
    video = book.factors.video
    assert service.estimate_wh is not None
    assert service.pue is not None
    width, height = usage.settings.size or VIDEO_REFERENCE
    published = Interval(service.estimate_wh.low, service.estimate_wh.central, service.estimate_wh.high)
    # What was published is accelerators times PUE: without the PUE it is accelerators alone.
    at_reference = published.scaled(1 / service.pue).times(video.estimate_spread.range)
    energy = scale_length(at_reference, usage, width * height, video)
    energy, notes = extrapolate(usage, energy, video, width * height, video.measured_pixels)
    note = Note(
        "service.estimate",
        f"{service.provider} publishes no figure: others estimated it from how long {service.name} takes to answer.",
        (("provider", service.provider), ("model", service.name)),
    )
    return ItemEnergy(
        with_size(usage, (width, height)),
        energy,
        None,
        Basis.ESTIMATED,
        (note, *notes),
        (
            AppliedFactor("published_estimate_wh", published, Basis.ESTIMATED, service.source),
            AppliedFactor("estimate_spread", *video.estimate_spread.passport),
            AppliedFactor("length_exponent", *video.length_exponent.passport),
        ),
        service.pue,
        service.source,
    )


def by_measurement(usage: Usage, service: Service, book: FactorBook) -> ItemEnergy:
    """A clip or picture of a closed service that somebody measured; of another size, brought there from what was."""
    assert service.measured_wh is not None
    measured = Interval(service.measured_wh.low, service.measured_wh.central, service.measured_wh.high)
    filled, energy, notes = scale_to_request(usage, measured, book)
    as_measured = energy == measured and not notes
    factors: tuple[AppliedFactor, ...] = (AppliedFactor("measured_wh", measured, Basis.MEASURED, service.source),)
    if not as_measured and usage.activity == "video":
        factors = (*factors, AppliedFactor("length_exponent", *book.factors.video.length_exponent.passport))
    text = f"The figure for {service.name} is a measurement of one set-up: another one may use more or less."
    note = Note("service.measured", text, (("model", service.name),))
    if not as_measured:
        text = "Another length or size was measured: this is brought from it as other models behave."
        notes = (Note("beyond.other", text), *notes)
    at_the_meter = energy if service.measured_at == "facility" else None
    return ItemEnergy(filled, energy, at_the_meter, Basis.MEASURED, (note, *notes), factors)


def by_class(usage: Usage, service: Service | None, book: FactorBook) -> ItemEnergy:
    """A clip or picture whose model is unnamed, or closed and unestimated: the range of its class."""
    is_video = usage.activity == "video"
    unnamed = book.factors.video.unnamed_wh if is_video else book.factors.image.unnamed_wh
    filled, energy, notes = scale_to_request(usage, unnamed.range, book)
    factors: tuple[AppliedFactor, ...] = (AppliedFactor("unnamed_wh", *unnamed.passport),)
    if is_video:
        factors = (*factors, AppliedFactor("length_exponent", *book.factors.video.length_exponent.passport))
    if service is None:
        note = Note("model.unnamed", "No model was named: the range covers small and large ones.")
    else:
        factors = (*factors, no_disclosure(service))
        note = class_note(service)
    return ItemEnergy(filled, energy, energy, Basis.ASSUMED, (note, *notes), factors)


def scale_to_request(usage: Usage, reference: Interval, book: FactorBook) -> tuple[Usage, Interval, tuple[Note, ...]]:
    """Energy of 5 s at 1280x720, or of a picture of 1024x1024, brought to what was asked; with the size filled in."""
    video, image = book.factors.video, book.factors.image
    width, height = usage.settings.size or (VIDEO_REFERENCE if usage.activity == "video" else IMAGE_REFERENCE)
    if usage.activity == "video":
        energy, measured = scale_length(reference, usage, width * height, video), video.measured_pixels
    else:
        steps = usage.settings.steps
        share = steps / image.reference_steps.central if steps else 1.0
        energy = reference.scaled(width * height / (IMAGE_REFERENCE[0] * IMAGE_REFERENCE[1]) * share)
        measured = book.factors.diffusion.measured_image_pixels
    energy, notes = extrapolate(usage, energy, video, width * height, measured)
    return with_size(usage, (width, height)), energy, notes


def scale_length(energy: Interval, usage: Usage, size: int, video: VideoFactors) -> Interval:
    """Energy of 5 s at 1280x720 brought to another length (up to what was measured) and resolution."""
    length = min(usage.amount, video.measured_length_s.central)
    return energy.scaled((length / _CLASS_LENGTH_S) ** video.length_exponent.central).times(_size_factor(size, video))


def _size_factor(size: int, video: VideoFactors) -> Interval:
    """Energy against 1280x720: the factor known at 480p or 1080p, to the power of how far the size lies towards it."""
    anchor, at = (video.at_480p_times, PIXELS_480P) if size < PIXELS_720P else (video.at_1080p_times, PIXELS_1080P)
    share = math.log(size / PIXELS_720P) / math.log(at / PIXELS_720P)
    return anchor.range.mapped(lambda factor: factor**share)


def extrapolate(usage: Usage, energy: Interval, video: VideoFactors, size: int, measured: Factor) -> Extended:
    """Beyond what was measured: a wider range, and a note that says so."""
    notes: list[Note] = []
    limit = video.measured_length_s.central
    if usage.activity == "video" and usage.amount > limit:
        more = usage.amount / limit
        energy = energy.times(video.length_exponent.range.mapped(lambda exponent: more**exponent))
        notes.append(beyond_length(limit))
    if size > measured.central:
        notes.append(
            Note("beyond.size", "Nobody has measured pictures this large: this is extended from smaller ones.")
        )
    return energy, tuple(notes)
