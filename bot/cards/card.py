"""A card: what the bot says, without Discord. `discord_io/components.py` turns it into a message."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.cards.charts.chart import Chart

_MARKS = re.compile(r"\*\*|^-# ", re.MULTILINE)
_ESCAPED = re.compile(r"\\([^\w\s])")


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a card: its label, what it does (a verb the commands know) and about what."""

    label: str
    verb: str
    language: str
    subject: str
    # Whether it only makes sense in a server that has the bot.
    server: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a select: what is shown, what it stands for, whether it is the one in force."""

    label: str
    value: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Select:
    """A list to choose from; verb, language and subject as a button's."""

    label: str
    verb: str
    language: str
    subject: str
    choices: tuple[Choice, ...] = ()
    # How many may be chosen at once.
    most: int = 1


@dataclass(frozen=True, slots=True)
class ChannelSelect(Select):
    """A list that Discord fills with the server's text channels; `chosen` is the one in force."""

    chosen: int | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """What to draw, and the same said in words for who does not see it."""

    chart: Chart
    alt: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Card:
    """A title, lines of Markdown, a picture, selects and buttons.

    `shared` where many people may see the very same card, so that what is made of it is worth keeping.
    """

    title: str
    lines: tuple[str, ...]
    buttons: tuple[Button, ...] = ()
    selects: tuple[Select, ...] = ()
    picture: Picture | None = None
    shared: bool = False
    files: tuple[Attachment, ...] = ()

    @property
    def text(self) -> str:
        """The same card as plain text, for a terminal or a screen reader."""
        return _ESCAPED.sub(r"\1", _MARKS.sub("", "\n".join((self.title, *self.lines))))
