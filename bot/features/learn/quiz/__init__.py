"""A quiz."""

from bot.features.learn.quiz.decide import Quizzes

__all__ = ["Quizzes"]
