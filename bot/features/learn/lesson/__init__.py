"""A lesson for a class."""

from bot.features.learn.lesson.class_tally import ClassTally
from bot.features.learn.lesson.command import LessonCommand
from bot.features.learn.lesson.decide import LessonService

__all__ = ["ClassTally", "LessonCommand", "LessonService"]
