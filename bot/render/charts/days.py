"""Draws columns of days, weeks or months, stacked by kind, with the range of each total."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.render.chart import DaysChart, Tick
from bot.render.charts.canvas import LEFT, LINE, RIGHT, SMALL, Canvas, Corners
from bot.render.charts.colours import GRID, INK, KINDS, PAGE, SOFT, VEIL
from bot.render.charts.page import footing, heading
from bot.render.charts.scale import Height

PLOT = 430
_WIDEST, _GAP = 96.0, 20
# Up to two months of days stand apart, each with its pattern and its whisker; more of them touch, plain, under a veil.
_APART = 62
_SWATCH = 26


def draw_days(canvas: Canvas, chart: DaysChart) -> float:
    """Draw the chart; the height it took."""
    apart = len(chart.days) <= _APART
    top = heading(canvas, chart.title) + 10
    bottom = top + PLOT
    totals = [sum(map(_sound, values)) for values in zip(*(series.values for series in chart.series), strict=True)]
    height = Height(1.04 * max(*totals, *map(_sound, chart.high), *map(_sound, chart.low)), top, bottom)
    left = _ticks(canvas, chart.ticks, height)
    right = _names(canvas, chart, height)
    canvas.line([(left, bottom), (right, bottom)], SOFT, 2, layer=2.5)
    for tick in chart.ticks:
        if 0 < tick.value <= height.highest:
            canvas.line([(left, height.at(tick.value)), (right, height.at(tick.value))], GRID, 2, layer=0)
    pitch = (right - left) / len(chart.days)
    middles = [left + (index + 0.5) * pitch for index in range(len(chart.days))]
    wide = min(pitch * (0.74 if apart else 1), _WIDEST)
    below = [0.0] * len(chart.days)
    for series, (fill, hatch) in zip(chart.series, KINDS, strict=False):
        above = [under + _sound(value) for under, value in zip(below, series.values, strict=True)]
        canvas.boxes(
            [
                (middle - wide / 2, height.at(end), middle + wide / 2, height.at(start))
                for middle, start, end in zip(middles, below, above, strict=True)
                if end > start
            ],
            fill,
            hatch=hatch if apart else "",
        )
        below = above
    if apart:
        _whiskers(canvas, chart, middles, wide, height)
    else:
        _band(canvas, chart, totals, left, pitch, height)
    _dates(canvas, chart.days, middles, bottom)
    return footing(canvas, chart.note, bottom + 18 + SMALL)


def _sound(value: float) -> float:
    return value if 0 < value < math.inf else 0.0


def _ticks(canvas: Canvas, ticks: Sequence[Tick], height: Height) -> float:
    """Write the labels of the vertical scale; where the columns begin."""
    shown, taken = list[tuple[str, float]](), math.inf
    for tick in sorted(ticks, key=lambda tick: tick.value):
        if 0 <= tick.value <= height.highest and height.at(tick.value) <= taken:
            shown.append((canvas.fit(tick.label, 180), height.at(tick.value)))
            taken = height.at(tick.value) - LINE * SMALL
    wide = max((canvas.width(label) for label, _ in shown), default=0.0)
    for label, y in shown:
        canvas.write(LEFT + wide, y + 0.36 * SMALL, label, colour=SOFT, align="right")
    return LEFT + wide + (16 if shown else 0)


def _names(canvas: Canvas, chart: DaysChart, height: Height) -> float:
    """Name the kinds beside the columns, in the order of the stack; where the columns end."""
    names = [canvas.fit(series.label, 190) for series in chart.series]
    wide = max((canvas.width(name) for name in names), default=0.0)
    if not wide:
        return RIGHT
    left = RIGHT - wide - _SWATCH - 12
    for index, (name, (fill, hatch)) in enumerate(zip(names, KINDS, strict=False)):
        y = height.bottom - 14 - index * 1.55 * SMALL
        canvas.box(
            (left, y - _SWATCH + 3, left + _SWATCH, y + 3), fill, hatch=hatch if len(chart.days) <= _APART else ""
        )
        canvas.write(left + _SWATCH + 12, y, name)
    return left - 26


def _whiskers(canvas: Canvas, chart: DaysChart, middles: Sequence[float], wide: float, height: Height) -> None:
    cap, line = min(wide / 2, 14), 3 if wide > 30 else 2
    for middle, low, high in zip(middles, chart.low, chart.high, strict=True):
        if _sound(high) > 0:
            top, bottom = height.at(high), height.at(low)
            for colour, width in ((PAGE, line + 4), (INK, line)):
                grown = line / 2 if colour == PAGE else 0
                canvas.line([(middle, top - grown), (middle, bottom + grown)], colour, width, layer=3)
                for y in (top, bottom):
                    canvas.line([(middle - cap - grown, y), (middle + cap + grown, y)], colour, width, layer=3)


def _band(canvas: Canvas, chart: DaysChart, totals: Sequence[float], left: float, pitch: float, height: Height) -> None:
    """The same as whiskers where columns are too thin for them: a veil up to the highest, a line at the lowest."""
    ends = [(left + index * pitch, left + (index + 1) * pitch) for index in range(len(totals))]
    canvas.boxes([_between(sides, height, *both) for sides, *both in zip(ends, totals, chart.high, strict=True)], VEIL)
    lowest = [(x, height.at(low)) for sides, low in zip(ends, chart.low, strict=True) for x in sides]
    canvas.line(lowest, INK, 1.5, layer=3)


def _between(sides: tuple[float, float], height: Height, start: float, end: float) -> Corners:
    return sides[0], height.at(max(start, _sound(end))), sides[1], height.at(start)


def _dates(canvas: Canvas, days: Sequence[str], middles: Sequence[float], bottom: float) -> None:
    """Write every day, or every second, third …, as far as they do not touch."""
    pitch = middles[1] - middles[0] if len(middles) > 1 else RIGHT - LEFT
    # Only the likely longest are measured: it takes half a millisecond each.
    likely = sorted(set(days), key=len)[-12:]
    longest = max(canvas.width(canvas.fit(day, 240)) for day in likely)
    stride, taken = max(1, math.ceil((longest + _GAP) / pitch)), -math.inf
    for day, middle in list(zip(days, middles, strict=True))[::stride]:
        label = canvas.fit(day, 240)
        half = canvas.width(label) / 2
        x = min(max(middle, LEFT + half), RIGHT - half)
        canvas.line([(middle, bottom), (middle, bottom + 8)], SOFT, 2)
        if x - half >= taken:
            canvas.write(x, bottom + 18 + 0.8 * SMALL, label, colour=SOFT, align="center")
            taken = x + half + _GAP / 2
