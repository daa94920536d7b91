"""Rounding, prefixes and the number format of each language: here and nowhere else."""

from __future__ import annotations

import math
from dataclasses import dataclass

from energy import Interval

NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
EN_DASH = "\N{EN DASH}"
SIGNIFICANT = 2
_TWENTIETH, _THOUSANDTH = 0.05, 0.001
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


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
CARBON = Scale((("mg", 1e-3), ("g", 1.0), ("kg", 1e3), ("t", 1e6), ("Mt", 1e12), ("Gt", 1e15)), "g")
WATER = Scale((("mL", 1.0), ("L", 1e3), ("m³", 1e6), ("km³", 1e15)))
TIMES = Scale((("", 1.0),))
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
        return self._with_unit(self.central)

    @property
    def range(self) -> str:
        """The two bounds with their unit: "10–600 Wh"; French says "de 10 à 600 Wh"."""
        if self.low == self.high:
            return self.about
        if self.language == "fr":
            return self._with_unit(f"de {self.low} à {self.high}")
        return self._with_unit(f"{self.low}{EN_DASH}{self.high}")

    @property
    def whole(self) -> str:
        """Central value and range, "55% (43–69%)"; a range of no width is said once."""
        return self.about if self.low == self.high else f"{self.about} ({self.range})"

    def _with_unit(self, text: str) -> str:
        # English writes 55%, but 55 Wh; French sets a space before either.
        joined = not self.unit or (self.unit == "%" and self.language == "en")
        return f"{text}{self.unit}" if joined else f"{text}{unit_space(self.language)}{self.unit}"


def unit_space(language: str) -> str:
    """What stands between a number and its unit."""
    return NO_BREAK_SPACE if language == "fr" else " "


def said(value: Interval, scale: Scale, language: str) -> Said:
    """A range in the unit that fits its central value, two significant figures each."""
    symbol, size = scale.fitting(value.central)
    low, central, high = (number(bound / size, language) for bound in (value.low, value.central, value.high))
    return Said(low, central, high, symbol, language)


def factor(value: float, language: str) -> str:
    """A number of a formula, which may be tiny: two significant figures, as a power of ten below a thousandth."""
    if value == 0 or value >= _THOUSANDTH:
        return number(value, language)
    digits, power = f"{value:.1e}".split("e")
    raised = str(int(power)).translate(_SUPERSCRIPT)
    return f"{number(float(digits), language)}×10{raised}"


def percent(share: Interval, language: str) -> Said:
    """A share as whole per cents: "55%", in French "55 %"."""
    low, central, high = (f"{100 * bound:.0f}" for bound in (share.low, share.central, share.high))
    return Said(low, central, high, "%", language)


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
