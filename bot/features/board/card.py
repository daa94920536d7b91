"""The board that edits itself and the card of a finished week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.cards.card import Button, Card
from bot.features.board.decide import Board
from bot.features.goal import GoalProgress, goal_card
from bot.features.tally import Shown, tally_card
from config.text.dates import span_words
from config.text.voice import Voice
from energy import FactorBook


def placed_card(channel: int, before: Board | None, voice: Voice) -> Card:
    """Where the board will be, what becomes of the one before, and the way to have none."""
    lines = [voice.text("board.placed", channel=str(channel))]
    if before is not None and before.off:
        lines.append(voice.text("board.refused", channel=str(before.channel)))
    elif before is not None and before.message is not None:
        lines.append(voice.text("board.moved", channel=str(before.channel)))
    button = remove_button(voice)
    return Card(voice.text("board.placed_title"), tuple(lines), (button,))


def remove_button(voice: Voice) -> Button:
    """Takes the board down."""
    return Button(voice.text("button.boardoff"), "boardoff", voice.language, "-")


def removed_card(voice: Voice) -> Card:
    """There is no board any more."""
    return Card(voice.text("board.removed_title"), (voice.text("board.removed"),))


def board_card(shown: Shown, standing: GoalProgress | None, book: FactorBook, voice: Voice) -> Card:
    """The last thirty days and the goal, without a picture, so that an edit is light."""
    card = tally_card(shown, book, voice)
    goal = goal_card(standing, voice).lines if standing else ()
    return replace(card, lines=(*card.lines, *goal), picture=None)


def weekly_card(shown: Shown, week: date, book: FactorBook, voice: Voice) -> Card:
    """A finished week's tally."""
    first, last = span_words(week, week + timedelta(days=6), voice)
    title = voice.text("board.weekly", first=first, last=last)
    return replace(tally_card(shown, book, voice), title=title, picture=None)
