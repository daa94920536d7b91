"""A community's tally: the front door for the features that build on it."""

from bot.features.tally.card import energy_words, tally_card, usage_lines
from bot.features.tally.decide import Shown, TallyService
from bot.features.tally.periods import Span
from bot.features.tally.valuation import EnergyTotals, Total, Valuation

__all__ = [
    "EnergyTotals",
    "Shown",
    "Span",
    "TallyService",
    "Total",
    "Valuation",
    "energy_words",
    "tally_card",
    "usage_lines",
]
