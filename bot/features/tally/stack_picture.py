"""What kinds of use take together, as a picture: one stacked bar and the range of each; with the same in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from bot.cards.card import Picture
from bot.cards.charts.chart import Mark, StackChart, Tick, decades
from bot.features.tally.valuation import Total
from config.text.voice import ENERGY, Voice
from energy import Activity, Interval

# In this order, and each in its own colour, in every picture of a tally.
ACTIVITIES: tuple[Activity, ...] = get_args(Activity)


def stack_picture(title: str, total: Total, kinds: Mapping[Activity, Total], voice: Voice) -> Picture:
    """The centres of all kinds in one bar, then the range of each and of all."""
    shown = [kind for kind in ACTIVITIES if kind in kinds]
    marks = tuple(_mark(voice.text(f"tally.kind.{kind}"), kinds[kind].energy_wh, voice) for kind in shown)
    together = _mark(voice.text("tally.all"), total.energy_wh, voice)
    ranges = [kinds[kind].energy_wh for kind in shown] + [total.energy_wh]
    ends = (min(one.low for one in ranges), max(one.high for one in ranges))
    chart = StackChart(
        title,
        marks,
        tuple(ACTIVITIES.index(kind) for kind in shown),
        together if len(shown) > 1 else None,
        tuple(Tick(wh, energy_tick(wh, voice)) for wh in decades(ends)),
        voice.text("tally.stack"),
        voice.text("tally.whole"),
    )
    spoken = " ".join(
        voice.text("picture.mark", name=mark.label, said=mark.said)
        for mark in (*([together] if len(shown) > 1 else []), *marks)
    )
    return Picture(chart, voice.text("tally.picture", marks=spoken))


def energy_tick(wh: float, voice: Voice) -> str:
    """An energy on a scale: "10 Wh"."""
    return voice.said(Interval.exactly(wh), ENERGY).about if wh else "0"


def _mark(name: str, energy: Interval, voice: Voice) -> Mark:
    words = voice.said(energy, ENERGY)
    text = voice.text("picture.said", about=words.about, range=words.range)
    return Mark(name, energy.low, energy.central, energy.high, text)
