"""Draws the factors between two figures as a chain of arrows on a logarithmic scale."""

from __future__ import annotations

import itertools
import math

from matplotlib.axes import Axes

from bot.cards.charts.axis import held, log_limits, share
from bot.cards.charts.chart import Waterfall
from bot.cards.charts.colours import ORANGE, PAGE, SKY, SOFT
from bot.cards.charts.page import ROOM, Page
from bot.cards.charts.rows import BAR, dot, rows, widened

_HEAD = 16 / ROOM


def draw_waterfall(page: Page, chart: Waterfall) -> None:
    """A dot for either figure, an arrow for each factor, and dotted lines from one to the next."""
    path = _path(chart)
    limits = log_limits(path, chart.ticks)
    texts = [(bar.label, bar.said) for bar in (chart.start, *chart.steps, chart.end)]
    axes, middles = rows(page, texts, limits, chart.ticks)
    places = [held(value, limits) for value in path]
    for index, (before, after) in enumerate(itertools.pairwise(places), 1):
        _arrow(axes, before, after, middles[index], hatched=index == len(chart.steps))
    lines = (middles[:-1], middles[1:])
    axes.vlines([*places[:-1], places[-1]], *lines, SOFT, linewidth=2, linestyles="dotted", zorder=1)
    dot(axes, places[0], middles[0])
    dot(axes, places[-1], middles[-1])


def _path(chart: Waterfall) -> list[float]:
    """The figure reached after each step; the last step closes the chain."""
    path = [chart.start.value]
    for step in chart.steps[:-1]:
        reached = path[-1] * step.value
        path.append(reached if 0 < reached < math.inf else path[-1])
    return [*path, chart.end.value]


def _arrow(axes: Axes, before: float, after: float, middle: float, *, hatched: bool) -> None:
    """A bar that points where it goes: down to the left in one colour, up to the right in another."""
    limits, top, bottom = axes.get_xlim(), middle - BAR / 2, middle + BAR / 2
    fill = SOFT if hatched else (ORANGE if after >= before else SKY)
    gone = share(after, limits) - share(before, limits)
    if abs(gone) * ROOM < 6:
        left, right = widened(before, after, limits)
        xs, ys = [left, right, right, left], [top, top, bottom, bottom]
    else:
        from_, to = math.log10(before), math.log10(after)
        neck = 10 ** (to + (from_ - to) * min(1, _HEAD / abs(gone)))
        xs, ys = [before, neck, after, neck, before], [top, top, middle, bottom, bottom]
    axes.fill(xs, ys, facecolor=fill, edgecolor=PAGE, hatch="//" if hatched else "", zorder=2)
