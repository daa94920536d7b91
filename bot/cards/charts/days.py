"""Draws columns of days, weeks or months: above, stacked by kind; below, the range of each total."""

from __future__ import annotations

import math
from collections.abc import Sequence

from matplotlib.axes import Axes

from bot.cards.charts.axis import LONGEST, held, log_limits, log_ticks, set_ticks
from bot.cards.charts.chart import DaysChart, Tick
from bot.cards.charts.colours import ACTIVITY_MARKS, FAINT, INK, PAGE
from bot.cards.charts.lettering import LINE, SMALL, fit, width
from bot.cards.charts.page import LEFT, RIGHT, Page

_PLOT, _RANGES, _WIDEST = 330, 230, 96.0
# Up to two months of days stand apart, each with its pattern; more of them touch, plain.
_APART = 62


def draw_days(page: Page, chart: DaysChart) -> None:
    """Two panels with the same columns: the centres by kind, and the range of each total with its centre."""
    apart = len(chart.days) <= _APART
    totals = [sum(map(_sound, values)) for values in zip(*(series.values for series in chart.series), strict=True)]
    limits = log_limits([*map(_sound, chart.low), *map(_sound, chart.high), *totals], chart.range_ticks)
    highest = 1.04 * max(totals) if max(totals) > 0 else 1.0
    ticks = sorted((tick for tick in chart.ticks if 0 <= tick.value <= highest), key=lambda tick: tick.value)
    labels = [fit(tick.label, LONGEST) for tick in (*ticks, *chart.range_ticks)]
    left = LEFT + (max(map(width, labels)) + 16 if labels else 0)
    page.legend([(series.label, series.tone) for series in chart.series], hatched=apart)
    page.caption(chart.stack)
    above = page.panel(_PLOT, left)
    above.set_ylim(0, highest)
    set_ticks(above.yaxis, ticks, [_PLOT * tick.value / highest for tick in ticks], _PLOT)
    page.y += 34
    page.caption(chart.whole)
    below = page.panel(_RANGES, left)
    log_ticks(below.yaxis, limits, chart.range_ticks, _RANGES)
    wide = min(0.74 if apart else 1.0, _WIDEST / (RIGHT - left) * len(chart.days))
    _stacks(above, chart, wide, apart=apart)
    _ranges(below, chart, totals, wide, apart=apart)
    for axes in (above, below):
        axes.grid(axis="y")
        axes.set(xlim=(-0.5, len(chart.days) - 0.5), xticks=())
    _dates(below, chart.days, left)
    page.y += 18 + LINE * SMALL


def _sound(value: float) -> float:
    return value if 0 < value < math.inf else 0.0


def _stacks(axes: Axes, chart: DaysChart, wide: float, *, apart: bool) -> None:
    base = [0.0] * len(chart.days)
    for series in chart.series:
        fill, hatch = ACTIVITY_MARKS[series.tone % len(ACTIVITY_MARKS)]
        top = [under + _sound(value) for under, value in zip(base, series.values, strict=True)]
        xs, lows, highs = _outline(base, top, wide)
        axes.fill_between(
            xs, lows, highs, facecolor=fill, edgecolor=PAGE, hatch=hatch if apart else "", linewidth=0, zorder=2
        )
        base = top


def _ranges(axes: Axes, chart: DaysChart, totals: Sequence[float], wide: float, *, apart: bool) -> None:
    """A bar from low to high for each total, its centre marked; one that begins at zero stands on the axis."""
    limits = axes.get_ylim()
    wide *= 0.62 if apart else 1
    low, high = ([held(_sound(value), limits) for value in values] for values in (chart.low, chart.high))
    xs, lows, highs = _outline(low, high, wide)
    axes.fill_between(xs, lows, highs, facecolor=FAINT, linewidth=0, zorder=2)
    centres = [
        (index, held(total, limits)) for index, total in enumerate(totals) if total > 0 and _sound(chart.high[index])
    ]
    for colour, thick, more in ((PAGE, 12, 0.04), (INK, 6, 0.0)):
        if centres and (apart or colour == INK):
            ends = ([x - wide / 2 - more for x, _ in centres], [x + wide / 2 + more for x, _ in centres])
            axes.hlines([y for _, y in centres], *ends, colour, linewidth=thick, zorder=3)


def _outline(
    lows: Sequence[float], highs: Sequence[float], wide: float
) -> tuple[list[float], list[float], list[float]]:
    """The columns as one shape, so that a pattern runs through all of them and hundreds are drawn at once."""
    xs, floor, roof = list[float](), list[float](), list[float]()
    for index, (low, high) in enumerate(zip(lows, highs, strict=True)):
        left, right = index - wide / 2, index + wide / 2
        xs += [left, left, right, right]
        floor += [low, low, low, low]
        roof += [low, high, high, low]
    return xs, floor, roof


def _dates(axes: Axes, days: Sequence[str], left: float) -> None:
    """Every day, or every second, third …, as far as they do not touch."""
    # Only the likely longest are measured: it takes half a millisecond each.
    longest = max(width(fit(day, LONGEST)) for day in sorted(set(days), key=len)[-12:])
    pitch = (RIGHT - left) / len(days)
    shown = range(0, len(days), max(1, math.ceil((longest + 26) / pitch)))
    ticks = [Tick(index, days[index]) for index in shown]
    set_ticks(axes.xaxis, ticks, [pitch * (index + 0.5) for index in shown], RIGHT - left, LEFT - left)
