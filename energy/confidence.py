"""How well an estimate is known, computed from how it was made."""

from __future__ import annotations

from enum import StrEnum

from energy.estimate import Estimate
from energy.sources import Basis

_STARTING_LEVEL = {Basis.MEASURED: 3, Basis.DISCLOSED: 3, Basis.MODELLED: 2, Basis.ESTIMATED: 1, Basis.ASSUMED: 0}
_WIDE_SPREAD = 30.0


class Confidence(StrEnum):
    """From the weakest to the firmest."""

    POOR = "poor"
    ROUGH = "rough"
    FAIR = "fair"
    GOOD = "good"


def confidence(result: Estimate) -> Confidence:
    """The level of an estimate: by its basis, a step less beyond what was measured or for a very wide range."""
    level = _STARTING_LEVEL[result.basis]
    level -= any(note.code.startswith("beyond.") for note in result.notes)
    level -= result.facility_energy_wh.spread > _WIDE_SPREAD
    return tuple(Confidence)[max(0, level)]
