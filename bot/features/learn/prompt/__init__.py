"""Something to discuss, with a worked example."""

from bot.features.learn.prompt.card import prompt_card, question_words, reaches_card
from bot.features.learn.prompt.decide import Prompts

__all__ = ["Prompts", "prompt_card", "question_words", "reaches_card"]
