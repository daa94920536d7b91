"""Logarithmic limits, and the worded ticks of an axis as far as they do not touch."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from matplotlib.axis import Axis, XAxis
from matplotlib.ticker import FixedFormatter, FixedLocator, NullLocator
from matplotlib.transforms import Affine2D

from bot.cards.charts.chart import Tick
from bot.cards.charts.lettering import LINE, SMALL, fit, font, width

Limits = tuple[float, float]
LONGEST = 200  # pixels of a label
_GAP = 26


def log_limits(values: Iterable[float], ticks: Sequence[Tick] = ()) -> Limits:
    """Ends between which all values above zero can be seen with some air, and at least two ticks if there are any."""
    sizes = [math.log10(min(max(value, 1e-250), 1e250)) for value in values if value > 0]
    low, high = (min(sizes), max(sizes)) if sizes else (0.0, 0.0)
    marked = [math.log10(tick.value) for tick in ticks if 1e-250 < tick.value < 1e250]
    nearest = sorted(marked, key=lambda mark: max(low - mark, mark - high, 0.0))[:2]
    low, high = min(low, *nearest, low), max(high, *nearest, high)
    air = max(0.04 * (high - low), 0.25 - (high - low) / 2, 0.06)
    return 10 ** (low - air), 10 ** (high + air)


def share(value: float, limits: Limits) -> float:
    """How far along a logarithmic axis a value lies, from 0 to 1; what lies beyond an end is at that end."""
    low, high = limits
    # Logarithms are subtracted: the quotient of absurd values overflows.
    return (math.log10(held(value, limits)) - math.log10(low)) / (math.log10(high) - math.log10(low))


def held(value: float, limits: Limits) -> float:
    """A value, or the end of the axis beyond which it lies; what is no number lies at the lower end."""
    return min(value, limits[1]) if value > limits[0] else limits[0]


def log_ticks(axis: Axis, limits: Limits, ticks: Sequence[Tick], pixels: float) -> list[float]:
    """Make an axis of that many pixels logarithmic, with the ticks between its limits; where these are."""
    if isinstance(axis, XAxis):
        axis.axes.set(xscale="log", xlim=limits)
    else:
        axis.axes.set(yscale="log", ylim=limits)
    shown = sorted((tick for tick in ticks if limits[0] <= tick.value <= limits[1]), key=lambda tick: tick.value)
    set_ticks(axis, shown, [pixels * share(tick.value, limits) for tick in shown], pixels)
    return [tick.value for tick in shown]


def set_ticks(axis: Axis, ticks: Sequence[Tick], places: Sequence[float], end: float, start: float = 0) -> None:
    """Put ticks on an axis, each with its label unless it would touch the one before.

    The places are pixels along the axis; labels below it stay between its start and its end.
    """
    labels, shifts, taken = list[str](), list[float](), -math.inf
    for tick, place in zip(ticks, places, strict=True):
        label, middle, half = fit(tick.label, LONGEST), place, LINE * SMALL / 2
        if isinstance(axis, XAxis):
            half = width(label) / 2
            middle = min(max(place, start + half), end - half)
            half += _GAP / 2
        clear = middle - half >= taken
        taken = middle + half if clear else taken
        labels.append(label if clear else "")
        shifts.append(middle - place)
    axis.set_major_locator(FixedLocator([tick.value for tick in ticks]))
    axis.set_major_formatter(FixedFormatter(labels))
    axis.set_minor_locator(NullLocator())
    for text, shift in zip(axis.get_ticklabels(), shifts, strict=True):
        text.set(fontproperties=font(), transform=text.get_transform() + Affine2D().translate(shift, 0))
