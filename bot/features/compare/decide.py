"""Several things side by side: which takes how many times more, and whether that is sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from bot.features.cost import Answer, Estimator
from energy import Interval


@dataclass(frozen=True, slots=True)
class ComparedOption:
    """What one option asked for: one use or several together."""

    answers: tuple[Answer, ...]

    @property
    def energy_wh(self) -> Interval:
        """What it takes at the data centre's meter, in Wh."""
        return reduce(Interval.plus, (answer.estimate.facility_energy_wh for answer in self.answers))


@dataclass(frozen=True, slots=True)
class Multiple:
    """How many times the smallest a thing takes, by central values; `sure` where their ranges don't meet."""

    more: ComparedOption
    less: ComparedOption
    times: float
    sure: bool


def compared(estimator: Estimator, typed: Sequence[str]) -> tuple[ComparedOption, ...]:
    """What each option in free words asks for, in the order given. Raises Refusal for one that cannot be read."""
    # Nothing at all is refused as words that cannot be read are.
    return tuple(ComparedOption(estimator.ask(words)) for words in typed or ("",))


def ratios(things: Sequence[ComparedOption]) -> tuple[Multiple, ...]:
    """Each thing against the one that takes least, the largest first.

    A ratio of central values is no ratio of ranges: those are not divided, only looked at for whether they meet.
    """
    least = min(things, key=lambda thing: thing.energy_wh.central)
    others = sorted((t for t in things if t is not least), key=lambda t: -t.energy_wh.central)
    low = least.energy_wh
    if low.central <= 0:
        return ()
    return tuple(Multiple(t, least, t.energy_wh.central / low.central, t.energy_wh.low > low.high) for t in others)
