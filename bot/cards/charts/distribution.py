"""Draws how guesses spread, over the range of the answer."""

from __future__ import annotations

import math

from bot.cards.charts.axis import held, log_limits, log_ticks, share
from bot.cards.charts.chart import Distribution
from bot.cards.charts.colours import GRID, ORANGE, PAGE, SKY
from bot.cards.charts.lettering import BODY, LINE, SMALL, fit, plain, width, write
from bot.cards.charts.page import ROOM, Page
from bot.cards.charts.rows import widened

_TALLEST, _COUNT, _WORDS = 330.0, 52.0, 2 * LINE * BODY + 16
_HEIGHT = _TALLEST + _COUNT + _WORDS


def draw_distribution(page: Page, chart: Distribution) -> None:
    """A column for each bin, its count above it; the answer in words over its shaded range."""
    answer, edges = chart.answer, [edge for bin_ in chart.bins for edge in (bin_.low, bin_.high)]
    values = [value for value in (answer.low, answer.central, answer.high, *edges) if value < math.inf]
    limits = log_limits(values, chart.ticks)
    # The y axis is in pixels from the bottom.
    axes = page.panel(_HEIGHT)
    axes.set(ylim=(0, _HEIGHT), yticks=())
    axes.vlines(log_ticks(axes.xaxis, limits, chart.ticks, ROOM), 0, _TALLEST + _COUNT, GRID, linewidth=2, zorder=0)
    ends, top = widened(answer.low, answer.high, limits), 1 - _WORDS / _HEIGHT
    axes.axvspan(*ends, 0, top, color=ORANGE, alpha=0.25, linewidth=0, zorder=0.5)
    for value, line in ((ends[0], "-"), (ends[1], "-"), (held(answer.central, limits), "--")):
        axes.axvline(value, 0, top, color=ORANGE, linestyle=line, zorder=3 if line == "--" else 1)
    most = max([1, *(bin_.count for bin_ in chart.bins)])
    for bin_ in chart.bins:
        (low, high), height = widened(bin_.low, bin_.high, limits), _TALLEST * bin_.count / most
        if bin_.count > 0:
            axes.bar(low, height, high - low, color=SKY, edgecolor=PAGE, linewidth=5, align="edge", zorder=2)
            if width(said := plain(bin_.said)) <= ROOM * (share(high, limits) - share(low, limits)) - 4:
                inside = height >= 1.6 * SMALL
                place = (math.sqrt(low) * math.sqrt(high), height - 1.2 * SMALL if inside else height + 12)
                write(axes, place, said, axes.transData, align="center", ground=SKY if inside else PAGE)
    middle = ROOM * (share(ends[0], limits) + share(ends[1], limits)) / 2
    for index, (text, bold) in enumerate(((answer.label, True), (answer.said, False))):
        line = fit(text, ROOM, BODY, bold=bold)
        half = width(line, BODY, bold=bold) / 2
        place = (min(max(middle, half), ROOM - half) / ROOM, _HEIGHT - (LINE * index + 0.8) * BODY)
        write(axes, place, line, axes.get_yaxis_transform(), size=BODY, colour=ORANGE, bold=bold, align="center")
    page.y += 18 + LINE * SMALL
