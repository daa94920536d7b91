"""What can be seen in a drawn chart: its texts with their places, and how its colours stand out."""

from __future__ import annotations

import itertools
import warnings
from functools import cache

import pytest
from matplotlib.colors import to_rgba
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from bot.cards.charts.chart import Chart
from bot.cards.charts.drawing import compose
from bot.cards.charts.lettering import SMALL
from bot.cards.charts.page import Page
from tests.cards.charts.test_chart import EVERY_KIND

every_kind = pytest.mark.parametrize("chart", EVERY_KIND, ids=lambda chart: type(chart).__name__)


@cache
def composed(chart: Chart) -> Page:
    return compose(chart)


@cache
def picture(chart: Chart) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # among them: a glyph that the font does not have
        return composed(chart).png()


def written(page: Page) -> list[Text]:
    return [text for text in page.figure.findobj(Text) if text.get_visible() and text.get_text()]


def texts(page: Page) -> list[tuple[str, Bbox, float, str]]:
    page.canvas.draw()  # the labels of ticks have their place then
    renderer = page.canvas.get_renderer()
    return [
        (text.get_text(), text.get_window_extent(renderer), float(text.get_fontsize()), str(text.get_color()))
        for text in written(page)
    ]


def readable(page: Page) -> None:
    """Every text is inside the page, large enough, and touches no other."""
    found = texts(page)
    width, height = page.figure.get_size_inches() * 72
    for text, box, size, _ in found:
        assert box.x0 >= 20, text
        assert box.x1 <= width - 20, text
        assert box.y0 >= 10, text
        assert box.y1 <= height - 20, text
        assert size >= SMALL >= 26
    for (one, box, *_), (other, other_box, *_) in itertools.combinations(found, 2):
        overlap = Bbox.intersection(box, other_box)
        assert overlap is None or overlap.width < 1 or overlap.height < 8, (one, other)


def luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgba(colour)[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
