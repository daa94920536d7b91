"""Hello to a server: three things to try, and where its managers begin."""

from __future__ import annotations

from collections.abc import Mapping

from bot.cards.card import Card
from bot.features.help import example_buttons
from config.text.voice import Voice


def welcome_card(examples: Mapping[str, str], voice: Voice) -> Card:
    """What the bot is for, three things to try, `/setup`; the examples to tap answer whoever taps them, alone."""
    lines = tuple(voice.text(f"welcome.{key}") for key in ("what", "first", "second", "third", "setup", "once"))
    return Card(voice.text("welcome.title"), lines, example_buttons(examples, voice))
