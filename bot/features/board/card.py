"""The board that edits itself and the card of a finished week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.cards.card import Button, Card
from bot.features.board.decide import Board
from bot.features.goal.card import goal_card
from bot.features.goal.decide import Standing
from bot.features.tally.card import tally_card
from bot.features.tally.decide import Shown
from config.text.catalog import Catalog
from config.text.dates import span_words
from energy import FactorBook


def placed_card(channel: int, before: Board | None, catalog: Catalog, language: str) -> Card:
    """Where the board will be, what becomes of the one before, and the way to have none."""
    lines = [catalog.text(language, "board.placed", channel=str(channel))]
    if before is not None and before.off:
        lines.append(catalog.text(language, "board.refused", channel=str(before.channel)))
    elif before is not None and before.message is not None:
        lines.append(catalog.text(language, "board.moved", channel=str(before.channel)))
    button = remove_button(catalog, language)
    return Card(catalog.text(language, "board.placed_title"), tuple(lines), (button,))


def remove_button(catalog: Catalog, language: str) -> Button:
    """Takes the board down."""
    return Button(catalog.text(language, "button.boardoff"), "boardoff", language, "-")


def removed_card(catalog: Catalog, language: str) -> Card:
    """There is no board any more."""
    return Card(catalog.text(language, "board.removed_title"), (catalog.text(language, "board.removed"),))


def board_card(shown: Shown, standing: Standing | None, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """The last thirty days and the goal, without a picture, so that an edit is light."""
    card = tally_card(shown, book, catalog, language)
    goal = goal_card(standing, catalog, language).lines if standing else ()
    return replace(card, lines=(*card.lines, *goal), picture=None)


def weekly_card(shown: Shown, week: date, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """A finished week's tally."""
    first, last = span_words(week, week + timedelta(days=6), catalog, language)
    title = catalog.text(language, "board.weekly", first=first, last=last)
    return replace(tally_card(shown, book, catalog, language), title=title, picture=None)
