"""The panel of a server's settings: its pages, and the first of them."""

from __future__ import annotations

from typing import Literal, get_args

from bot.cards.card import Button, Card, Choice, Select
from bot.discord_io import name_suggestions
from bot.features.setup.decide import Setup
from bot.features.setup.permission_status import Permits, mend_lines
from config.text.catalog import LANGUAGES, Catalog
from energy import FactorBook

Page = Literal["main", "tally", "prompts"]
PAGES: tuple[Page, ...] = get_args(Page)
NOT_CHOSEN, ANOTHER = "-", "+"
# Things beyond these are on the page of their own.
_MENDED_SHOWN = 5
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


def setup_card(
    setup: Setup,
    book: FactorBook,
    catalog: Catalog,
    language: str,
    *,
    permits: Permits | None = None,
    notice: int | None = None,
) -> Card:
    """Language, place and zone, with lists to change them, and what cannot work now.

    `notice` is the channel in which prompts had to stop since a manager last looked.
    """
    automatic = catalog.text(language, "setup.language_auto")
    spoken = catalog.text(language, f"setup.language_{setup.language}") if setup.language else automatic
    unplaced = catalog.text(language, "setup.place_auto")
    place = book.places[setup.place].name(language) if setup.place else unplaced
    lines = [
        catalog.text(language, "setup.language", value=spoken),
        catalog.text(language, "setup.place", value=place),
        catalog.text(language, "setup.zone", value=setup.zone or "UTC"),
        *mend_lines(permits or {}, catalog, language)[:_MENDED_SHOWN],
        catalog.text(language, "setup.pages"),
        catalog.text(language, "setup.kept"),
    ]
    if notice is not None:
        lines.insert(0, catalog.text(language, "schedule.notice", channel=str(notice)))
    languages = (
        Choice(automatic, NOT_CHOSEN, setup.language is None),
        *(Choice(catalog.text(language, f"setup.language_{code}"), code, setup.language == code) for code in LANGUAGES),
    )
    selects = (
        Select(catalog.text(language, "setup.choose_language"), "setlang", language, "-", languages),
        _places(setup, place, unplaced, book, catalog, language),
        _zones(setup, catalog, language),
    )
    return Card(catalog.text(language, "setup.title"), tuple(lines), page_buttons("main", catalog, language), selects)


def page_buttons(shown: Page, catalog: Catalog, language: str) -> tuple[Button, ...]:
    """The way to the other pages; the one that is shown looks again what is granted now."""
    return tuple(
        Button(
            catalog.text(language, "button.look_again" if page == shown else f"button.page_{page}"),
            "setpage",
            language,
            page,
        )
        for page in PAGES
    )


def _places(setup: Setup, place: str, unplaced: str, book: FactorBook, catalog: Catalog, language: str) -> Select:
    offered = {
        identity: name for name, identity in name_suggestions.places(book, "", language)[: name_suggestions.MOST - 3]
    }
    if setup.place:
        offered[setup.place] = place
    choices = (
        Choice(unplaced, NOT_CHOSEN, setup.place is None),
        *(Choice(name, identity, setup.place == identity) for identity, name in offered.items()),
        Choice(catalog.text(language, "setup.place_other"), ANOTHER),
    )
    return Select(catalog.text(language, "setup.choose_place"), "setplace", language, "-", choices)


def _zones(setup: Setup, catalog: Catalog, language: str) -> Select:
    here = setup.zone or ZONES[0]
    choices = (
        *(Choice(zone, zone, zone == here) for zone in dict.fromkeys((*ZONES, here))),
        Choice(catalog.text(language, "setup.zone_other"), ANOTHER),
    )
    return Select(catalog.text(language, "setup.choose_zone"), "setzone", language, "-", choices)
