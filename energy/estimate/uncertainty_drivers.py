"""What makes an estimate's range wide: the factors that took part, the widest first."""

from __future__ import annotations

from energy.estimate.estimate import Estimate
from energy.methods.item_energy import SECOND_OPINION, AppliedFactor

# How fast energy grows with a clip's length is a power, not a share of the energy: its own width says little.
_NO_SHARE = (SECOND_OPINION, "length_exponent")
_BEFORE_THE_METER = ("server_per_accelerator", "pue")
_LEAST = 1.05


def uncertainty_drivers(result: Estimate) -> tuple[AppliedFactor, ...]:
    """The factors of the energy whose high end is 5 % or more above their low end, the widest first, each name once.

    `spread` of a factor's range says how many times. Spreads don't multiply to the estimate's: unrelated ones seldom
    err the same way. Stages that follow from a figure stated at the meter by central factors alone are left out.
    """
    stages = () if result.stated_at_meter else result.stage_factors
    took_part = [f for f in result.energy_factors if f.name not in _NO_SHARE]
    took_part += [f for f in stages if f.name in _BEFORE_THE_METER]
    once = {f.name: f for f in reversed(took_part) if f.range.spread >= _LEAST}
    return tuple(sorted(once.values(), key=lambda f: (-f.range.spread, f.name)))
