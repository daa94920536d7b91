"""The panel of a server's settings."""

from __future__ import annotations

from bot.render.card import Card, Choice, Select
from bot.services import lookup
from bot.services.setup import Setup
from config.catalog import LANGUAGES, Catalog
from energy import FactorBook

NOT_CHOSEN, ANOTHER = "-", "+"


def setup_card(setup: Setup, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """What is set, and lists to change it."""
    automatic = catalog.text(language, "setup.language_auto")
    spoken = catalog.text(language, f"setup.language_{setup.language}") if setup.language else automatic
    unplaced = catalog.text(language, "setup.place_auto")
    place = book.places[setup.place].name(language) if setup.place else unplaced
    languages = (
        Choice(automatic, NOT_CHOSEN, setup.language is None),
        *(Choice(catalog.text(language, f"setup.language_{code}"), code, setup.language == code) for code in LANGUAGES),
    )
    offered = {identity: name for name, identity in lookup.places(book, "", language)[: lookup.MOST - 3]}
    if setup.place:
        offered[setup.place] = place
    places = (
        Choice(unplaced, NOT_CHOSEN, setup.place is None),
        *(Choice(name, identity, setup.place == identity) for identity, name in offered.items()),
        Choice(catalog.text(language, "setup.place_other"), ANOTHER),
    )
    lines = (
        catalog.text(language, "setup.language", value=spoken),
        catalog.text(language, "setup.place", value=place),
        catalog.text(language, "setup.kept"),
    )
    selects = (
        Select(catalog.text(language, "setup.choose_language"), "setlang", language, "-", languages),
        Select(catalog.text(language, "setup.choose_place"), "setplace", language, "-", places),
    )
    return Card(catalog.text(language, "setup.title"), lines, selects=selects)
