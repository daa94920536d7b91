"""Rows under each other on one logarithmic scale: a name, what is said of it, and below them a lane for its bar."""

from __future__ import annotations

import math
from collections.abc import Sequence

from matplotlib.axes import Axes

from bot.cards.charts.axis import Limits, held, log_ticks, share
from bot.cards.charts.chart import Mark, Tick
from bot.cards.charts.colours import GRID, INK, PAGE, SOFT
from bot.cards.charts.lettering import BODY, LINE, SMALL, fit, width, wrapped, write
from bot.cards.charts.page import ROOM, Page

BAR = 28
_GAP, _LANE, _BESIDE = 26, 22, 0.3


def rows(
    page: Page, texts: Sequence[tuple[str, str]], limits: Limits, ticks: Sequence[Tick], *, above: float = 0
) -> tuple[Axes, list[float]]:
    """Axes with these names and words, y in pixels from the top; and the y of each bar's middle."""
    longest = max(width(fit(said, ROOM, BODY), BODY) for _, said in texts) + _GAP
    names = max(width(fit(name, ROOM, BODY, bold=True), BODY, bold=True) for name, _ in texts)
    # Words stand at the right of their names where they are short, or where nothing must be broken.
    beside = longest <= _BESIDE * ROOM or names + longest <= ROOM
    y, middles, placed = above, list[float](), list[tuple[str, float, bool]]()
    for name, said in texts:
        lines = wrapped(name, ROOM - longest if beside else ROOM, BODY, bold=True) or ("",)
        words = wrapped(said, ROOM, BODY)
        placed += [(line, y + LINE * BODY * index, True) for index, line in enumerate(lines)]
        y += 0 if beside else LINE * BODY * len(lines)
        placed += [(line, y + LINE * BODY * index, False) for index, line in enumerate(words)]
        y += LINE * BODY * (len(lines) if beside else len(words)) + _LANE / 2
        middles.append(y + BAR / 2)
        y += BAR + (34 if len(texts) <= 4 else 24)
    axes = page.panel(middles[-1] + _LANE)
    axes.set(ylim=(middles[-1] + _LANE, 0), yticks=())
    marked = log_ticks(axes.xaxis, limits, ticks, ROOM)
    lanes = [(value, middle) for value in marked for middle in middles]
    tops, bottoms = ([middle + reach for _, middle in lanes] for reach in (2 - _LANE, _LANE))
    axes.vlines([value for value, _ in lanes], tops, bottoms, GRID, linewidth=2, zorder=0)
    page.y += 18 + LINE * SMALL
    for line, top, bold in placed:
        right, across = beside and not bold, axes.get_yaxis_transform()
        place, colour = (float(right), top + 0.8 * BODY), INK if bold else SOFT
        write(axes, place, line, across, size=BODY, colour=colour, bold=bold, align="right" if right else "left")
    return axes, middles


def bar(axes: Axes, mark: Mark, middle: float, fill: str, hatch: str = "") -> None:
    """A mark in its lane: from low to high, its centre a dot; an arrow where it goes on to zero."""
    limits = axes.get_xlim()
    low, high = widened(mark.low, mark.high, limits)
    axes.barh(middle, high - low, BAR, low, color=fill, hatch=hatch, edgecolor=PAGE, zorder=2)
    if not mark.low > 0:  # zero has no place on the scale
        axes.plot(low, middle, "<", color=fill, markersize=BAR, markeredgewidth=0, zorder=2, clip_on=False)
    dot(axes, mark.central, middle)


def dot(axes: Axes, value: float, middle: float) -> None:
    """A central value, or a figure that is one number."""
    x = held(value, axes.get_xlim())
    axes.plot(x, middle, "o", color=INK, markeredgecolor=PAGE, markersize=34, markeredgewidth=4, zorder=3)


def widened(low: float, high: float, limits: Limits, pixels: float = 6) -> Limits:
    """Two values as far as the axis shows them, in order, and far enough apart to be seen."""
    low, high = sorted((held(low, limits), held(high, limits)))
    if (share(high, limits) - share(low, limits)) * ROOM >= pixels:
        return low, high
    stretch = 10 ** (pixels / ROOM / 2 * (math.log10(limits[1]) - math.log10(limits[0])))
    return low / stretch, high * stretch
