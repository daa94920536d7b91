"""What this bot is, how it estimates, and what it uses itself."""

from __future__ import annotations

from bot.cards.card import Card
from config.text.voice import Scale, Voice
from energy import FactorBook, Interval

_TINY_ENERGY = Scale((("nWh", 1e-9), ("µWh", 1e-6), ("mWh", 1e-3), ("Wh", 1.0)))


def about_card(version: str, book: FactorBook, own_energy_wh: Interval, voice: Voice) -> Card:
    """Version, method, own energy per answer, and licences."""
    own = voice.said(own_energy_wh, _TINY_ENERGY)
    counts = {"models": str(len(book.models)), "places": str(len(book.places)), "sources": str(len(book.sources))}
    lines = (
        voice.text("about.no_ai"),
        voice.text("about.method", **counts),
        voice.text("about.own", about=own.about, range=own.range),
        voice.text("about.privacy"),
        voice.text("about.licences"),
        voice.text("about.version", version=version, book=book.version),
    )
    return Card(voice.text("about.title"), lines)
