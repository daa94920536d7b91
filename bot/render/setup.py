"""The panel of a server's settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from bot.render.board import remove_button
from bot.render.card import Button, Card, Choice, Select
from bot.services import lookup
from bot.services.board import Board
from bot.services.setup import Setup
from bot.services.watch import Rule
from config.catalog import LANGUAGES, Catalog
from energy import FactorBook

NOT_CHOSEN, ANOTHER = "-", "+"
# What keeps the bot from using a channel: it is not there, may not be written to, may not be seen.
Trouble = Literal["gone", "unwritable", "unseen"]
_WATCHED_SHOWN = 5
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
    weekly: int | None,
    book: FactorBook,
    catalog: Catalog,
    language: str,
    *,
    board: Board | None = None,
    watched: Sequence[Rule] = (),
    trouble: Mapping[int, Trouble] | None = None,
) -> Card:
    """What is set, and lists to change it; `weekly` is the weekly card's channel, `trouble` what channels lack now."""
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
        _board(board, trouble or {}, catalog, language),
        _at("weekly", weekly, trouble or {}, catalog, language),
        _watched(watched, trouble or {}, catalog, language),
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
    buttons = (button, remove_button(catalog, language)) if board else (button,)
    return Card(catalog.text(language, "setup.title"), lines, buttons, selects)


def _at(what: str, channel: int | None, trouble: Mapping[int, Trouble], catalog: Catalog, language: str) -> str:
    """Where the board or the weekly card is, and what keeps the bot from writing there now."""
    if channel is None:
        return catalog.text(language, f"setup.{what}_off")
    line = catalog.text(language, f"setup.{what}_on", channel=str(channel))
    wrong = trouble.get(channel)
    return catalog.text(language, f"setup.{wrong}", line=line) if wrong else line


def _board(board: Board | None, trouble: Mapping[int, Trouble], catalog: Catalog, language: str) -> str:
    if board is None or not board.off:
        return _at("board", board.channel if board else None, trouble, catalog, language)
    return catalog.text(language, "setup.refused", line=_at("board", board.channel, {}, catalog, language))


def _watched(rules: Sequence[Rule], trouble: Mapping[int, Trouble], catalog: Catalog, language: str) -> str:
    if not rules:
        return catalog.text(language, "setup.watched_none")
    named = []
    for rule in rules[:_WATCHED_SHOWN]:
        line = catalog.text(language, "setup.watched_one", bot=str(rule.bot), channel=str(rule.channel))
        unseen = trouble.get(rule.channel) in ("gone", "unseen")
        named.append(catalog.text(language, "setup.unseen", line=line) if unseen else line)
    if (hidden := len(rules) - _WATCHED_SHOWN) > 0:
        named.append(catalog.counted(language, "compare.more", hidden, count=str(hidden)))
    return catalog.text(language, "setup.watched", bots=", ".join(named))
