"""Why two published figures disagree."""

from bot.features.why.card import between_card, why_card
from bot.features.why.decide import Between, Reconciler

__all__ = ["Between", "Reconciler", "between_card", "why_card"]
