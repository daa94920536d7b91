"""Draws kinds as one stacked bar, and under it the range of each on a logarithmic scale."""

from __future__ import annotations

import itertools
import math

from bot.cards.charts.axis import log_limits
from bot.cards.charts.chart import StackChart
from bot.cards.charts.colours import ACTIVITY_MARKS, FAINT, PAGE
from bot.cards.charts.page import Page
from bot.cards.charts.rows import bar, rows

HIGH = 74


def draw_stack(page: Page, chart: StackChart) -> None:
    """The centres of all kinds side by side, as wide as the page; then a row for each kind, and for all."""
    page.caption(chart.stack)
    axes = page.panel(HIGH)
    axes.set_axis_off()
    styles = [ACTIVITY_MARKS[tone % len(ACTIVITY_MARKS)] for tone in chart.tones]
    sizes = [mark.central if 0 < mark.central < math.inf else 0.0 for mark in chart.kinds]
    whole = max(sum(sizes), 1e-300)
    shares = [size / whole for size in sizes]
    starts = itertools.accumulate(shares, initial=0.0)
    for size, start, (fill, hatch) in zip(shares, starts, styles, strict=False):
        axes.barh(0, size, 1, start, color=fill, hatch=hatch, edgecolor=PAGE)
    axes.set(xlim=(0, 1), ylim=(-0.5, 0.5))
    page.y += 34
    page.caption(chart.whole)
    marks = [*chart.kinds, *([chart.all] if chart.all else [])]
    limits = log_limits([value for mark in marks for value in (mark.low, mark.central, mark.high)], chart.ticks)
    axes, middles = rows(page, [(mark.label, mark.said) for mark in marks], limits, chart.ticks)
    for mark, middle, (fill, hatch) in zip(marks, middles, [*styles, (FAINT, "")], strict=False):
        bar(axes, mark, middle, fill, hatch)
