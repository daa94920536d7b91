"""The figures of a text, computed by the core at the moment they are shown, so that they follow the book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from config.content.figures import Figure, factor_of
from energy import FactorBook, Interval, Opinions, PlaceBasis, Usage, compare, estimate, place_at, place_of, wh_from_kwh

_WHOLE = 1.0


@dataclass(frozen=True, slots=True)
class Value:
    """A figure with its range and unit; a name is words and no number. What others said is as exact as they said it."""

    range: Interval
    unit: str
    name: str | None = None
    exact: bool = False


def computed(figures: Mapping[str, Figure], book: FactorBook, opinions: Opinions | None) -> dict[str, Value]:
    """Every figure by its name. Raises Refusal or KeyError where the book lacks what a figure is made of, ValueError
    where figures are made of each other in a circle or their units don't go together."""
    found: dict[str, Value] = {}
    waiting = dict(figures)
    while waiting:
        ready = {name: figure for name, figure in waiting.items() if all(other in found for other in figure.needs)}
        if not ready:
            raise ValueError(f"figures are made of each other: {', '.join(sorted(waiting))}")
        for name, figure in ready.items():
            found[name] = _value(figure, found, book, opinions)
            del waiting[name]
    return found


def _value(figure: Figure, found: Mapping[str, Value], book: FactorBook, opinions: Opinions | None) -> Value:
    if figure.name is not None:
        return Value(Interval.exactly(_WHOLE), "", figure.name)
    if figure.usage is not None:
        usage = Usage.from_key(figure.usage, figure.count)
        result = estimate(usage, book, place_of(book, figure.place, usage.model), opinions)
        match figure.what:
            case "energy":
                return Value(result.facility_energy_wh, "Wh")
            case "chips":
                return Value(result.accelerator_wh, "Wh")
            case "carbon":
                return Value(result.carbon_g, "g")
            case "water":
                return Value(result.water_ml, "mL")
    if figure.equivalent is not None:
        return Value(book.equivalents[figure.equivalent].kwh_per_unit.range.mapped(wh_from_kwh), "Wh")
    if figure.carbon_of is not None:
        return Value(place_at(book, figure.carbon_of, PlaceBasis.STATED).carbon_g_per_kwh, "g/kWh")
    if figure.factor is not None and (range_ := factor_of(figure.factor, book)) is not None:
        return Value(range_, "times")
    if figure.quoted is not None:
        low, central, high = figure.quoted[0], figure.quoted[len(figure.quoted) // 2], figure.quoted[-1]
        if len(figure.quoted) == 2:
            central = (low * high) ** 0.5
        return _plain(Interval(low, central, high), figure.unit)
    return _made(figure, found, book)


def _made(figure: Figure, found: Mapping[str, Value], book: FactorBook) -> Value:
    if figure.ratio is not None:
        above, below = (found[name] for name in figure.ratio)
        if above.unit != below.unit:
            raise ValueError(f"a ratio of {above.unit} to {below.unit} says nothing")
        # Ranges are not divided: a ratio is one of central values.
        return Value(Interval.exactly(above.range.central / below.range.central), "times")
    if figure.sum is not None:
        parts = [found[name] for name in figure.sum]
        if len({part.unit for part in parts}) != 1:
            raise ValueError("a sum wants parts of one unit")
        total = parts[0].range
        for part in parts[1:]:
            total = total.plus(part.range)
        return Value(total, parts[0].unit)
    if figure.times is not None and figure.given is not None:
        one = found[figure.times]
        return Value(one.range.scaled(figure.given), one.unit)
    if figure.inverse is not None:
        whole = found[figure.inverse].range
        return Value(Interval(1 / whole.high, 1 / whole.central, 1 / whole.low), "times")
    if figure.like is not None:
        return Value(compare(found[figure.like].range, book).amount, "min")
    return Value(_plain(Interval.exactly(figure.given or 0.0), figure.unit).range, _base(figure.unit), exact=True)


def _plain(value: Interval, unit: str) -> Value:
    """The same in the unit everything is computed in."""
    return Value(value.mapped(wh_from_kwh) if unit == "kWh" else value, _base(unit), exact=True)


def _base(unit: str) -> str:
    return "Wh" if unit == "kWh" else unit
