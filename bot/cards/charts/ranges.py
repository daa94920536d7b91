"""Draws ranges on a logarithmic scale, and the known things they are compared with."""

from __future__ import annotations

from bot.cards.charts.axis import log_limits, share
from bot.cards.charts.chart import RangeChart
from bot.cards.charts.colours import ORANGE, SKY
from bot.cards.charts.flags import arranged
from bot.cards.charts.lettering import LINE, SMALL, write
from bot.cards.charts.page import ROOM, Page
from bot.cards.charts.rows import bar, rows


def draw_ranges(page: Page, chart: RangeChart) -> None:
    """One row for each mark, under the flags of what is known."""
    values = [value for mark in chart.marks for value in (mark.low, mark.central, mark.high)]
    limits = log_limits([*values, *(known.value for known in chart.known)], chart.ticks)
    flags = arranged((known.label, ROOM * share(known.value, limits)) for known in chart.known)
    levels = max((level for _, level in flags), default=-1) + 1
    above = LINE * SMALL * levels + (14 if levels else 0)
    axes, middles = rows(page, [(mark.label, mark.said) for mark in chart.marks], limits, chart.ticks, above=above)
    for mark, middle in zip(chart.marks, middles, strict=True):
        bar(axes, mark, middle, SKY)
    bottom = axes.get_ylim()[0]
    for flag, level in flags:
        top = LINE * SMALL * (levels - 1 - level)
        along = axes.get_yaxis_transform()
        axes.plot([flag.x / ROOM] * 2, [top, bottom], color=ORANGE, linestyle="--", transform=along, zorder=1)
        write(axes, (flag.start / ROOM, top + 0.84 * SMALL), flag.label, along, colour=ORANGE)
