"""A controversy seen from several sides."""

from bot.features.explain.card import explain_card
from bot.features.explain.decide import ALL, VIEWS, Explainer, sides_on

__all__ = ["ALL", "VIEWS", "Explainer", "explain_card", "sides_on"]
