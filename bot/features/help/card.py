"""Three examples to tap, not a list."""

from __future__ import annotations

from collections.abc import Mapping

from bot.cards.card import Button, Card
from config.text.voice import Voice


def help_card(examples: Mapping[str, str], voice: Voice) -> Card:
    """What the bot does, with examples that answer privately when tapped."""
    lines = (voice.text("help.what"), voice.text("help.how"))
    return Card(voice.text("help.title"), lines, example_buttons(examples, voice))


def example_buttons(examples: Mapping[str, str], voice: Voice) -> tuple[Button, ...]:
    """A button for each question, by the key of its label."""
    return tuple(Button(voice.text(key), "show", voice.language, subject) for key, subject in examples.items())
