"""Draws the factors between two figures as a chain of arrows on a logarithmic scale."""

from __future__ import annotations

import itertools
import math

from bot.cards.charts.canvas import LEFT, RIGHT, Canvas
from bot.cards.charts.chart import Waterfall
from bot.cards.charts.colours import INK, ORANGE, PAGE, SKY, SOFT
from bot.cards.charts.page import BAR, axis, footing, heading, lanes_of, rows
from bot.cards.charts.scale import log_scale

_HEAD = 16


def draw_waterfall(canvas: Canvas, chart: Waterfall) -> float:
    """Draw the chart; the height it took."""
    top = heading(canvas, chart.title)
    path = _path(chart)
    scale = log_scale(path, LEFT, RIGHT)
    texts = [(bar.label, bar.said) for bar in (chart.start, *chart.steps, chart.end)]
    middles, y = rows(canvas, texts, top)
    places = [scale.at(value) for value in path]
    for index, (before, after) in enumerate(itertools.pairwise(places)):
        middle, last = middles[index + 1], index == len(chart.steps) - 1
        _arrow(canvas, before, after, middle, hatched=last)
        canvas.line([(before, middles[index]), (before, middle - BAR / 2)], SOFT, 2, dashes=(5, 5))
    canvas.line([(places[-1], middles[-2]), (places[-1], middles[-1])], SOFT, 2, dashes=(5, 5))
    for place, middle in ((places[0], middles[0]), (places[-1], middles[-1])):
        canvas.dot(place, middle, BAR / 2 + 3, INK, PAGE)
    return footing(canvas, chart.note, axis(canvas, scale, chart.ticks, lanes_of(middles), y))


def _path(chart: Waterfall) -> list[float]:
    """The figure reached after each step; the last step closes the chain."""
    path = [chart.start.value]
    for step in chart.steps[:-1]:
        reached = path[-1] * step.value
        path.append(reached if 0 < reached < math.inf else path[-1])
    return [*path, chart.end.value]


def _arrow(canvas: Canvas, before: float, after: float, middle: float, *, hatched: bool) -> None:
    """A bar that points where it goes: down to the left in one colour, up to the right in another."""
    top, bottom, way = middle - BAR / 2, middle + BAR / 2, 1 if after >= before else -1
    neck = after - way * min(_HEAD, abs(after - before))
    shape = [(before, top), (neck, top), (after, middle), (neck, bottom), (before, bottom)]
    if abs(after - before) < 4:
        shape = [(before - 3, top), (before + 3, top), (before + 3, bottom), (before - 3, bottom)]
    fill = SOFT if hatched else (ORANGE if way > 0 else SKY)
    canvas.area(shape, fill, hatch="//" if hatched else "")
