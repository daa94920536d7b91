"""Live carbon intensity of grids over HTTP: one file a provider, behind one cache. Off unless the operator asks."""

from bot.grid.choosing import chosen
from bot.grid.latest import LatestFigures

__all__ = ["LatestFigures", "chosen"]
