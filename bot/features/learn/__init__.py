"""Games and lessons: one kind of session, a folder for each game."""

from bot.features.learn.notes import SESSION, SessionKind
from bot.features.learn.session import Session
from bot.features.learn.sessions import LEADS, NO_SERVER, Sessions

__all__ = ["LEADS", "NO_SERVER", "SESSION", "Session", "SessionKind", "Sessions"]
