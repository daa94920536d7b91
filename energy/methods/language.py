"""Energy of text: joules per output token of open models, and answers of closed ones.

Serving a language model costs weights read from memory (shared by the answers in a batch), arithmetic per token, and
machines kept together. The form and its coefficients were fitted on published GPU measurements (`text-fit-2026`).
The batch decides most of it and nobody tells it: without it the range is wide.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from energy.book.factor_book import FactorBook
from energy.book.factors import TextFactors
from energy.book.models import LanguageModel, TextService
from energy.book.records import Precision
from energy.book.sources import Basis
from energy.methods.ecologits import Opinion
from energy.methods.item_energy import SECOND_OPINION, AppliedFactor, ItemEnergy, class_note, no_disclosure
from energy.usage.usage import Usage, with_kind
from energy.values.interval import Interval
from energy.values.note import Note
from energy.values.units import TOKENS_PER_THOUSAND, wh_from_joules

BYTES_PER_WEIGHT: dict[Precision, float] = {"bf16": 2.0, "fp8": 1.0, "mxfp4": 0.55}


@dataclass(frozen=True, slots=True)
class Serving:
    """How a model is run: active and total parameters (billion), precision, GPUs, answers at a time, context tokens."""

    active_b: float
    total_b: float
    precision: Precision
    gpus: int
    batch: float
    output_tokens: float
    replicas: int = 1


def joules_per_token(serving: Serving, factors: TextFactors) -> float:
    """GPU energy in J of one output token, its share of the prompt included, on an H100.

    hardware 1 x gpus^g x replicas^r x (active_j_per_b A' + weight_j_per_gb W/B + gpu_j_per_step N/B
    + context_j_per_kilotoken C sqrt(A) + floor_j), the coefficients fitted in `text-fit-2026`; the letters are
    explained in factors.toml under [text].
    """
    active = serving.active_b
    touched = active
    if serving.total_b > active:
        # A batch wakes more experts than one answer does: the share of those it has not yet touched falls off.
        touched += (serving.total_b - active) * (1 - math.exp(-serving.batch * active / serving.total_b))
    weights_gb = BYTES_PER_WEIGHT[serving.precision] * touched
    context = (serving.output_tokens / 2 + factors.prompt_tokens.central) / TOKENS_PER_THOUSAND
    arithmetic = active * (factors.fp8_active_times.central if serving.precision == "fp8" else 1.0)
    per_token = (
        factors.active_j_per_b.central * arithmetic
        + factors.weight_j_per_gb.central * weights_gb / serving.batch
        + factors.gpu_j_per_step.central * serving.gpus / serving.batch
        + factors.context_j_per_kilotoken.central * context * math.sqrt(active)
        + factors.floor_j.central
    )
    scale = serving.gpus**factors.gpus_exponent.central * serving.replicas**factors.replicas_exponent.central
    return float(scale * per_token)


def gpus_for(model: LanguageModel, factors: TextFactors) -> int:
    """The smallest power of two of GPUs whose memory holds the weights with room for the answers."""
    weights_gb = model.total_parameters_b * BYTES_PER_WEIGHT[model.precision]
    needed = weights_gb * factors.memory_headroom_times.central / factors.gpu_memory_gb.central
    return int(2 ** max(0, math.ceil(math.log2(needed))))


def open_model_energy(usage: Usage, model: LanguageModel, book: FactorBook) -> ItemEnergy:
    """An answer of an open model, from its size; the batch it shares is not known."""
    factors = book.factors.text
    reasons = _reasons(usage, model.reasons)
    written = usage.amount * (factors.reasoning_tokens.central if reasons else 1.0)
    serving = Serving(
        model.active_parameters_b,
        model.total_parameters_b,
        model.precision,
        gpus_for(model, factors),
        factors.typical_batch_answers.central,
        written,
    )
    energy = Interval.exactly(wh_from_joules(joules_per_token(serving, factors) * written))
    energy = energy.times(factors.known_batch_spread.range).times(factors.unknown_batch_spread.range)
    applied: list[AppliedFactor] = [
        AppliedFactor("model_size", Interval.exactly(1.0), model.basis, model.source),
        AppliedFactor("joules_per_token", *factors.active_j_per_b.passport),
        AppliedFactor("model_error", *factors.known_batch_spread.passport),
        AppliedFactor("unknown_batch", *factors.unknown_batch_spread.passport),
    ]
    notes = [Note("batch.unknown", "How many answers share the machine is not known; the range covers it.")]
    if reasons:
        central = factors.reasoning_tokens.central
        energy = energy.times(factors.reasoning_tokens.range.scaled(1 / central))
        applied.append(AppliedFactor("reasoning_tokens", *factors.reasoning_tokens.passport))
        notes.append(_REASONS)
    basis = model.known_by
    return ItemEnergy(_filled(usage, reasons=reasons), energy, None, basis, tuple(notes), tuple(applied))


def service_energy(usage: Usage, service: TextService | None, book: FactorBook, opinion: Opinion | None) -> ItemEnergy:
    """An answer of a closed or unnamed model: a third party's figure, else the range of its class, else both."""
    factors = book.factors.text
    reasons = _reasons(usage, service is not None and service.reasons)
    notes: list[Note] = []
    basis = Basis.ESTIMATED
    if service and service.facility_wh:
        published = service.facility_wh
        energy = Interval(published.low, published.central, published.high).scaled(usage.amount / service.tokens)
        applied: list[AppliedFactor] = [AppliedFactor("published_estimate_wh", energy, basis, service.source)]
        if published.low == published.high:
            energy = energy.times(factors.estimate_spread.range)
            applied.append(AppliedFactor("estimate_spread", *factors.estimate_spread.passport))
        if reasons and not service.reasons:
            energy = energy.times(factors.reasoning_tokens.range)
            applied.append(AppliedFactor("reasoning_tokens", *factors.reasoning_tokens.passport))
        text = (
            f"{service.provider} publishes no method: the figure for {service.name} is a statement or others' estimate."
        )
        notes.append(Note("text.estimate", text, (("provider", service.provider), ("model", service.name))))
    else:
        per_answer = factors.reasoning_wh if reasons else factors.chat_wh
        energy = per_answer.range.scaled(usage.amount / factors.answer_tokens.central)
        applied = [AppliedFactor("answer_wh", *per_answer.passport)]
        applied += [AppliedFactor("answer_wh", per_answer.range, per_answer.basis, also) for also in per_answer.also]
        if service:
            applied.append(no_disclosure(service))
            basis = Basis.ASSUMED
            notes.append(class_note(service))
        else:
            notes.append(Note("model.unnamed", "No model was named: the range covers small and large ones."))
    if reasons:
        notes.append(_REASONS)
    if opinion:
        applied.append(AppliedFactor(SECOND_OPINION, opinion.facility_wh, Basis.ESTIMATED, opinion.source))
        if not (energy.contains(opinion.facility_wh.low) and energy.contains(opinion.facility_wh.high)):
            notes.append(Note("opinion.wider", "EcoLogits answers otherwise: the range was widened to cover both."))
        energy = energy.covering(opinion.facility_wh)
    return ItemEnergy(_filled(usage, reasons=reasons), energy, energy, basis, tuple(notes), tuple(applied))


def opinion_energy(usage: Usage, name: str, opinion: Opinion) -> ItemEnergy:
    """An answer of a model that only EcoLogits knows."""
    text = f"{name} is not in our own book: EcoLogits answers, with parameter counts that are guesses."
    applied = (AppliedFactor(SECOND_OPINION, opinion.facility_wh, Basis.ESTIMATED, opinion.source),)
    note = Note("opinion.only", text, (("model", name),))
    return ItemEnergy(usage, opinion.facility_wh, opinion.facility_wh, Basis.ESTIMATED, (note,), applied)


_REASONS = Note("text.reasons", "It reasons before it answers: the tokens it writes to itself are counted.")


def _reasons(usage: Usage, by_itself: bool) -> bool:  # noqa: FBT001 - one flag, named at its only reading
    kind = usage.settings.kind
    return kind == "reasoning" or (by_itself and kind is None)


def _filled(usage: Usage, *, reasons: bool) -> Usage:
    return with_kind(usage, "reasoning" if reasons else "chat")
