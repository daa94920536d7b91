"""From a value to a place on the page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LogScale:
    """Powers of ten at equal distances, from left to right; what lies beyond an end is drawn at that end."""

    low: float
    high: float
    left: float
    right: float

    def at(self, value: float) -> float:
        """Where a value is on the page."""
        if not value > self.low:
            return self.left
        if value >= self.high:
            return self.right
        # Logarithms are subtracted: the quotient of absurd values overflows.
        share = (math.log10(value) - math.log10(self.low)) / (math.log10(self.high) - math.log10(self.low))
        return self.left + share * (self.right - self.left)

    def shows(self, value: float) -> bool:
        """Whether a value lies on the scale."""
        return self.low <= value <= self.high


def log_scale(values: Iterable[float], left: float, right: float) -> LogScale:
    """A scale on which all these values can be seen, with some air at both ends; what is not above zero is left out."""
    sizes = [math.log10(min(max(value, 1e-250), 1e250)) for value in values if value > 0]
    low, high = (min(sizes), max(sizes)) if sizes else (0.0, 0.0)
    air = max(0.04 * (high - low), 0.5 - (high - low) / 2, 0.12)
    return LogScale(10 ** (low - air), 10 ** (high + air), left, right)


@dataclass(frozen=True, slots=True)
class Height:
    """From zero at the bottom to the highest value at the top."""

    highest: float
    top: float
    bottom: float

    def at(self, value: float) -> float:
        """Where a value is on the page; what is no number, or below zero, lies at the bottom."""
        share = min(value / self.highest, 1.0) if value > 0 and self.highest > 0 else 0.0
        return self.bottom - share * (self.bottom - self.top)
