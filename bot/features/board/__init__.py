"""A message that keeps a server's tally, and a card of each finished week."""

from bot.features.board.decide import Board, Boards
from bot.features.board.notes import BOARD, WEEKLY

__all__ = ["BOARD", "WEEKLY", "Board", "Boards"]
