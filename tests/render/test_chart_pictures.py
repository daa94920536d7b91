"""Pictures can be read: on a phone, on both themes, in French, whatever is in them."""

from __future__ import annotations

import io
import itertools
import math
import warnings
from dataclasses import replace
from functools import cache

import pytest
from matplotlib.colors import to_hex, to_rgba
from matplotlib.image import imread
from matplotlib.transforms import Bbox

from bot.cards.charts import colours
from bot.cards.charts.canvas import SMALL, WIDTH, Canvas
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
    StackChart,
    Tick,
    Waterfall,
)
from bot.cards.charts.drawing import compose, draw
from bot.cards.charts.words import plain
from tests.render.test_chart import EVERY_KIND, FACTORS, GUESSES, MONTH, RANGES

OKABE_ITO = {"#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7", "#000000"}
DISCORD = {"light": "#FFFFFF", "dark": "#313338"}
LONG = "une très longue étiquette " * 40
ODD = (
    "",
    " ",
    "$x^2$ costs \\$5_",
    LONG,
    "x" * 900,
    "🐈‍⬛ cat 🐈🐈",
    "電力\n消費",
    "\ud800lone",
    "\x00\x07",
    "a" + "\u0301" * 200,
    "\u202egnp.exe",
    "שלום عربي",
)
EXTREMES = (0.0, 1e-320, 1e-6, 1.0, 1e15, 1e300, math.inf, math.nan, -5.0)

every_kind = pytest.mark.parametrize("chart", EVERY_KIND, ids=lambda chart: type(chart).__name__)


@cache
def composed(chart: Chart) -> Canvas:
    return compose(chart)


@cache
def picture(chart: Chart) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # among them: a glyph that the font does not have
        return composed(chart).png()


def texts(canvas: Canvas) -> list[tuple[str, Bbox, float, str]]:
    renderer = canvas.figure.canvas.get_renderer()
    return [
        (text.get_text(), text.get_window_extent(renderer), float(text.get_fontsize()), str(text.get_color()))
        for text in canvas.figure.texts + [each for each in canvas.figure.artists if hasattr(each, "get_text")]
    ]


def readable(canvas: Canvas) -> None:
    """Every text is inside the page, large enough, and touches no other."""
    found = texts(canvas)
    width, height = canvas.figure.get_size_inches() * 72
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
def test_every_text_is_inside_large_enough_and_touches_no_other(chart: Chart) -> None:
    readable(composed(chart))


@every_kind
def test_french_is_drawn_without_a_missing_glyph(chart: Chart) -> None:
    assert picture(chart)
    for text in (RANGES.title, RANGES.marks[2].said, "\u202f\u00a0“”’–×₂µ·…÷≈«»œŒÉ€"):
        assert "?" not in plain(text)
        assert plain(text) == text.strip(" ")


@every_kind
def test_text_stands_out_and_only_okabe_ito_shows_data(chart: Chart) -> None:
    canvas = composed(chart)
    for text, _, _, colour in texts(canvas):
        behind = colours.SKY if colour == colours.PAGE else colours.PAGE
        assert contrast(colour, behind) >= 7, text
    for artist in canvas.figure.artists + canvas.figure.patches + canvas.figure.lines:
        for getter in ("get_facecolor", "get_color", "get_markerfacecolor"):
            if hasattr(artist, getter) and (colour := getattr(artist, getter)()) not in {"none", None}:
                red, green, blue = to_rgba(colour)[:3]
                grey = max(red, green, blue) - min(red, green, blue) < 0.05
                assert grey or to_hex((red, green, blue)).upper() in OKABE_ITO


def test_the_page_and_its_frame_can_be_seen_on_both_themes() -> None:
    for theme in DISCORD.values():
        assert contrast(colours.FRAME, theme) >= 3
    for shown in (colours.SKY, colours.ORANGE, colours.GREEN, colours.YELLOW, colours.PURPLE, colours.FRAME):
        assert contrast(shown, colours.PAGE) >= 3
    assert len({colour for colour, _ in colours.KINDS}) == len({hatch for _, hatch in colours.KINDS}) == 5


def test_the_flat_colours_survive_the_palette() -> None:
    pixels = imread(io.BytesIO(picture(RANGES)))
    found = {
        to_hex(colour[:3]).upper() for colour in {tuple(colour) for colour in pixels[::7].reshape(-1, pixels.shape[2])}
    }
    assert {colours.PAGE, colours.SKY, colours.INK} <= found


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_whatever_a_person_types_is_one_plain_text(text: str) -> None:
    mark = Mark(text, 1, 2, 3, text)
    many = tuple(Known(text, 10.0**power) for power in range(4))
    tick = (Tick(5, text),)
    days = DaysChart(
        text, (text,) * 40, (Series(text, (1.0,) * 40),) * 5, (1.0,) * 40, (9.0,) * 40, tick, tick, text, text, text
    )
    charts: tuple[Chart, ...] = (
        RangeChart(text, (mark,) * 6, many, (Tick(1, text), Tick(2, text)), text),
        days,
        StackChart(text, (mark,) * 4, (0, 1, 2, 3), mark, tick, text, text, text),
        Waterfall(text, Bar(text, 9, text), (Bar(text, 0.5, text),), Bar(text, 1, text), (), text),
        Distribution(text, (Bin(1, 2, 3, text), Bin(2, 4, 300, text)), mark, (), text),
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for chart in charts:
            canvas = compose(chart)
            readable(canvas)
        canvas.png()


def test_a_dollar_is_a_dollar_and_a_cat_is_a_plain_sign() -> None:
    canvas = compose(replace(RANGES, title="$x^2$ for 🐈‍⬛"))
    drawn = [text for text, *_ in texts(canvas)]
    assert "$x^2$ for ?" in drawn
    assert not any(each.get_parse_math() for each in canvas.figure.artists if hasattr(each, "get_parse_math"))


def test_a_long_label_is_shortened_with_an_ellipsis() -> None:
    canvas = compose(replace(RANGES, marks=(Mark(LONG, 1, 2, 3, "about 2 Wh"),), known=(Known(LONG, 2),)))
    assert sum(text.endswith("…") for text, *_ in texts(canvas)) == 2


@pytest.mark.parametrize("values", list(itertools.combinations(EXTREMES, 3))[::9], ids=str)
def test_absurd_values_still_give_a_picture(values: tuple[float, float, float]) -> None:
    low, central, high = values
    mark = Mark("absurd", low, central, high, "absurd")
    canvas = compose(RangeChart("t", (mark,), (Known("a", low), Known("b", high)), (Tick(central, "c"),)))
    readable(canvas)
    compose(DaysChart("t", ("a", "b"), (Series("s", (low, high)),), (low, low), (high, central), (Tick(high, "h"),)))
    compose(Waterfall("t", Bar("a", low, ""), (Bar("b", high, ""), Bar("?", 1, "")), Bar("c", central, "")))
    compose(Distribution("t", (Bin(low, high, 3, "3"),), mark))


def test_equal_bounds_and_a_zero_low_are_drawn() -> None:
    draw(RangeChart("t", (Mark("point", 5, 5, 5, "5 Wh"), Mark("from zero", 0, 5, 50, "0–50 Wh"))))
    draw(replace(GUESSES, bins=(Bin(1, 1, 0, "0"),), answer=Mark("a", 1, 1, 1, "1")))
    draw(replace(FACTORS, steps=(Bar("unexplained", 1, "× 1"),), end=FACTORS.start))
    draw(replace(MONTH, days=("1",), series=(Series("s", (0.0,)),), low=(0.0,), high=(0.0,)))


@pytest.mark.parametrize("seed", range(12))
def test_known_things_never_touch_each_other_nor_the_marks(seed: int) -> None:
    import random

    chance = random.Random(seed)
    labels = ("a phone charge", "une cuisson au four", "1 min", "recharger une voiture électrique", "LED")
    known = tuple(Known(chance.choice(labels), 10 ** chance.uniform(-1, 4)) for _ in range(chance.randint(1, 6)))
    readable(compose(replace(RANGES, known=known)))
