"""From a chart to its picture."""

from __future__ import annotations

from matplotlib import RcParams, rc_context

from bot.cards.charts.chart import Chart, DaysChart, Distribution, RangeChart, StackChart, Waterfall
from bot.cards.charts.colours import FRAME, GRID, PAGE, SOFT
from bot.cards.charts.days import draw_days
from bot.cards.charts.distribution import draw_distribution
from bot.cards.charts.page import Page
from bot.cards.charts.ranges import draw_ranges
from bot.cards.charts.stack import draw_stack
from bot.cards.charts.waterfall import draw_waterfall

# At 72 dots per inch a point is a pixel.
_STYLE = RcParams(
    {
        "figure.dpi": 72,
        "figure.facecolor": PAGE,
        "figure.edgecolor": FRAME,
        "axes.facecolor": "none",
        "axes.edgecolor": SOFT,
        "axes.linewidth": 2,
        "axes.axisbelow": True,
        **{f"axes.spines.{side}": False for side in ("left", "top", "right")},
        "xtick.color": SOFT,
        "xtick.major.size": 9,
        "xtick.major.width": 2,
        "xtick.major.pad": 8,
        "ytick.color": SOFT,
        "ytick.major.size": 0,
        "ytick.major.pad": 12,
        "grid.color": GRID,
        "grid.linewidth": 2,
        "lines.linewidth": 3,
        "lines.dashed_pattern": (3, 2),
        "lines.dotted_pattern": (2.5, 2.5),
        "patch.linewidth": 0,
        "hatch.linewidth": 2.5,
        "text.parse_math": False,  # a dollar sign that a person typed begins no formula
    }
)


def compose(chart: Chart) -> Page:
    """The chart on its page."""
    with rc_context(_STYLE):
        page = Page(chart.title)
        match chart:
            case RangeChart():
                draw_ranges(page, chart)
            case DaysChart():
                draw_days(page, chart)
            case StackChart():
                draw_stack(page, chart)
            case Waterfall():
                draw_waterfall(page, chart)
            case Distribution():
                draw_distribution(page, chart)
        page.finish(chart.note)
        return page


def draw(chart: Chart) -> bytes:
    """The chart as a PNG: the same bytes for the same chart."""
    with rc_context(_STYLE):
        return compose(chart).png()
