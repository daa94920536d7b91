"""Hello to a server."""

from bot.features.welcome.decide import Welcomes
from bot.features.welcome.notes import WELCOMED

__all__ = ["WELCOMED", "Welcomes"]
