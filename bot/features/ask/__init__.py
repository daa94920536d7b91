"""One use of AI in free words, or several."""

from bot.features.ask.card import ask_card

__all__ = ["ask_card"]
