"""Draws ranges on a logarithmic scale, and the known things they are compared with."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.charts.canvas import LEFT, LINE, RIGHT, SMALL, Canvas
from bot.cards.charts.chart import Known, RangeChart
from bot.cards.charts.colours import INK, ORANGE, PAGE, SKY
from bot.cards.charts.page import BAR, axis, footing, heading, lanes_of, rows
from bot.cards.charts.scale import LogScale, log_scale

_ROOM, _AWAY, _APART = 0.42 * (RIGHT - LEFT), 10, 14
_SEARCHED = 7


@dataclass(frozen=True, slots=True)
class _Flag:
    """A known thing's label beside its line: to the right of it, or to the left."""

    label: str
    x: float
    width: float
    leftward: bool

    @property
    def span(self) -> tuple[float, float]:
        start = self.x - _AWAY - self.width if self.leftward else self.x + _AWAY
        return start, start + self.width

    def meets(self, other: _Flag) -> bool:
        return self.span[0] < other.span[1] + _APART and other.span[0] < self.span[1] + _APART

    def covers(self, x: float) -> bool:
        return self.span[0] - 4 < x < self.span[1] + 4


def draw_ranges(canvas: Canvas, chart: RangeChart) -> float:
    """Draw the chart; the height it took."""
    y = heading(canvas, chart.title)
    values = [value for mark in chart.marks for value in (mark.low, mark.central, mark.high)]
    scale = log_scale([*values, *(known.value for known in chart.known)], LEFT, RIGHT)
    flags, levels = _arranged(canvas, chart.known, scale)
    first = y + SMALL
    y += LINE * SMALL * levels + (16 if flags else 4)
    middles, y = rows(canvas, [(mark.label, mark.said) for mark in chart.marks], y)
    for mark, middle in zip(chart.marks, middles, strict=True):
        low, high = sorted((scale.at(mark.low), scale.at(mark.high)))
        _bar(canvas, low, high, middle, open_ended=not mark.low > 0)
        canvas.dot(scale.at(mark.central), middle, BAR / 2 + 3, INK, PAGE)
    for flag, level in flags:
        baseline = first + LINE * SMALL * (levels - 1 - level)
        canvas.line([(flag.x, baseline - 0.85 * SMALL), (flag.x, y)], ORANGE, 3, dashes=(9, 7))
        canvas.write(flag.span[0], baseline, flag.label, colour=ORANGE)
    return footing(canvas, chart.note, axis(canvas, scale, chart.ticks, lanes_of(middles), y))


def _bar(canvas: Canvas, low: float, high: float, middle: float, *, open_ended: bool) -> None:
    if high - low < 6:
        low, high = low - 3, high + 3
    canvas.box((low, middle - BAR / 2, high, middle + BAR / 2), SKY)
    if open_ended:  # it goes on to zero, which has no place on the scale
        canvas.area([(low - 16, middle), (low + 1, middle - BAR / 2), (low + 1, middle + BAR / 2)], SKY)


def _arranged(canvas: Canvas, known: Sequence[Known], scale: LogScale) -> tuple[list[tuple[_Flag, int]], int]:
    """Each flag with its level above the rows (0 is the lowest), and how many levels there are.

    A line hangs from its flag down through the lower levels: of all ways to turn the flags, the one whose lines cross
    the fewest labels is taken, then the flattest.
    """
    labels = [(canvas.fit(item.label, _ROOM), scale.at(item.value)) for item in known if item.label.strip()]
    sides = [
        [
            flag
            for leftward in (False, True)
            if (flag := _Flag(label, x, canvas.width(label), leftward)).span[0] >= LEFT and flag.span[1] <= RIGHT
        ]
        for label, x in sorted(labels, key=lambda each: each[1])
    ]
    if not sides:
        return [], 0
    turned = itertools.product(*sides) if len(sides) <= _SEARCHED else [tuple(side[0] for side in sides)]
    return min((_stacked(flags) for flags in turned), key=lambda stacked: (stacked[2], stacked[1]))[:2]


def _stacked(flags: Sequence[_Flag]) -> tuple[list[tuple[_Flag, int]], int, int]:
    """The flags with their levels, the number of levels, and how many labels are crossed by another's line."""
    waiting, placed = list(flags), list[tuple[_Flag, int]]()
    while waiting:
        # A flag is placed once no line that it covers is still to come: a line that starts higher would cross it.
        free = [flag for flag in waiting if not any(flag.covers(other.x) for other in waiting if other is not flag)]
        flag = max(free or waiting, key=lambda each: each.x)
        below = [level for other, level in placed if flag.meets(other) or flag.covers(other.x)]
        placed.append((flag, max(below, default=-1) + 1))
        waiting.remove(flag)
    crossed = sum(
        other.covers(flag.x) and other_level <= level
        for flag, level in placed
        for other, other_level in placed
        if other is not flag
    )
    return placed, max(level for _, level in placed) + 1, crossed
