"""What to say to somebody who spoke to the bot and was not understood: in public, so without repeating a word."""

from __future__ import annotations

from bot.cards.card import Button, Card
from config.text.catalog import Catalog


def puzzled_card(catalog: Catalog, language: str) -> Card:
    """One sentence and a button that privately shows what works."""
    button = Button(catalog.text(language, "button.help"), "help", language, "-")
    return Card(catalog.text(language, "mention.title"), (catalog.text(language, "mention.text"),), (button,))
