"""Pictures can be read: on a phone, on both themes, in French, whatever is in them."""

from __future__ import annotations

import io
import itertools
import math
import warnings
from dataclasses import replace
from functools import cache

import pytest
from matplotlib.collections import Collection
from matplotlib.colors import to_hex, to_rgba
from matplotlib.image import imread
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text
from matplotlib.transforms import Bbox

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
    StackChart,
    Tick,
    Waterfall,
    decades,
)
from bot.cards.charts.drawing import compose, draw
from bot.cards.charts.lettering import SMALL, plain
from bot.cards.charts.page import WIDTH, Page
from tests.cards.charts.test_chart import EVERY_KIND, FACTORS, GUESSES, MONTH, RANGES

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
def test_every_title_name_word_and_note_is_written(chart: Chart) -> None:
    said = " ".join(text for text, *_ in texts(composed(chart)))
    for text in words_of(chart):
        assert text in said


def words_of(chart: Chart) -> list[str]:
    match chart:
        case RangeChart():
            parts = [*chart.marks, *chart.known]
        case DaysChart():
            return [chart.title, chart.stack, chart.whole, chart.note, *(series.label for series in chart.series)]
        case StackChart():
            parts = [*chart.kinds, *([chart.all] if chart.all else [])]
        case Waterfall():
            parts = [chart.start, *chart.steps, chart.end]
        case Distribution():
            parts = [chart.answer, *(bin_ for bin_ in chart.bins if bin_.count)]
    words = [getattr(part, name) for part in parts for name in ("label", "said") if hasattr(part, name)]
    return [chart.title, chart.note, *words]


@every_kind
def test_french_is_drawn_without_a_missing_glyph(chart: Chart) -> None:
    assert picture(chart)
    for text in (RANGES.title, RANGES.marks[2].said, "\u202f\u00a0“”’–×₂µ·…÷≈«»œŒÉ€"):
        assert "?" not in plain(text)
        assert plain(text) == text.strip(" ")


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
            page = compose(chart)
            readable(page)
        page.png()


def test_a_dollar_is_a_dollar_and_a_cat_is_a_plain_sign() -> None:
    page = compose(replace(RANGES, title="$x^2$ for 🐈‍⬛"))
    drawn = [text for text, *_ in texts(page)]
    assert "$x^2$ for ?" in drawn
    assert not any(text.get_parse_math() for text in written(page))


def test_a_label_of_absurd_length_is_shortened_with_an_ellipsis() -> None:
    page = compose(replace(RANGES, marks=(Mark(LONG, 1, 2, 3, "about 2 Wh"),), known=(Known(LONG, 2),)))
    assert sum(text.endswith("…") for text, *_ in texts(page)) == 2


@pytest.mark.parametrize(
    "name",
    [
        "Entraîner un petit modèle de langue pendant une journée sur quatre accélérateurs récents",
        "Reconstitution intercontinentale",
        "Une vidéo hyperréaliste d’apprentissage automatique intercontinental",
    ],
)
def test_a_long_name_title_or_note_is_broken_between_words_and_not_cut(name: str) -> None:
    long = replace(RANGES, title=name, note=name, marks=(Mark(name, 1, 2, 3, "2 Wh"), *RANGES.marks))
    steps = (Bar(name, 0.5, "÷ 2"), *FACTORS.steps)
    kinds = tuple(replace(series, label=f"{series.label} longuement nommés") for series in MONTH.series)
    for chart, times in ((long, 3), (replace(FACTORS, steps=steps), 1), (replace(MONTH, series=kinds), 0)):
        page = compose(chart)
        readable(page)
        lines = [text for text, *_ in texts(page)]
        assert not any("…" in line for line in lines)
        assert " ".join(lines).count(name) == times
    assert {series.label for series in kinds} <= set(lines)


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


@pytest.mark.parametrize("seed", range(12))
def test_known_things_never_touch_each_other_nor_the_marks(seed: int) -> None:
    import random

    chance = random.Random(seed)
    labels = ("a phone charge", "une cuisson au four", "1 min", "recharger une voiture électrique", "LED")
    known = tuple(Known(chance.choice(labels), 10 ** chance.uniform(-1, 4)) for _ in range(chance.randint(1, 6)))
    page = compose(replace(RANGES, known=known))
    readable(page)
    flags = [(box, colour) for _, box, _, colour in texts(page) if colour == colours.ORANGE]
    lines = [line.get_window_extent() for line in page.figure.findobj(Line2D) if line.get_color() == colours.ORANGE]
    assert len(flags) == len(lines) == len(known)
    for box, _ in flags:
        for line in lines:
            # Touched at most by the end of a line that hangs from it.
            assert not (box.x0 < line.x0 < box.x1 and line.y1 > box.y0 + 4), labels
