"""What is kept of a greeting: that there was one."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from bot.store import NoteKind, NoteModel


class WelcomedNote(NoteModel):
    """The day a server was greeted; plain text in version 1."""

    plain: ClassVar[str | None] = "day"

    version: Annotated[int, Field(ge=1, le=2)] = 2
    day: date


WELCOMED = NoteKind("welcomed", WelcomedNote)
