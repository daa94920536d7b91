"""Which setting to change, and what that saves: every lever is the same usage estimated again."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal

from energy.book.factor_book import FactorBook
from energy.book.models import AudioModel, AudioService, LanguageModel, Model, OpenModel, Service, TextService
from energy.book.sources import Basis
from energy.estimate.estimate import Estimate, estimate
from energy.insight.savings import IN_PROPORTION, Exponents, scaling_share, share_saved, unshared_share
from energy.methods.dispatch import item_energy
from energy.methods.item_energy import ItemEnergy
from energy.methods.published import PIXELS_480P, PIXELS_720P, PIXELS_1080P
from energy.places.place import Place, PlaceBasis, place_at
from energy.usage.usage import Usage, with_settings
from energy.values.interval import Interval

What = Literal["energy", "carbon"]
# A grid of little carbon where large clouds have regions: an example to compare with, not advice to move.
LOW_CARBON_PLACE = "SWE"
LEAST_SHARE = 0.05
_NEXT_SIDES = {"video": (1080, 720, 480), "image": (1024, 512)}
_SHORT_CLIP_S, _LONG_CLIP_S = 5.0, 10.0
# A model of fewer steps is distilled already: halving again leaves noise.
_DISTILLED_STEPS = 8
_A_STEP_DOWN = 0.5


@dataclass(frozen=True, slots=True)
class Lever:
    """One change: the usage and place after it, what they use, and the share of `what` it saves (0.25: a quarter)."""

    code: str
    what: What
    instead: Usage
    place: Place
    saved_share: Interval
    energy_wh: Interval
    carbon_g: Interval


def levers(usage: Usage, book: FactorBook, place: Place) -> tuple[Lever, ...]:
    """The changes that lower a usage's energy (or, for another place, its carbon) by 5 % or more, the best first.

    Codes: resolution, length, steps, count, reasoning, model, place. The central share is one minus the ratio of the
    two central estimates. Its bounds are not made from the bounds of the estimates: hardware, batch, server and
    facility are unknown, but the same before and after, so they cancel. What is left is

    - for another resolution or video length, how steeply energy follows it (the exponents the book gives);
    - for other steps, tokens or seconds of sound, the gap between the estimate and strict proportion;
    - for fewer items, nothing: half as many use half;
    - for another model, or no reasoning, what each estimate does not share with the other, in quadrature; between two
      models priced by one study, how far such methods are off from model to model;
    - for another place, how far other ways of counting lie from the grid figures.

    An unnamed model may already be a small one: there the low bound of changing it is 0. Raises Refusal as `estimate`.
    """
    before = estimate(usage, book, place)
    # What was taken for granted is held fixed, so that one thing changes at a time.
    filled = before.usage
    model = book.models[book.model_id(usage.model, usage.activity)] if usage.model else None
    found = [
        *_smaller(before, filled, book),
        *_shorter(before, filled, model, book),
        *_fewer_steps(before, filled, model, book),
        *_fewer_items(before, filled, book),
        *_no_reasoning(before, filled, book),
        *_other_models(before, filled, model, book),
        *_elsewhere(before, book),
    ]
    kept = [lever for lever in found if lever.saved_share.central >= LEAST_SHARE]
    return tuple(sorted(kept, key=lambda lever: -lever.saved_share.central))


def _smaller(before: Estimate, usage: Usage, book: FactorBook) -> Iterator[Lever]:
    if usage.activity not in _NEXT_SIDES or usage.settings.size is None:
        return
    width, height = usage.settings.size
    side = next((s for s in _NEXT_SIDES[usage.activity] if s < min(width, height)), None)
    if side is None:
        return
    # Codecs want even sides.
    small = [2 * round(length * side / min(width, height) / 2) for length in (width, height)]
    after = estimate(with_settings(usage, width=small[0], height=small[1]), book, before.place)
    pixels_share = small[0] * small[1] / (width * height)
    yield _lever("resolution", after, scaling_share(before, after, pixels_share, _pixel_exponent(small, book)))


def _pixel_exponent(small: list[int], book: FactorBook) -> Exponents:
    """The least and most energy grows with the pixels: as the book's clips do, below or above 720p."""
    video = book.factors.video
    growth, anchor = video.at_480p_times, PIXELS_480P
    if small[0] * small[1] >= PIXELS_720P:
        growth, anchor = video.at_1080p_times, PIXELS_1080P
    low, high = sorted(math.log(end) / math.log(anchor / PIXELS_720P) for end in (growth.low, growth.high))
    return low, high


def _shorter(before: Estimate, usage: Usage, model: Model | None, book: FactorBook) -> Iterator[Lever]:
    if usage.activity == "image" or usage.settings.kind == "transcription":
        # A recording to transcribe has the length it has.
        return
    clip = usage.activity == "video"
    amount = _SHORT_CLIP_S if clip and usage.amount > _LONG_CLIP_S else usage.amount / 2
    if usage.activity == "text":
        amount = math.ceil(amount)
    if amount < 1 or amount >= usage.amount:
        return
    after = estimate(replace(usage, amount=amount), book, before.place)
    exponent = book.factors.video.length_exponent
    saved = scaling_share(
        before, after, amount / usage.amount, (exponent.low, exponent.high) if clip else IN_PROPORTION
    )
    if isinstance(model, AudioModel):
        # Some denoise their whole window however little of it is kept: a shorter piece may save nothing.
        saved = Interval(0.0, saved.central, saved.high)
    yield _lever("length", after, saved)


def _fewer_steps(before: Estimate, usage: Usage, model: Model | None, book: FactorBook) -> Iterator[Lever]:
    if not isinstance(model, OpenModel | AudioModel):
        return
    steps = usage.settings.steps or model.default_steps
    if steps > _DISTILLED_STEPS:
        after = estimate(with_settings(usage, steps=steps // 2), book, before.place)
        yield _lever("steps", after, scaling_share(before, after, steps // 2 / steps))


def _fewer_items(before: Estimate, usage: Usage, book: FactorBook) -> Iterator[Lever]:
    if usage.count > 1:
        after = estimate(replace(usage, count=(usage.count + 1) // 2), book, before.place)
        yield _lever("count", after, scaling_share(before, after, after.usage.count / usage.count))


def _no_reasoning(before: Estimate, usage: Usage, book: FactorBook) -> Iterator[Lever]:
    if usage.settings.kind == "reasoning":
        after = estimate(with_settings(usage, kind="chat"), book, before.place)
        yield _lever("reasoning", after, unshared_share(before, after, book))


def _other_models(before: Estimate, usage: Usage, model: Model | None, book: FactorBook) -> Iterator[Lever]:
    """The same provider's model nearest in name, and an open model: the closest step down, not the tiniest toy."""
    # Steps belong to the model they were chosen for; every other setting is kept, like for like.
    plain = replace(usage, count=1, settings=replace(usage.settings, steps=None))
    reasons = usage.settings.kind == "reasoning"
    now_wh = before.facility_energy_wh.central / usage.count
    siblings: list[tuple[int, float, str]] = []
    opens: list[tuple[int, float, str]] = []
    for identity, other in book.models.items():
        if other.activity != usage.activity or other is model:
            continue
        sibling = model is not None and other.provider == model.provider and _has_a_figure(other, usage)
        small = _is_small_open(other, usage, reasons=reasons)
        if sibling or small:
            # Ranked by the item's energy alone, without carbon and water; only those chosen are priced in full.
            wh = _at_the_meter_wh(item_energy(replace(plain, model=identity), book), book)
            if sibling and wh <= (1 - LEAST_SHARE) * now_wh:
                siblings.append((_alike(identity, str(usage.model)), wh, identity))
            if small and wh <= _A_STEP_DOWN * now_wh:
                opens.append((0, wh, identity))
    chosen = dict.fromkeys(max(group)[-1] for group in (siblings, opens) if group)
    for identity in chosen:
        after = estimate(replace(plain, count=usage.count, model=identity), book, before.place)
        yield _lever("model", after, unshared_share(before, after, book))


def _has_a_figure(model: Model, usage: Usage) -> bool:
    """Whether more is known than the range of the model's class, for this use."""
    match model:
        case Service():
            return model.known_by is not Basis.ASSUMED
        case TextService():
            return model.facility_wh is not None
        case AudioModel() | AudioService():
            return isinstance(model, AudioModel) and usage.settings.kind in model.kinds
    return True


def _alike(one: str, other: str) -> int:
    """How many characters two ids begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _is_small_open(model: Model, usage: Usage, *, reasons: bool) -> bool:
    """Whether an open model does the same work: no early UNet unless distilled, no coder for a chat."""
    match model:
        case OpenModel():
            return model.transformer is not None or model.default_steps <= _DISTILLED_STEPS
        case LanguageModel():
            return model.reasons == reasons and "code" not in model.name.casefold()
        case AudioModel():
            return _has_a_figure(model, usage)
    return False


def _at_the_meter_wh(item: ItemEnergy, book: FactorBook) -> float:
    if item.facility_wh:
        return item.facility_wh.central
    facility = book.factors.facility
    return item.accelerator_wh.central * facility.server_per_accelerator.central * (item.pue or facility.pue.central)


def _elsewhere(before: Estimate, book: FactorBook) -> Iterator[Lever]:
    if before.place.id == LOW_CARBON_PLACE:
        return
    after = estimate(before.usage, book, place_at(book, LOW_CARBON_PLACE, PlaceBasis.STATED))
    ratio = after.carbon_g.central / before.carbon_g.central
    # Another way of counting moves the two grids unalike, by as much as it moves one of them.
    left = book.factors.grid.method_spread.range.scaled(ratio)
    yield _lever("place", after, share_saved(left), "carbon")


def _lever(code: str, after: Estimate, saved: Interval, what: What = "energy") -> Lever:
    return Lever(code, what, after.usage, after.place, saved, after.facility_energy_wh, after.carbon_g)
