"""One thing that was looked at: how it is, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["ok", "warn", "fail"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A line of the report; `todo` says what to do where something is to be done."""

    level: Level
    topic: str
    said: str
    todo: str = ""

    def __str__(self) -> str:
        line = f"{self.level:4}  {self.topic:12}  {self.said}"
        return f"{line}. Do: {self.todo}." if self.todo else f"{line}."


def ok(topic: str, said: str, todo: str = "") -> Finding:
    """In order."""
    return Finding("ok", topic, said, todo)


def warn(topic: str, said: str, todo: str) -> Finding:
    """Works, but somebody should know."""
    return Finding("warn", topic, said, todo)


def fail(topic: str, said: str, todo: str) -> Finding:
    """Does not work, or must not stay so."""
    return Finding("fail", topic, said, todo)
