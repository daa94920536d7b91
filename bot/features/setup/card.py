"""The panel of a server's settings: its pages, and the first of them."""

from __future__ import annotations

from typing import Literal, get_args

from bot.cards import name_suggestions
from bot.cards.card import Button, Card, Choice, Select
from bot.cards.permission_status import Permits, mend_lines
from bot.features.settings import ServerSettings
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
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
    setup: ServerSettings,
    book: FactorBook,
    voice: Voice,
    *,
    permits: Permits | None = None,
    notice: int | None = None,
) -> Card:
    """Language, place and zone, with lists to change them, and what cannot work now.

    `notice` is the channel in which prompts had to stop since a manager last looked.
    """
    automatic = voice.text("setup.language_auto")
    spoken = voice.text(f"setup.language_{setup.language}") if setup.language else automatic
    unplaced = voice.text("setup.place_auto")
    place = book.places[setup.place].name(voice.language) if setup.place else unplaced
    lines = [
        voice.text("setup.language", value=spoken),
        voice.text("setup.place", value=place),
        voice.text("setup.zone", value=setup.zone or "UTC"),
        *mend_lines(permits or {}, voice)[:_MENDED_SHOWN],
        voice.text("setup.pages"),
        voice.text("setup.kept"),
    ]
    if notice is not None:
        lines.insert(0, voice.text("schedule.notice", channel=str(notice)))
    languages = (
        Choice(automatic, NOT_CHOSEN, setup.language is None),
        *(Choice(voice.text(f"setup.language_{code}"), code, setup.language == code) for code in LANGUAGES),
    )
    selects = (
        Select(voice.text("setup.choose_language"), "setlang", voice.language, "-", languages),
        _places(setup, place, unplaced, book, voice),
        _zones(setup, voice),
    )
    return Card(voice.text("setup.title"), tuple(lines), page_buttons("main", voice), selects)


def page_buttons(shown: Page, voice: Voice) -> tuple[Button, ...]:
    """The way to the other pages; the one that is shown looks again what is granted now."""
    return tuple(
        Button(
            voice.text("button.look_again" if page == shown else f"button.page_{page}"),
            "setpage",
            voice.language,
            page,
        )
        for page in PAGES
    )


def _places(setup: ServerSettings, place: str, unplaced: str, book: FactorBook, voice: Voice) -> Select:
    offered = {
        identity: name for name, identity in name_suggestions.places(book, "", voice)[: name_suggestions.MOST - 3]
    }
    if setup.place:
        offered[setup.place] = place
    choices = (
        Choice(unplaced, NOT_CHOSEN, setup.place is None),
        *(Choice(name, identity, setup.place == identity) for identity, name in offered.items()),
        Choice(voice.text("setup.place_other"), ANOTHER),
    )
    return Select(voice.text("setup.choose_place"), "setplace", voice.language, "-", choices)


def _zones(setup: ServerSettings, voice: Voice) -> Select:
    here = setup.zone or ZONES[0]
    choices = (
        *(Choice(zone, zone, zone == here) for zone in dict.fromkeys((*ZONES, here))),
        Choice(voice.text("setup.zone_other"), ANOTHER),
    )
    return Select(voice.text("setup.choose_zone"), "setzone", voice.language, "-", choices)
