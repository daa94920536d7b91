"""Hello to a server."""

from bot.features.welcome.decide import Welcomes

__all__ = ["Welcomes"]
