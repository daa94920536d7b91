"""From a chart to its picture."""

from __future__ import annotations

from bot.cards.charts.canvas import Canvas
from bot.cards.charts.chart import Chart, DaysChart, Distribution, RangeChart, StackChart, Waterfall
from bot.cards.charts.days import draw_days
from bot.cards.charts.distribution import draw_distribution
from bot.cards.charts.ranges import draw_ranges
from bot.cards.charts.stack import draw_stack
from bot.cards.charts.waterfall import draw_waterfall


def compose(chart: Chart) -> Canvas:
    """The chart on its page, cut to its height."""
    canvas = Canvas()
    match chart:
        case RangeChart():
            height = draw_ranges(canvas, chart)
        case DaysChart():
            height = draw_days(canvas, chart)
        case StackChart():
            height = draw_stack(canvas, chart)
        case Waterfall():
            height = draw_waterfall(canvas, chart)
        case Distribution():
            height = draw_distribution(canvas, chart)
    canvas.cut(height)
    return canvas


def draw(chart: Chart) -> bytes:
    """The chart as a PNG: the same bytes for the same chart."""
    return compose(chart).png()
