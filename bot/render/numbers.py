"""Rounding, prefixes and the number format of each language: here and nowhere else."""

from __future__ import annotations

import math
from dataclasses import dataclass

from energy import Interval

NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
EN_DASH = "\N{EN DASH}"
SIGNIFICANT = 2
_TWENTIETH = 0.05


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit and its multiples, smallest first: (symbol, how many base units).

    `home` is the unit people know: it is kept down to a twentieth, so that 0.3 Wh is not said as 300 mWh.
    """

    steps: tuple[tuple[str, float], ...]
    home: str = ""

    def fitting(self, value: float) -> tuple[str, float]:
        """The largest unit in which the value is at least 1 (a twentieth, for the home unit), else the smallest."""
        fits = [step for step in self.steps if _rounded(value / step[1]) >= (_TWENTIETH if step[0] == self.home else 1)]
        return fits[-1] if fits else self.steps[0]


ENERGY = Scale((("mWh", 1e-3), ("Wh", 1.0), ("kWh", 1e3), ("MWh", 1e6), ("GWh", 1e9), ("TWh", 1e12)), "Wh")
CARBON = Scale((("mg", 1e-3), ("g", 1.0), ("kg", 1e3), ("t", 1e6)), "g")
WATER = Scale((("mL", 1.0), ("L", 1e3), ("m³", 1e6)))
SECONDS = Scale((("s", 1.0), ("min", 60.0), ("h", 3600.0)))


@dataclass(frozen=True, slots=True)
class Said:
    """A range ready to be printed, all three in one unit."""

    low: str
    central: str
    high: str
    unit: str
    language: str

    @property
    def about(self) -> str:
        """The central value with its unit: "100 Wh"."""
        return f"{self.central}{self._space}{self.unit}"

    @property
    def range(self) -> str:
        """The two bounds with their unit: "10–600 Wh"; French says "de 10 à 600 Wh"."""
        if self.low == self.high:
            return self.about
        if self.language == "fr":
            return f"de {self.low} à {self.high}{self._space}{self.unit}"
        return f"{self.low}{EN_DASH}{self.high}{self._space}{self.unit}"

    @property
    def _space(self) -> str:
        return unit_space(self.language)


def unit_space(language: str) -> str:
    """What stands between a number and its unit."""
    return NO_BREAK_SPACE if language == "fr" else " "


def said(value: Interval, scale: Scale, language: str) -> Said:
    """A range in the unit that fits its central value, two significant figures each."""
    symbol, size = scale.fitting(value.central)
    low, central, high = (number(bound / size, language) for bound in (value.low, value.central, value.high))
    return Said(low, central, high, symbol, language)


def number(value: float, language: str) -> str:
    """Two significant figures, grouped and pointed as the language does; whole numbers below 100 stay whole."""
    rounded = _rounded(value)
    decimals = 0 if rounded == 0 else max(0, SIGNIFICANT - 1 - math.floor(math.log10(rounded)))
    text = f"{rounded:,.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if language != "fr" else text.replace(",", NARROW_SPACE).replace(".", ",")


def whole(value: int, language: str) -> str:
    """A whole number, grouped as the language does, every digit kept."""
    return f"{value:,}".replace(",", NARROW_SPACE if language == "fr" else ",")


def exact(value: float, language: str) -> str:
    """A number a person gave, as given: up to six figures, no rounding to two."""
    text = f"{value:,.6g}" if value < 1e6 else f"{value:,.0f}"
    return text if language != "fr" else text.replace(",", NARROW_SPACE).replace(".", ",")


def duration(seconds: float, language: str) -> str:
    """A length of time a person gave, as people say it: seconds up to two minutes, minutes up to two hours."""
    size, unit = next(((size, unit) for unit, size in reversed(SECONDS.steps[1:]) if seconds >= 2 * size), (1.0, "s"))
    return f"{exact(seconds / size, language)}{unit_space(language)}{unit}"


def _rounded(value: float) -> float:
    return float(f"{value:.{SIGNIFICANT}g}")
