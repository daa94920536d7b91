"""The panel of a server's settings."""

from __future__ import annotations

from bot.render.card import Button, Card, Choice, Select
from bot.services import lookup
from bot.services.setup import Setup
from config.catalog import LANGUAGES, Catalog
from energy import FactorBook

NOT_CHOSEN, ANOTHER = "-", "+"
ZONES = (
    "UTC",
    "Europe/Paris",
    "Europe/London",
    "Europe/Brussels",
    "Europe/Zurich",
    "Europe/Berlin",
    "Africa/Dakar",
    "Africa/Casablanca",
    "America/Toronto",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Indian/Reunion",
    "Asia/Kolkata",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Pacific/Noumea",
)


def setup_card(setup: Setup, weekly: int | None, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """What is set, and lists to change it; `weekly` is the channel of the weekly card."""
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
    here = setup.zone or ZONES[0]
    zones = (
        *(Choice(zone, zone, zone == here) for zone in dict.fromkeys((*ZONES, here))),
        Choice(catalog.text(language, "setup.zone_other"), ANOTHER),
    )
    lines = (
        catalog.text(language, "setup.language", value=spoken),
        catalog.text(language, "setup.place", value=place),
        catalog.text(language, "setup.zone", value=setup.zone or "UTC"),
        catalog.text(language, "setup.weekly_on", channel=str(weekly))
        if weekly
        else catalog.text(language, "setup.weekly_off"),
        catalog.text(language, "setup.kept"),
    )
    selects = (
        Select(catalog.text(language, "setup.choose_language"), "setlang", language, "-", languages),
        Select(catalog.text(language, "setup.choose_place"), "setplace", language, "-", places),
        Select(catalog.text(language, "setup.choose_zone"), "setzone", language, "-", zones),
    )
    button = Button(
        catalog.text(language, "button.weekly_off" if weekly else "button.weekly_on"),
        "weekly",
        language,
        "off" if weekly else "on",
    )
    return Card(catalog.text(language, "setup.title"), lines, (button,), selects)
