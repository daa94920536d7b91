"""A tally through time: a picture of stacked kinds, under it the range of each column, and the same in words."""

from __future__ import annotations

from datetime import date

from bot.cards.card import Button, Card, Picture
from bot.cards.charts.chart import DaysChart, Series, Tick, decades, steps
from bot.features.tally.card import empty_words, energy_words
from bot.features.tally.decide import Column, History
from bot.features.tally.stack_picture import ACTIVITIES, energy_tick
from bot.features.tally.valuation import Total
from config.text.dates import day_words, month_words, short_day, short_month
from config.text.voice import Voice

_SPOKEN = 12


def history_card(history: History, voice: Voice) -> Card:
    """The highest and the latest column in words, the rest in the picture and its alt text."""
    title = voice.text(f"history.title_{history.period}")
    filled = [column for column in history.columns if column.total.count]
    if not filled:
        return Card(title, (empty_words(history.period, voice),))
    highest = max(filled, key=lambda column: column.total.energy_wh.central)
    lines = (
        voice.text(f"history.by_{history.step}"),
        _line("history.highest", highest, history, voice),
        _line("history.latest", filled[-1], history, voice),
    )
    buttons = (
        Button(voice.text("button.tally"), "tally", voice.language, history.period),
        Button(
            voice.text("button.other_language"),
            "history",
            voice.other,
            history.period,
        ),
    )
    return Card(title, lines, buttons, picture=_picture(title, history, filled, voice))


def _picture(title: str, history: History, filled: list[Column], voice: Voice) -> Picture:
    kinds = [kind for kind in ACTIVITIES if any(kind in column.kinds for column in filled)]
    totals = [column.total.energy_wh for column in history.columns]
    series = tuple(
        Series(
            voice.text(f"tally.kind.{kind}"),
            tuple(column.kinds.get(kind, Total()).energy_wh.central for column in history.columns),
            ACTIVITIES.index(kind),
        )
        for kind in kinds
    )
    chart = DaysChart(
        title,
        tuple(_short(column.first, history.step, voice) for column in history.columns),
        series,
        tuple(total.low for total in totals),
        tuple(total.high for total in totals),
        tuple(Tick(wh, energy_tick(wh, voice)) for wh in steps(max(total.central for total in totals))),
        tuple(Tick(wh, energy_tick(wh, voice)) for wh in decades(_ends(filled))),
        voice.text("tally.stack"),
        voice.text("tally.whole"),
    )
    spoken = " ".join(
        voice.text(
            "picture.mark",
            name=_long(column.first, history, voice),
            said=energy_words(column.total, voice),
        )
        for column in filled[-_SPOKEN:]
    )
    return Picture(chart, voice.text("history.alt", columns=spoken))


def _line(key: str, column: Column, history: History, voice: Voice) -> str:
    return voice.text(
        key,
        when=_long(column.first, history, voice),
        total=energy_words(column.total, voice),
    )


def _long(day: date, history: History, voice: Voice) -> str:
    values = {"day": day_words(day, voice), "month": month_words(day, voice)}
    return voice.text(f"history.{history.step}", **values)


def _short(day: date, step: str, voice: Voice) -> str:
    """What is written under a column: "14 Mar", a month as "Mar 2026"."""
    return (short_month if step == "month" else short_day)(day, voice)


def _ends(columns: list[Column]) -> tuple[float, float]:
    totals = [column.total.energy_wh for column in columns]
    return min(total.low for total in totals), max(total.high for total in totals)
