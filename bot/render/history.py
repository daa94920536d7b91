"""A tally through time: a picture of stacked kinds with the range of each column, and the same in words."""

from __future__ import annotations

from datetime import date
from typing import get_args

from bot.render.card import Button, Card, Picture
from bot.render.chart import DaysChart, Series, Tick, steps
from bot.render.numbers import ENERGY, said
from bot.render.tally import energy_words
from bot.services.pricing import Total
from bot.services.tally import Column, History
from config.catalog import Catalog
from energy import Interval
from energy.records import Activity

_KINDS: tuple[Activity, ...] = get_args(Activity)
_SPOKEN = 12


def history_card(history: History, catalog: Catalog, language: str) -> Card:
    """The highest and the latest column in words, the rest in the picture and its alt text."""
    title = catalog.text(language, f"history.title_{history.period}")
    filled = [column for column in history.columns if column.total.count]
    if not filled:
        return Card(title, (catalog.text(language, "tally.empty"),))
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
    kinds = [kind for kind in _KINDS if any(kind in column.kinds for column in filled)]
    totals = [column.total.energy_wh for column in history.columns]
    series = tuple(
        Series(
            catalog.text(language, f"tally.kind.{kind}"),
            tuple(column.kinds.get(kind, Total()).energy_wh.central for column in history.columns),
        )
        for kind in kinds
    )
    chart = DaysChart(
        title,
        tuple(_short(column.first, history.step, language) for column in history.columns),
        series,
        tuple(total.low for total in totals),
        tuple(total.high for total in totals),
        tuple(Tick(wh, _tick(wh, language)) for wh in steps(max(total.high for total in totals))),
        catalog.text(language, "history.note"),
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
    return catalog.text(language, f"history.{history.step}", day=day.isoformat(), month=day.isoformat()[:7])


def _short(day: date, step: str, language: str) -> str:
    """The day under a column: 3/14, French 14/03; a month as 2026-03."""
    if step == "month":
        return day.isoformat()[:7]
    return f"{day.day:02}/{day.month:02}" if language == "fr" else f"{day.month}/{day.day}"


def _tick(wh: float, language: str) -> str:
    return said(Interval.exactly(wh), ENERGY, language).about if wh else "0"
