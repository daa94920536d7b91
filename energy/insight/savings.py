"""The share one estimate saves against another, as a range: what both have in common cancels."""

from __future__ import annotations

import math

from energy.book.factor_book import FactorBook
from energy.estimate.estimate import Estimate
from energy.values.interval import Interval

Exponents = tuple[float, float]
IN_PROPORTION = (1.0, 1.0)
# What two estimates have in common when both name it with the same range: it moves both alike and leaves their ratio.
_SHARED = {"hardware", "unknown_batch", "reasoning_tokens", "estimate_spread"}
_ONE_MODEL = {"model_error", "joules_per_token"}


def scaling_share(before: Estimate, after: Estimate, size: float, exponents: Exponents = IN_PROPORTION) -> Interval:
    """The share saved where energy follows a size to a power between two exponents, the estimate's own included."""
    central = _ratio(before, after)
    ends = [size**exponent for exponent in exponents]
    return share_saved(Interval(min(*ends, central), central, max(*ends, central)))


def unshared_share(before: Estimate, after: Estimate, book: FactorBook) -> Interval:
    """The share saved where two estimates are made apart: what they have in common is taken out of their ranges."""
    ratio = _ratio(before, after)
    if _published_by(before) == _published_by(after) is not None:
        # One study estimated both in one way: what is left is how far such a way is off from model to model.
        text = before.usage.activity == "text"
        off = book.factors.text.known_batch_spread if text else book.factors.diffusion.transformer_spread
        return share_saved(off.range.scaled(ratio))
    before_down, before_up = _own_widths(before, after)
    after_down, after_up = _own_widths(after, before)
    low = ratio * math.exp(-math.hypot(after_down, before_up))
    high = ratio * math.exp(math.hypot(after_up, before_down))
    return share_saved(Interval(low, ratio, high))


def _own_widths(result: Estimate, other: Estimate) -> tuple[float, float]:
    """The log-widths of the accelerator energy, down and up, without the factors the other estimate shares."""
    names = _SHARED | (_ONE_MODEL if result.usage.model == other.usage.model else set())
    theirs = {(a.name, a.range) for a in other.factors}
    shared = {(a.name, a.range) for a in result.factors if a.name in names} & theirs
    down, up = _log_widths(result.accelerator_wh)
    for _, span in shared:
        span_down, span_up = _log_widths(span)
        down, up = math.sqrt(max(0.0, down**2 - span_down**2)), math.sqrt(max(0.0, up**2 - span_up**2))
    return down, up


def _log_widths(span: Interval) -> tuple[float, float]:
    return math.log(span.central / span.low), math.log(span.high / span.central)


def _published_by(result: Estimate) -> str | None:
    return next((a.source for a in result.factors if a.name in ("published_estimate_wh", "measured_wh")), None)


def share_saved(left: Interval) -> Interval:
    """One minus the share that is left, never below nothing."""
    return Interval(*(max(0.0, 1 - share) for share in (left.high, left.central, left.low)))


def _ratio(before: Estimate, after: Estimate) -> float:
    return after.facility_energy_wh.central / before.facility_energy_wh.central
