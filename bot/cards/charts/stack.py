"""Draws kinds as one stacked bar, and under it the range of each on a logarithmic scale."""

from __future__ import annotations

import math

from bot.cards.charts.canvas import LEFT, RIGHT, Canvas
from bot.cards.charts.chart import Mark, StackChart
from bot.cards.charts.colours import FAINT, INK, KINDS, PAGE
from bot.cards.charts.page import BAR, axis, caption, footing, heading, lanes_of, rows
from bot.cards.charts.scale import log_scale

HIGH = 74


def draw_stack(canvas: Canvas, chart: StackChart) -> float:
    """Draw the chart; the height it took."""
    y = caption(canvas, chart.stack, heading(canvas, chart.title))
    _bar(canvas, chart, y)
    y = caption(canvas, chart.whole, y + HIGH + 34)
    marks = [*chart.kinds, *([chart.all] if chart.all else [])]
    scale = log_scale([value for mark in marks for value in (mark.low, mark.central, mark.high)], LEFT, RIGHT)
    middles, y = rows(canvas, [(mark.label, mark.said) for mark in marks], y)
    for index, (mark, middle) in enumerate(zip(marks, middles, strict=True)):
        one = index < len(chart.kinds)
        fill, hatch = KINDS[chart.tones[index] % len(KINDS)] if one else (FAINT, "")
        low, high = sorted((scale.at(mark.low), scale.at(mark.high)))
        low, high = (low - 3, high + 3) if high - low < 6 else (low, high)
        canvas.box((low, middle - BAR / 2, high, middle + BAR / 2), fill, hatch=hatch)
        canvas.dot(scale.at(mark.central), middle, BAR / 2 + 3, INK, PAGE)
    return footing(canvas, chart.note, axis(canvas, scale, chart.ticks, lanes_of(middles), y))


def _bar(canvas: Canvas, chart: StackChart, top: float) -> None:
    """The centres of all kinds side by side, as wide as the page."""
    sizes = [_sound(mark) for mark in chart.kinds]
    whole, x = max(sum(sizes), 1e-300), float(LEFT)
    for size, tone in zip(sizes, chart.tones, strict=True):
        fill, hatch = KINDS[tone % len(KINDS)]
        wide = (RIGHT - LEFT) * (size / whole)
        canvas.box((x, top, x + wide, top + HIGH), fill, hatch=hatch)
        x += wide


def _sound(mark: Mark) -> float:
    return mark.central if 0 < mark.central < math.inf else 0.0
