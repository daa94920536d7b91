"""A quantity to guess, and how the room's guesses spread."""

from bot.features.learn.guess.card import amount_words, answer_words, question_words, revealed_card
from bot.features.learn.guess.decide import REVEALED, Guesses, GuessPage

__all__ = ["REVEALED", "GuessPage", "Guesses", "amount_words", "answer_words", "question_words", "revealed_card"]
