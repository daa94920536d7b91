"""Whatever is written in a picture can be read: nothing is cut, touches or leaves the page."""

from __future__ import annotations

import warnings
from dataclasses import replace

import pytest
from matplotlib.lines import Line2D

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
)
from bot.cards.charts.drawing import compose
from bot.cards.charts.lettering import plain
from tests.cards.charts.drawn import composed, every_kind, picture, readable, texts, written
from tests.cards.charts.test_chart import FACTORS, MONTH, RANGES

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
