"""What one can ask here."""

from bot.features.help.card import example_buttons, help_card
from bot.features.help.decide import examples

__all__ = ["example_buttons", "examples", "help_card"]
