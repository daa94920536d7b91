"""How the numbers are made, and what the bot uses itself."""

from bot.features.about.card import about_card
from bot.features.about.decide import own_energy_wh

__all__ = ["about_card", "own_energy_wh"]
