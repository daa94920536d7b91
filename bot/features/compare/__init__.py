"""Things side by side."""

from bot.features.compare.card import compare_card
from bot.features.compare.decide import compared

__all__ = ["compare_card", "compared"]
