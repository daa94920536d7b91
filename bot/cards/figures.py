"""Figures inside sentences: rounded, in the unit that fits, in the language's own number format."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import replace

from config.content.computed import Value
from config.text.voice import CARBON, ENERGY, SECONDS, TIMES, WATER, Said, Scale, Voice
from energy import S_PER_MIN, Interval

_SCALES = {
    "Wh": ENERGY,
    "g": CARBON,
    "mL": WATER,
    "s": SECONDS,
    "times": TIMES,
    "": TIMES,
    "g/kWh": Scale((("g/kWh", 1.0),)),
    "%": Scale((("%", 1.0),)),
    "W": Scale((("W", 1.0), ("kW", 1e3), ("MW", 1e6), ("GW", 1e9))),
}
_YEARS = {"en": ("year", "years"), "fr": ("an", "ans")}


def filled(template: str, values: Mapping[str, Value], voice: Voice) -> str:
    """A sentence with its figures: `{clip}` is the central value, `{clip.range}` both ends, `.low` and `.high` one."""
    pieces = []
    for literal, field, _, _ in string.Formatter().parse(template):
        pieces.append(literal)
        if field is not None:
            name, _, part = field.partition(".")
            pieces.append(shown(values[name], part, voice))
    return "".join(pieces)


def shown(value: Value, part: str, voice: Voice) -> str:
    """One figure: its central value, or the part that is asked for (range, low, high)."""
    if value.name is not None:
        return value.name
    in_words = _said(value, voice)
    if part == "range":
        return in_words.range
    if part in ("low", "high"):
        bound = value.range.low if part == "low" else value.range.high
        return _said(replace(value, range=Interval.exactly(bound)), voice).about
    return in_words.about


def _said(value: Value, voice: Voice) -> Said:
    if value.unit == "min":
        return voice.said(value.range.scaled(S_PER_MIN), SECONDS)
    if value.unit == "year":
        one, many = _YEARS[voice.language]
        return voice.said(value.range, Scale(((one if value.range.central < 2 else many, 1.0),)))
    scale = _SCALES[value.unit]
    if value.exact:
        symbol, size = scale.fitting(value.range.central)
        low, central, high = (
            voice.exact(bound / size) for bound in (value.range.low, value.range.central, value.range.high)
        )
        return voice.ranged(low, central, high, symbol)
    return voice.said(value.range, scale)
