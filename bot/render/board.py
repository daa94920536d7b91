"""The board that edits itself and the card of a finished week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.render.card import Card
from bot.render.goal import goal_card
from bot.render.tally import tally_card
from bot.services.goal import Standing
from bot.services.tally import Shown
from config.catalog import Catalog
from energy import FactorBook


def placed_card(channel: int, catalog: Catalog, language: str) -> Card:
    """Where the board will be."""
    lines = (catalog.text(language, "board.placed", channel=str(channel)),)
    return Card(catalog.text(language, "board.placed_title"), lines)


def board_card(shown: Shown, standing: Standing | None, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """The last thirty days and the goal, without a picture, so that an edit is light."""
    card = tally_card(shown, book, catalog, language)
    goal = goal_card(standing, catalog, language).lines if standing else ()
    return replace(card, lines=(*card.lines, *goal), picture=None)


def weekly_card(shown: Shown, week: date, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """A finished week's tally."""
    last = week + timedelta(days=6)
    title = catalog.text(language, "board.weekly", first=week.isoformat(), last=last.isoformat())
    return replace(tally_card(shown, book, catalog, language), title=title, picture=None)
