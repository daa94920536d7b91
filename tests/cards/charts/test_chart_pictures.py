"""Pictures can be read: on a phone, on both themes, whatever is in them."""

from __future__ import annotations

import io
import itertools
import math
from dataclasses import replace

import pytest
from matplotlib.collections import Collection
from matplotlib.colors import to_hex, to_rgba
from matplotlib.image import imread
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from bot.cards.charts import colours
from bot.cards.charts.chart import (
    Bar,
    Bin,
    Chart,
    DaysChart,
    Distribution,
    Known,
    Mark,
    RangeChart,
    Series,
    Tick,
    Waterfall,
    decades,
)
from bot.cards.charts.drawing import compose, draw
from bot.cards.charts.page import WIDTH, Page
from tests.cards.charts.drawn import composed, contrast, every_kind, picture, readable, texts
from tests.cards.charts.test_chart import FACTORS, GUESSES, MONTH, RANGES

OKABE_ITO = {"#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7", "#000000"}
DISCORD = {"light": "#FFFFFF", "dark": "#313338"}
EXTREMES = (0.0, 1e-320, 1e-6, 1.0, 1e15, 1e300, math.inf, math.nan, -5.0)


@every_kind
def test_a_picture_is_a_small_opaque_png_of_phone_shape(chart: Chart) -> None:
    png = picture(chart)
    assert png.startswith(b"\x89PNG")
    assert len(png) < 100 * 1024
    assert b"tEXt" not in png
    assert b"tIME" not in png
    pixels = imread(io.BytesIO(png))
    height, width = pixels.shape[:2]
    assert width == WIDTH
    assert 350 <= height <= 1100
    assert pixels.shape[2] == 3 or pixels[..., 3].min() == 1


@every_kind
def test_the_same_chart_gives_the_same_bytes(chart: Chart) -> None:
    assert draw(chart) == picture(chart)


@every_kind
def test_text_stands_out_and_only_okabe_ito_shows_data(chart: Chart) -> None:
    page = composed(chart)
    for text, _, _, colour in texts(page):
        behind = colours.SKY if colour == colours.PAGE else colours.PAGE
        assert contrast(colour, behind) >= 7, text
    for colour in shown_colours(page):
        red, green, blue = colour[:3]
        grey = max(red, green, blue) - min(red, green, blue) < 0.05
        assert grey or to_hex((red, green, blue)).upper() in OKABE_ITO


def shown_colours(page: Page) -> list[tuple[float, ...]]:
    patches = [patch.get_facecolor() for patch in page.figure.findobj(Patch)]
    lines = [to_rgba(colour) for line in page.figure.findobj(Line2D) for colour in (line.get_color(), line.get_mfc())]
    many = [
        to_rgba(colour)
        for each in page.figure.findobj(Collection)
        for colour in (*each.get_facecolor(), *each.get_edgecolor())
    ]
    assert patches
    return [*patches, *lines, *many]


def test_the_page_and_its_frame_can_be_seen_on_both_themes() -> None:
    for theme in DISCORD.values():
        assert contrast(colours.FRAME, theme) >= 3
    for shown in (colours.SKY, colours.ORANGE, colours.GREEN, colours.YELLOW, colours.PURPLE, colours.FRAME):
        assert contrast(shown, colours.PAGE) >= 3
    assert (
        len({colour for colour, _ in colours.ACTIVITY_MARKS})
        == len({hatch for _, hatch in colours.ACTIVITY_MARKS})
        == 5
    )


def test_the_flat_colours_survive_the_palette() -> None:
    pixels = imread(io.BytesIO(picture(RANGES)))
    found = {
        to_hex(colour[:3]).upper() for colour in {tuple(colour) for colour in pixels[::7].reshape(-1, pixels.shape[2])}
    }
    assert {colours.PAGE, colours.SKY, colours.INK} <= found


@pytest.mark.parametrize("ends", [(100, 130), (210, 660), (3, 3), (0.05, 90_000), (21, 49)], ids=str)
def test_a_scale_shows_at_least_two_values(ends: tuple[float, float]) -> None:
    ticks = tuple(Tick(value, f"{value:g} Wh") for value in decades(ends))
    labels = {tick.label for tick in ticks}
    mark = Mark("a clip", ends[0], ends[0], ends[1], "words")
    days = replace(MONTH, low=(ends[0],) * 31, high=(ends[1],) * 31, ticks=(), range_ticks=ticks)
    for chart in (RangeChart("t", (mark,), (), ticks), Distribution("t", (Bin(*ends, 1, "1"),), mark, ticks), days):
        assert len(labels & {text for text, *_ in texts(compose(chart))}) >= 2


@pytest.mark.parametrize("values", list(itertools.combinations(EXTREMES, 3))[::9], ids=str)
def test_absurd_values_still_give_a_picture(values: tuple[float, float, float]) -> None:
    low, central, high = values
    mark = Mark("absurd", low, central, high, "absurd")
    readable(compose(RangeChart("t", (mark,), (Known("a", low), Known("b", high)), (Tick(central, "c"),))))
    compose(DaysChart("t", ("a", "b"), (Series("s", (low, high)),), (low, low), (high, central), (Tick(high, "h"),)))
    compose(Waterfall("t", Bar("a", low, ""), (Bar("b", high, ""), Bar("?", 1, "")), Bar("c", central, "")))
    compose(Distribution("t", (Bin(low, high, 3, "3"),), mark))


def test_equal_bounds_and_a_zero_low_are_drawn() -> None:
    draw(RangeChart("t", (Mark("point", 5, 5, 5, "5 Wh"), Mark("from zero", 0, 5, 50, "0–50 Wh"))))
    draw(replace(GUESSES, bins=(Bin(1, 1, 0, "0"),), answer=Mark("a", 1, 1, 1, "1")))
    draw(replace(FACTORS, steps=(Bar("unexplained", 1, "× 1"),), end=FACTORS.start))
    draw(replace(MONTH, days=("1",), series=(Series("s", (0.0,)),), low=(0.0,), high=(0.0,)))
