"""Draws how guesses spread, over the range of the answer."""

from __future__ import annotations

from collections.abc import Callable

from bot.cards.charts.canvas import BODY, LEFT, LINE, RIGHT, SMALL, Canvas
from bot.cards.charts.chart import Distribution
from bot.cards.charts.colours import INK, ORANGE, PAGE, SKY
from bot.cards.charts.page import axis, footing, heading
from bot.cards.charts.scale import Height, log_scale

PLOT = 330
_LEAST = 4


def draw_distribution(canvas: Canvas, chart: Distribution) -> float:
    """Draw the chart; the height it took."""
    y, answer = heading(canvas, chart.title), chart.answer
    values = [answer.low, answer.central, answer.high, *(edge for bin_ in chart.bins for edge in (bin_.low, bin_.high))]
    scale = log_scale([value for value in values if value < float("inf")], LEFT, RIGHT)
    low, central, high = (scale.at(value) for value in (answer.low, answer.central, answer.high))
    for text, bold in ((answer.label, True), (answer.said, False)):
        fitted = canvas.fit(text, RIGHT - LEFT, BODY, bold=bold)
        half = canvas.width(fitted, BODY, bold=bold) / 2
        middle = min(max((low + high) / 2, LEFT + half), RIGHT - half)
        canvas.write(middle, y + BODY, fitted, size=BODY, bold=bold, colour=ORANGE, align="center")
        y += LINE * BODY
    top, bottom = y + 16, y + 16 + SMALL + 24 + PLOT
    low, high = (low, high) if high - low >= _LEAST else (low - _LEAST / 2, high + _LEAST / 2)
    canvas.box((low, top, high, bottom), ORANGE, alpha=0.22, layer=0.5)
    for edge in (low, high):
        canvas.line([(edge, top), (edge, bottom)], ORANGE, 3)
    canvas.line([(central, top), (central, bottom)], ORANGE, 3, dashes=(9, 7), layer=3)
    _columns(canvas, chart, bottom, scale.at)
    return footing(canvas, chart.note, axis(canvas, scale, chart.ticks, [(top, bottom)], bottom))


def _columns(canvas: Canvas, chart: Distribution, bottom: float, at: Callable[[float], float]) -> None:
    height = Height(max((bin_.count for bin_ in chart.bins), default=0), bottom - PLOT, bottom)
    for bin_ in chart.bins:
        left, right, top = at(bin_.low) + 3, at(bin_.high) - 3, height.at(bin_.count)
        left, right = (left, right) if right - left >= _LEAST else (left - _LEAST / 2, left + _LEAST / 2)
        if bin_.count > 0:
            canvas.box((left, top, right, bottom), SKY)
            said, inside = canvas.fit(bin_.said, right - left + 6), bottom - top >= 1.6 * SMALL
            baseline = top + 1.2 * SMALL if inside else top - 10
            colour = PAGE if inside else INK
            canvas.write((left + right) / 2, baseline, said, align="center", colour=colour, mask=not inside)
