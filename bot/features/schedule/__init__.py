"""Prompts at fixed hours."""

from bot.features.schedule.decide import Schedules
from bot.features.schedule.notes import SCHEDULE
from bot.features.schedule.timetable import DAYS, HOURS, Schedule

__all__ = ["DAYS", "HOURS", "SCHEDULE", "Schedule", "Schedules"]
