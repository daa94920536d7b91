"""A plausible range: low, central, high."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """An ordered, finite, non-negative range with a central value.

    It is plausible, not a confidence interval. Raises ValueError where a bound is negative, infinite, NaN or out of
    order. Ranges are never subtracted or divided by one another.
    """

    low: float
    central: float
    high: float

    def __post_init__(self) -> None:
        if not (0.0 <= self.low <= self.central <= self.high < math.inf):
            raise ValueError(f"not an ordered, finite, non-negative range: {self.low}, {self.central}, {self.high}")

    @classmethod
    def exactly(cls, value: float) -> Interval:
        """A range of no width."""
        return cls(value, value, value)

    @classmethod
    def between(cls, low: float, high: float) -> Interval:
        """Two stated ends; their geometric mean stands between them, half the upper where the lower is nothing."""
        if low == high:
            return cls.exactly(low)
        return cls(low, (low * high) ** 0.5 if low else high / 2, high)

    def scaled(self, factor: float) -> Interval:
        """This range times an exactly known number (a count, a conversion)."""
        return Interval(self.low * factor, self.central * factor, self.high * factor)

    def times(self, other: Interval) -> Interval:
        """The product with an independent range: the log-widths of each side add in quadrature.

        Two unrelated uncertainties are seldom both at their worst, so the corners are not multiplied. The operation is
        commutative and, for central values above zero, associative; widening a factor never narrows the product. A
        bound of zero stays zero.
        """
        if other.low == other.high:
            return self.scaled(other.central)
        if self.low == self.high:
            return other.scaled(self.central)
        central = self.central * other.central
        if central == 0.0:
            return Interval(0.0, 0.0, self.high * other.high)
        down = math.hypot(_log_ratio(self.central, self.low), _log_ratio(other.central, other.low))
        up = math.hypot(_log_ratio(self.high, self.central), _log_ratio(other.high, other.central))
        return Interval(central * math.exp(-down), central, central * math.exp(up))

    def plus(self, other: Interval) -> Interval:
        """The sum of two parts of one whole, whose errors go together: bound by bound."""
        return Interval(self.low + other.low, self.central + other.central, self.high + other.high)

    def covering(self, other: Interval) -> Interval:
        """The narrowest range that holds both, keeping this central value."""
        return Interval(min(self.low, other.low), self.central, max(self.high, other.high))

    def mapped(self, convert: Callable[[float], float]) -> Interval:
        """Each bound through an increasing function (a change of unit)."""
        return Interval(convert(self.low), convert(self.central), convert(self.high))

    def contains(self, value: float) -> bool:
        """Whether a value lies inside, bounds included."""
        return self.low <= value <= self.high

    @property
    def spread(self) -> float:
        """How many times the high bound is the low one; infinite where the low bound is zero."""
        return self.high / self.low if self.low > 0.0 else math.inf


def _log_ratio(larger: float, smaller: float) -> float:
    return math.log(larger / smaller) if smaller > 0.0 else math.inf
