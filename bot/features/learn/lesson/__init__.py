"""A lesson for a class."""

from bot.features.learn.lesson.class_tally import ClassTally
from bot.features.learn.lesson.decide import LessonService
from bot.features.learn.lesson.plan import GUESS, LEVERS, OVER, TALK

__all__ = ["GUESS", "LEVERS", "OVER", "TALK", "ClassTally", "LessonService"]
