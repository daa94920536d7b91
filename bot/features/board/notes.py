"""What is kept of a server's board and its weekly card."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from bot.store import NoteKind, NoteModel


class BoardNote(NoteModel):
    """The channel of a board, its message once posted, a digest of what it shows, and whether it is given up."""

    version: Annotated[int, Field(ge=1, le=1)] = 1
    channel: int
    message: int | None = None
    shows: str = ""
    off: bool = False


class WeeklyNote(NoteModel):
    """The channel of the weekly card, and the Monday of the last week dealt with."""

    version: Annotated[int, Field(ge=1, le=1)] = 1
    channel: int
    done: date


BOARD = NoteKind("board", BoardNote)
WEEKLY = NoteKind("weekly", WeeklyNote)
