"""A message that keeps a server's tally, and a card of each finished week."""

from bot.features.board.decide import Board, Boards
from bot.features.board.message import take_down

__all__ = ["Board", "Boards", "take_down"]
