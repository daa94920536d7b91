"""What this bot is, how it reckons, and what it takes itself."""

from __future__ import annotations

from bot.cards.card import Card
from config.text.catalog import Catalog
from config.text.numbers import Scale, said
from energy import FactorBook, Interval

_TINY_ENERGY = Scale((("nWh", 1e-9), ("µWh", 1e-6), ("mWh", 1e-3), ("Wh", 1.0)))


def about_card(version: str, book: FactorBook, own_energy_wh: Interval, catalog: Catalog, language: str) -> Card:
    """Version, method, own energy per answer, and licences."""
    own = said(own_energy_wh, _TINY_ENERGY, language)
    counts = {"models": str(len(book.models)), "places": str(len(book.places)), "sources": str(len(book.sources))}
    lines = (
        catalog.text(language, "about.no_ai"),
        catalog.text(language, "about.method", **counts),
        catalog.text(language, "about.own", about=own.about, range=own.range),
        catalog.text(language, "about.privacy"),
        catalog.text(language, "about.licences"),
        catalog.text(language, "about.version", version=version, book=book.version),
    )
    return Card(catalog.text(language, "about.title"), lines)
