"""Draws columns of days, weeks or months: above, stacked by kind; below, the range of each total."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.cards.charts.canvas import LEFT, LINE, RIGHT, SMALL, Canvas
from bot.cards.charts.chart import DaysChart, Tick
from bot.cards.charts.colours import FAINT, GRID, INK, KINDS, PAGE, SOFT
from bot.cards.charts.page import caption, footing, heading, legend
from bot.cards.charts.scale import Height, LogScale, log_scale

PLOT, RANGES = 330, 230
_WIDEST, _GAP = 96.0, 20
# Up to two months of days stand apart, each with its pattern; more of them touch, plain.
_APART = 62


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns stand, the same in both halves."""

    left: float
    middles: tuple[float, ...]
    wide: float
    apart: bool


def draw_days(canvas: Canvas, chart: DaysChart) -> float:
    """Draw the chart; the height it took."""
    apart = len(chart.days) <= _APART
    top = heading(canvas, chart.title)
    top = legend(canvas, [(series.label, series.tone) for series in chart.series], top, hatched=apart)
    top = caption(canvas, chart.stack, top)
    totals = [sum(map(_sound, values)) for values in zip(*(series.values for series in chart.series), strict=True)]
    height = Height(1.04 * max(totals), top, top + PLOT)
    begin = caption(canvas, chart.whole, height.bottom + 34)
    scale = log_scale([*map(_sound, chart.low), *map(_sound, chart.high)], begin + RANGES, begin)
    above = _labels(canvas, chart.ticks, height.at, lambda value: 0 <= value <= height.highest)
    below = _labels(canvas, chart.range_ticks, scale.at, scale.shows)
    columns = _placed(canvas, chart, [*above, *below], apart=apart)
    for labels, end in ((above, height.bottom), (below, begin + RANGES)):
        _grid(canvas, labels, columns.left, end)
    _stacks(canvas, chart, columns, height)
    _spans(canvas, chart, totals, columns, scale)
    _dates(canvas, chart.days, columns.middles, begin + RANGES)
    return footing(canvas, chart.note, begin + RANGES + 18 + SMALL)


def _sound(value: float) -> float:
    return value if 0 < value < math.inf else 0.0


def _labels(
    canvas: Canvas, ticks: Sequence[Tick], at: Callable[[float], float], shows: Callable[[float], bool]
) -> list[tuple[str, float]]:
    """The ticks that lie on a vertical scale and do not touch, each with its height."""
    shown, taken = list[tuple[str, float]](), math.inf
    for tick in sorted((tick for tick in ticks if shows(tick.value)), key=lambda tick: tick.value):
        if at(tick.value) <= taken:
            shown.append((canvas.fit(tick.label, 180), at(tick.value)))
            taken = at(tick.value) - LINE * SMALL
    return shown


def _placed(canvas: Canvas, chart: DaysChart, labels: Sequence[tuple[str, float]], *, apart: bool) -> _Columns:
    """Write the labels of both scales, and share what is left of the page."""
    room = max((canvas.width(label) for label, _ in labels), default=0.0)
    for label, y in labels:
        canvas.write(LEFT + room, y + 0.36 * SMALL, label, colour=SOFT, align="right")
    left = LEFT + room + (16 if labels else 0)
    pitch = (RIGHT - left) / len(chart.days)
    middles = tuple(left + (index + 0.5) * pitch for index in range(len(chart.days)))
    return _Columns(left, middles, min(pitch * (0.74 if apart else 1), _WIDEST), apart)


def _grid(canvas: Canvas, labels: Sequence[tuple[str, float]], left: float, bottom: float) -> None:
    for _, y in labels:
        if y < bottom - 1:
            canvas.line([(left, y), (RIGHT, y)], GRID, 2, layer=0)
    canvas.line([(left, bottom), (RIGHT, bottom)], SOFT, 2, layer=2.5)


def _stacks(canvas: Canvas, chart: DaysChart, columns: _Columns, height: Height) -> None:
    below = [0.0] * len(chart.days)
    for series in chart.series:
        fill, hatch = KINDS[series.tone % len(KINDS)]
        above = [under + _sound(value) for under, value in zip(below, series.values, strict=True)]
        canvas.boxes(
            [
                (middle - columns.wide / 2, height.at(end), middle + columns.wide / 2, height.at(start))
                for middle, start, end in zip(columns.middles, below, above, strict=True)
                if end > start
            ],
            fill,
            hatch=hatch if columns.apart else "",
        )
        below = above


def _spans(canvas: Canvas, chart: DaysChart, totals: Sequence[float], columns: _Columns, scale: LogScale) -> None:
    """A bar from low to high for each total, its centre marked; one that begins at zero stands on the axis."""
    half = columns.wide / (2 if not columns.apart else 3.2)
    filled = [
        (middle, low, total, high)
        for middle, low, total, high in zip(columns.middles, chart.low, totals, chart.high, strict=True)
        if _sound(high) > 0
    ]
    canvas.boxes([(x - half, scale.at(high), x + half, scale.at(_sound(low))) for x, low, _, high in filled], FAINT)
    for x, _, total, _ in filled:
        if total > 0:
            y = scale.at(total)
            if columns.apart:
                canvas.box((x - half - 4, y - 6, x + half + 4, y + 6), PAGE, layer=2.6)
            canvas.box((x - half - 2, y - 3, x + half + 2, y + 3), INK, layer=3)


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
