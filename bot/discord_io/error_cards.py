"""What is said about an error: to the person, and under the same id in the log."""

from __future__ import annotations

import logging
import secrets
from dataclasses import replace
from typing import Literal

from bot.cards.card import Card
from bot.cards.refusal import refusal_card, sorry_card
from bot.store import WriteFailed
from config.text.voice import Voice
from energy import EnergyError, FactorBook

log = logging.getLogger(__name__)
_TURNED_AWAY = ("busy", "stopping")
# Short enough to read out, rare enough to find one line in a log.
_ID_BYTES = 4


def about(
    error: BaseException, where: str, book: FactorBook, voice: Voice
) -> tuple[Card, Literal["refused", "busy", "unsaved", "fault"]]:
    """The card for an error, and how the answer ended; a fault of ours, or of the store, is logged."""
    if isinstance(error, EnergyError):
        try:
            card = refusal_card(error, book, voice)
        except KeyError as unworded:
            error = unworded
        else:
            if not isinstance(error, WriteFailed):
                return card, "busy" if error.code in _TURNED_AWAY else "refused"
            code = secrets.token_hex(_ID_BYTES)
            log.error("error %s: %s wrote nothing: %s", code, where, error, extra={"error_id": code})
            return _with_code(card, code, voice), "unsaved"
    code = secrets.token_hex(_ID_BYTES)
    log.error("error %s: %s failed", code, where, exc_info=error, extra={"error_id": code})
    return _with_code(sorry_card("fault", voice), code, voice), "fault"


def _with_code(card: Card, code: str, voice: Voice) -> Card:
    return replace(card, lines=(*card.lines, voice.text("trouble.code", code=code)))
