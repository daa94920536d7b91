"""Worded places on a scale, and which round values are worth one."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the scale and what is written there: "10 Wh"."""

    value: float
    label: str


def decades(values: Iterable[float]) -> tuple[float, ...]:
    """Round values to tick on a logarithmic scale: powers of ten, and 2 and 5 in between where they are few."""
    sizes = [value for value in values if 0 < value < math.inf]
    if not sizes:
        return ()
    first, last = math.floor(math.log10(min(sizes))), math.ceil(math.log10(max(sizes)))
    factors = (1, 2, 5) if last - first <= 2 else (1,)
    stride = max(1, math.ceil((last - first) / 5))
    return tuple(float(f"{factor}e{power}") for power in range(first, last + 1, stride) for factor in factors)


def steps(highest: float) -> tuple[float, ...]:
    """Round values to tick on a linear scale, from zero to just under the highest: three to five of them."""
    if not 0 < highest < math.inf:
        return (0.0,)
    power = math.floor(math.log10(highest))
    sizes = (float(f"{factor}e{power + shift}") for shift in (-1, 0) for factor in (1, 2, 5))
    size = next(size for size in sizes if highest / size < 5)
    return tuple(index * size for index in range(math.floor(highest / size) + 1))
