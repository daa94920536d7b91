"""Energy of sound: open diffusion models from measurements, everything else as the range of its kind.

No measurement of text-to-speech was found anywhere, and none of a song service: those ranges are assumed, and say so.
"""

from __future__ import annotations

from energy.book.factor_book import FactorBook
from energy.book.factors import AudioFactors
from energy.book.models import AudioModel, AudioService
from energy.book.records import Factor
from energy.book.sources import Basis
from energy.methods.item_energy import AppliedFactor, ItemEnergy, beyond_length, class_note, no_disclosure
from energy.usage.usage import Usage, with_kind
from energy.values.errors import Refusal
from energy.values.interval import Interval
from energy.values.note import Note
from energy.values.units import S_PER_MIN, wh_from_joules

DEFAULT_KIND = "music"


def clip_joules(parameters_b: float, steps: int, factors: AudioFactors) -> float:
    """GPU energy in J of one 10 s clip of a diffusion model on an A40, from its parameters in billions.

    denoising_j_per_b_step x parameters x (steps + fixed_steps), a line through the measurements of `passoni-2025`.
    """
    return factors.denoising_j_per_b_step.central * parameters_b * (steps + factors.fixed_steps.central)


def audio_energy(usage: Usage, model: AudioModel | AudioService | None, book: FactorBook) -> ItemEnergy:
    """A piece of sound. Raises Refusal where the model does not make this kind."""
    factors = book.factors.audio
    kind = usage.settings.kind or (model.kinds[0] if model else DEFAULT_KIND)
    if model and kind not in model.kinds:
        makes = ", ".join(model.kinds)
        raise Refusal(
            "audio.kind", f"{model.name} makes {makes}, not {kind}.", read=model.name, makes=makes, asked=kind
        )
    filled = with_kind(usage, kind)
    if isinstance(model, AudioModel):
        return _by_measurement(filled, model, factors)
    per_second, factor = _class_of(kind, factors)
    applied: list[AppliedFactor] = [AppliedFactor(f"{kind}_wh", *factor.passport)]
    applied += [AppliedFactor(f"{kind}_wh", factor.range, factor.basis, also) for also in factor.also]
    notes = [_UNMEASURED[kind]]
    if model:
        applied.append(no_disclosure(model))
        notes.insert(0, class_note(model))
    energy = factor.range.scaled(usage.amount * per_second)
    return ItemEnergy(filled, energy, energy, Basis.ASSUMED, tuple(notes), tuple(applied))


def _by_measurement(usage: Usage, model: AudioModel, factors: AudioFactors) -> ItemEnergy:
    steps = usage.settings.steps or model.default_steps
    clips = usage.amount / factors.clip_s.central
    joules = clip_joules(model.parameters_b, steps, factors) * clips
    energy = Interval.exactly(wh_from_joules(joules)).times(factors.spread.range)
    notes = [Note("audio.hardware", "Measured on one type of GPU (A40): what really runs it is not known.")]
    if usage.amount > factors.clip_s.central:
        notes.append(beyond_length(factors.clip_s.central))
    applied = (
        AppliedFactor("model_size", Interval.exactly(1.0), model.basis, model.source),
        AppliedFactor("joules_per_parameter_step", *factors.denoising_j_per_b_step.passport),
        AppliedFactor("model_error", *factors.spread.passport),
    )
    return ItemEnergy(usage, energy, None, Basis.MODELLED, tuple(notes), applied)


_UNMEASURED = {
    "music": Note("audio.music", "No song service has been measured: the range comes from small open models."),
    "sound": Note("audio.music", "No sound service has been measured: the range comes from small open models."),
    "speech": Note("audio.speech", "No measurement of synthetic speech was found: this range is assumed."),
    "transcription": Note("audio.transcription", "Transcription rests on one weak measurement: this range is assumed."),
}


def _class_of(kind: str, factors: AudioFactors) -> tuple[float, Factor]:
    """How many units of the kind's factor a second is, and the factor."""
    if kind == "speech":
        return 1 / S_PER_MIN, factors.speech_wh_per_min
    if kind == "transcription":
        return 1 / S_PER_MIN, factors.transcription_wh_per_min
    return 1 / factors.clip_s.central, factors.music_wh_per_10_s
