"""Games and lessons: one kind of session, a folder for each game."""

from bot.features.learn.sessions import LEADS, NO_SERVER, Kind, Session, Sessions

__all__ = ["LEADS", "NO_SERVER", "Kind", "Session", "Sessions"]
