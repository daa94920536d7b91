"""A tally through time: a picture of stacked kinds, under it the range of each column, and the same in words."""

from __future__ import annotations

from datetime import date

from bot.cards.card import Button, Card, Picture
from bot.cards.charts.chart import DaysChart, Series, Tick, decades, steps
from bot.features.tally.card import empty_words, energy_words
from bot.features.tally.decide import Column, History
from bot.features.tally.stack_picture import KINDS, energy_tick
from bot.features.tally.valuation import Total
from config.text.catalog import Catalog
from config.text.dates import day_words, month_words, short_day, short_month

_SPOKEN = 12


def history_card(history: History, catalog: Catalog, language: str) -> Card:
    """The highest and the latest column in words, the rest in the picture and its alt text."""
    title = catalog.text(language, f"history.title_{history.period}")
    filled = [column for column in history.columns if column.total.count]
    if not filled:
        return Card(title, (empty_words(history.period, catalog, language),))
    highest = max(filled, key=lambda column: column.total.energy_wh.central)
    lines = (
        catalog.text(language, f"history.by_{history.step}"),
        _line("history.highest", highest, history, catalog, language),
        _line("history.latest", filled[-1], history, catalog, language),
    )
    buttons = (
        Button(catalog.text(language, "button.tally"), "tally", language, history.period),
        Button(
            catalog.text(language, "button.other_language"),
            "history",
            "en" if language == "fr" else "fr",
            history.period,
        ),
    )
    return Card(title, lines, buttons, picture=_picture(title, history, filled, catalog, language))


def _picture(title: str, history: History, filled: list[Column], catalog: Catalog, language: str) -> Picture:
    kinds = [kind for kind in KINDS if any(kind in column.kinds for column in filled)]
    totals = [column.total.energy_wh for column in history.columns]
    series = tuple(
        Series(
            catalog.text(language, f"tally.kind.{kind}"),
            tuple(column.kinds.get(kind, Total()).energy_wh.central for column in history.columns),
            KINDS.index(kind),
        )
        for kind in kinds
    )
    chart = DaysChart(
        title,
        tuple(_short(column.first, history.step, catalog, language) for column in history.columns),
        series,
        tuple(total.low for total in totals),
        tuple(total.high for total in totals),
        tuple(Tick(wh, energy_tick(wh, language)) for wh in steps(max(total.central for total in totals))),
        tuple(Tick(wh, energy_tick(wh, language)) for wh in decades(_ends(filled))),
        catalog.text(language, "tally.stack"),
        catalog.text(language, "tally.whole"),
    )
    spoken = " ".join(
        catalog.text(
            language,
            "picture.mark",
            name=_long(column.first, history, catalog, language),
            said=energy_words(column.total, catalog, language),
        )
        for column in filled[-_SPOKEN:]
    )
    return Picture(chart, catalog.text(language, "history.alt", columns=spoken))


def _line(key: str, column: Column, history: History, catalog: Catalog, language: str) -> str:
    return catalog.text(
        language,
        key,
        when=_long(column.first, history, catalog, language),
        total=energy_words(column.total, catalog, language),
    )


def _long(day: date, history: History, catalog: Catalog, language: str) -> str:
    values = {"day": day_words(day, catalog, language), "month": month_words(day, catalog, language)}
    return catalog.text(language, f"history.{history.step}", **values)


def _short(day: date, step: str, catalog: Catalog, language: str) -> str:
    """What is written under a column: "14 Mar", a month as "Mar 2026"."""
    return (short_month if step == "month" else short_day)(day, catalog, language)


def _ends(columns: list[Column]) -> tuple[float, float]:
    totals = [column.total.energy_wh for column in columns]
    return min(total.low for total in totals), max(total.high for total in totals)
