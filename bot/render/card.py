"""A card: what the bot says, without Discord. `commands/views.py` turns it into a message."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKS = re.compile(r"\*\*|^-# ", re.MULTILINE)
_ESCAPED = re.compile(r"\\([^\w\s])")


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a card: its label, what it does (a verb the commands know) and about what."""

    label: str
    verb: str
    language: str
    subject: str


@dataclass(frozen=True, slots=True)
class Card:
    """A title, lines of Markdown, and buttons."""

    title: str
    lines: tuple[str, ...]
    buttons: tuple[Button, ...] = ()

    @property
    def text(self) -> str:
        """The same card as plain text, for a terminal or a screen reader."""
        return _ESCAPED.sub(r"\1", _MARKS.sub("", "\n".join((self.title, *self.lines))))
