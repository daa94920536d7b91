"""Energies as a picture of ranges on a log scale, beside things people know; with the same in words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Picture
from bot.cards.charts.chart import Known, Mark, RangeChart, Tick, decades
from config.text.voice import ENERGY, Voice
from energy import FactorBook, Interval, wh_from_kwh

# About a power of ten from one to the next, so that some of them stand beside any energy.
_KNOWN = ("led-minute", "phone-charge", "oven-use", "household-day-fr", "household-year-fr")
# How far beyond the marks a known thing may stand before it only adds empty space.
_REACH = 3.0


def ranges_picture(named: Sequence[tuple[str, Interval]], book: FactorBook, voice: Voice) -> Picture:
    """Each named energy (Wh) with its range, known things in between."""
    low = min(energy.low for _, energy in named) / _REACH
    high = max(energy.high for _, energy in named) * _REACH
    known = [(voice.text(f"known_thing.{i}"), wh_from_kwh(_unit_kwh(i, book))) for i in _KNOWN]
    near = [(name, wh) for name, wh in known if low <= wh <= high]
    marks = tuple(Mark(name, e.low, e.central, e.high, _said(e, voice)) for name, e in named)
    spoken = " ".join(voice.text("picture.mark", name=m.label, said=m.said) for m in marks)
    beside = " ".join(voice.text("picture.mark", name=name, said=_about(wh, voice)) for name, wh in near)
    alt = voice.text("picture.ranges", marks=spoken)
    return Picture(
        RangeChart(
            voice.text("picture.title"),
            marks,
            tuple(Known(name, wh) for name, wh in near),
            tuple(Tick(wh, _about(wh, voice)) for wh in decades((low, high))),
            voice.text("picture.note"),
        ),
        f"{alt} {voice.text('picture.beside', known=beside)}" if beside else alt,
    )


def _unit_kwh(identity: str, book: FactorBook) -> float:
    return book.equivalents[identity].kwh_per_unit.central


def _said(energy: Interval, voice: Voice) -> str:
    in_words = voice.said(energy, ENERGY)
    return voice.text("picture.said", about=in_words.about, range=in_words.range)


def _about(wh: float, voice: Voice) -> str:
    return voice.said(Interval.exactly(wh), ENERGY).about
