"""The same use by many people, for long."""

from bot.features.whatif.card import whatif_card
from bot.features.whatif.decide import PERIODS, whatif

__all__ = ["PERIODS", "whatif", "whatif_card"]
