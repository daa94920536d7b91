"""`python -m bot doctor`: looks whether everything is in order, a line each, and changes nothing."""

from bot.start.doctor.examination import examine

__all__ = ["examine"]
