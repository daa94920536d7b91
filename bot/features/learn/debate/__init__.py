"""A motion, two votes, and how the room moved between them."""

from bot.features.learn.debate.card import motion_words, result_lines
from bot.features.learn.debate.decide import PHASES, VOTES, Debated, Debates, DebateTotals

__all__ = ["PHASES", "VOTES", "DebateTotals", "Debated", "Debates", "motion_words", "result_lines"]
