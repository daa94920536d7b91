"""What kinds of use take together, as a picture: one stacked bar and the range of each; with the same in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from bot.cards.card import Picture
from bot.cards.charts.chart import Mark, StackChart, Tick, decades
from bot.features.tally.valuation import Total
from config.text.catalog import Catalog
from config.text.numbers import ENERGY, said
from energy import Activity, Interval

# In this order, and each in its own colour, in every picture of a tally.
KINDS: tuple[Activity, ...] = get_args(Activity)


def stack_picture(
    title: str, total: Total, kinds: Mapping[Activity, Total], catalog: Catalog, language: str
) -> Picture:
    """The centres of all kinds in one bar, then the range of each and of all."""
    shown = [kind for kind in KINDS if kind in kinds]
    marks = tuple(
        _mark(catalog.text(language, f"tally.kind.{kind}"), kinds[kind].energy_wh, catalog, language) for kind in shown
    )
    together = _mark(catalog.text(language, "tally.all"), total.energy_wh, catalog, language)
    ranges = [kinds[kind].energy_wh for kind in shown] + [total.energy_wh]
    ends = (min(one.low for one in ranges), max(one.high for one in ranges))
    chart = StackChart(
        title,
        marks,
        tuple(KINDS.index(kind) for kind in shown),
        together if len(shown) > 1 else None,
        tuple(Tick(wh, energy_tick(wh, language)) for wh in decades(ends)),
        catalog.text(language, "tally.stack"),
        catalog.text(language, "tally.whole"),
    )
    spoken = " ".join(
        catalog.text(language, "picture.mark", name=mark.label, said=mark.said)
        for mark in (*([together] if len(shown) > 1 else []), *marks)
    )
    return Picture(chart, catalog.text(language, "tally.picture", marks=spoken))


def energy_tick(wh: float, language: str) -> str:
    """An energy on a scale: "10 Wh"."""
    return said(Interval.exactly(wh), ENERGY, language).about if wh else "0"


def _mark(name: str, energy: Interval, catalog: Catalog, language: str) -> Mark:
    words = said(energy, ENERGY, language)
    text = catalog.text(language, "picture.said", about=words.about, range=words.range)
    return Mark(name, energy.low, energy.central, energy.high, text)
