"""The picture of a card on its way into a message: drawn in time or sent after the words, and rationed by person."""

from __future__ import annotations

import asyncio
import logging

from bot.cards.card import Card
from bot.cards.charts.chart_process import ChartProcess, PictureError
from bot.discord_io.picture_ration import Cooldown

log = logging.getLogger(__name__)
# A picture that takes longer comes after the words: nobody waits a second for an answer.
PATIENCE_S = 0.6


class Pictures:
    """Draws what cards show; a person may ask for so many a minute."""

    def __init__(self, charts: ChartProcess, ration: Cooldown) -> None:
        self.charts = charts
        self.ration = ration

    def begun(self, card: Card) -> asyncio.Task[bytes] | None:
        """The drawing of a card's picture under way; None where it has none."""
        return None if card.picture is None else asyncio.ensure_future(self.charts.draw(card.picture.chart))

    async def drawn(self, card: Card) -> bytes | None:
        """A card's picture, waited for; None where it has none or it cannot be drawn: the words say the same."""
        drawing = self.begun(card)
        return await within(drawing, None) if drawing else None


async def within(drawing: asyncio.Task[bytes], seconds: float | None) -> bytes | None:
    """The picture, or None where it is not ready in time or cannot be drawn: the words say the same."""
    try:
        return await asyncio.wait_for(asyncio.shield(drawing), seconds)
    except TimeoutError:
        return None
    except PictureError as trouble:
        log.warning("a picture could not be drawn: %s", trouble)
        return None
