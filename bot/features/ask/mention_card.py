"""What to say to somebody who spoke to the bot and was not understood: in public, so without repeating a word."""

from __future__ import annotations

from bot.cards.card import Button, Card
from config.text.voice import Voice


def puzzled_card(voice: Voice) -> Card:
    """One sentence and a button that privately shows what works."""
    button = Button(voice.text("button.help"), "help", voice.language, "-")
    return Card(voice.text("mention.title"), (voice.text("mention.text"),), (button,))
