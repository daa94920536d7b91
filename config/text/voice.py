"""A voice: the interface's sentences in one language, and how that language writes numbers, units and ranges.

Rounding and prefixes are decided here and nowhere else.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

from config.text.catalog import LANGUAGES, Catalog
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
        found = self.steps[0]
        for symbol, size in self.steps:
            if float(f"{value / size:.{SIGNIFICANT}g}") >= (_TWENTIETH if symbol == self.home else 1):
                found = symbol, size
        return found


ENERGY = Scale((("mWh", 1e-3), ("Wh", 1.0), ("kWh", 1e3), ("MWh", 1e6), ("GWh", 1e9), ("TWh", 1e12)), "Wh")
CARBON = Scale((("mg", 1e-3), ("g", 1.0), ("kg", 1e3), ("t", 1e6), ("Mt", 1e12), ("Gt", 1e15)), "g")
WATER = Scale((("mL", 1.0), ("L", 1e3), ("m³", 1e6), ("km³", 1e15)))
TIMES = Scale((("", 1.0),))
SECONDS = Scale((("s", 1.0), ("min", 60.0), ("h", 3600.0)))


@dataclass(frozen=True, slots=True)
class Said:
    """A range ready to be printed: the central value with its unit ("100 Wh"), and the two bounds ("10–600 Wh")."""

    about: str
    range: str

    @property
    def whole(self) -> str:
        """Central value and range, "55% (43–69%)"; a range of no width is said once."""
        return self.about if self.range == self.about else f"{self.about} ({self.range})"


class Bilingual(Protocol):
    """What has a name in each language."""

    @property
    def en(self) -> str:
        """The English name."""
        ...

    @property
    def fr(self) -> str:
        """The French name."""
        ...


class Voice:
    """Sentences by key, numbers and units, all in `language`."""

    __slots__ = ("_french", "_texts", "language", "other", "unit_space")

    def __init__(self, catalog: Catalog, language: str) -> None:
        self.language = language
        # The language that a card is offered in instead.
        self.other = next(one for one in LANGUAGES if one != language)
        self._texts = catalog.texts(language)
        self._french = language == "fr"
        # What stands between a number and its unit.
        self.unit_space = NO_BREAK_SPACE if self._french else " "

    def text(self, key: str, **values: str) -> str:
        """The sentence with its placeholders filled. Raises KeyError for an unknown key or a missing value."""
        return self._texts[key].format_map(values)

    def counted(self, key: str, number: float, **values: str) -> str:
        """The sentence for one or for many: French says one up to 1.99, English only for exactly 1."""
        one = abs(number) < 2 if self._french else number == 1
        return self._texts[f"{key}.one" if one else f"{key}.many"].format_map(values)

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in self._texts

    def name(self, thing: Bilingual) -> str:
        """What a thing is called."""
        return thing.fr if self._french else thing.en

    def said(self, value: Interval, scale: Scale) -> Said:
        """A range in the unit that fits its central value, two significant figures each."""
        symbol, size = scale.fitting(value.central)
        number = self.number
        return self.ranged(number(value.low / size), number(value.central / size), number(value.high / size), symbol)

    def ranged(self, low: str, central: str, high: str, unit: str) -> Said:
        """Three numbers in words as one range; French says "de 10 à 600 Wh"."""
        # English writes 55%, but 55 Wh; French sets a space before either.
        joined = not unit or (unit == "%" and not self._french)
        end = unit if joined else f"{self.unit_space}{unit}"
        about = f"{central}{end}"
        if low == high:
            return Said(about, about)
        return Said(about, f"de {low} à {high}{end}" if self._french else f"{low}{EN_DASH}{high}{end}")

    def number(self, value: float) -> str:
        """Two significant figures, grouped and pointed as the language does; whole numbers below 100 stay whole."""
        rounded = float(f"{value:.{SIGNIFICANT}g}")
        decimals = 0 if rounded == 0 else max(0, SIGNIFICANT - 1 - math.floor(math.log10(rounded)))
        text = f"{rounded:,.{decimals}f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        return text.replace(",", NARROW_SPACE).replace(".", ",") if self._french else text

    def whole(self, value: int) -> str:
        """A whole number, grouped as the language does, every digit kept."""
        return f"{value:,}".replace(",", NARROW_SPACE if self._french else ",")

    def exact(self, value: float) -> str:
        """A number a person gave, as given: up to six figures, no rounding to two."""
        text = f"{value:,.6g}" if value < 1e6 else f"{value:,.0f}"
        return text.replace(",", NARROW_SPACE).replace(".", ",") if self._french else text

    def duration(self, seconds: float) -> str:
        """A length of time a person gave, as people say it: seconds up to two minutes, minutes up to two hours."""
        unit, size = next(
            ((unit, size) for unit, size in reversed(SECONDS.steps[1:]) if seconds >= 2 * size), ("s", 1.0)
        )
        return f"{self.exact(seconds / size)}{self.unit_space}{unit}"

    def factor(self, value: float) -> str:
        """A number of a formula, which may be tiny: two significant figures, as a power of ten below a thousandth."""
        if value == 0 or value >= _THOUSANDTH:
            return self.number(value)
        digits, power = f"{value:.1e}".split("e")
        return f"{self.number(float(digits))}×10{str(int(power)).translate(_SUPERSCRIPT)}"

    def percent(self, share: Interval) -> Said:
        """A share as whole per cents: "55%", in French "55 %"."""
        low, central, high = (f"{100 * bound:.0f}" for bound in (share.low, share.central, share.high))
        return self.ranged(low, central, high, "%")
