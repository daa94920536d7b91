"""What is kept of a server that the bot was removed from."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from bot.store import NoteKind, NoteModel


class LeftNote(NoteModel):
    """The day the bot was removed; plain text in version 1."""

    plain: ClassVar[str | None] = "day"

    version: Annotated[int, Field(ge=1, le=2)] = 2
    day: date


LEFT = NoteKind("left", LeftNote)
