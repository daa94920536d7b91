"""A quantity to guess, and how the room's guesses spread."""

from bot.features.learn.guess.card import amount_words, answer_words, question_words, revealed_card
from bot.features.learn.guess.decide import REVEALED, Asked, Guesses

__all__ = ["REVEALED", "Asked", "Guesses", "amount_words", "answer_words", "question_words", "revealed_card"]
