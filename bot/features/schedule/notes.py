"""What is kept of a server's schedule of prompts."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from bot.store import NoteKind, NoteModel


class ScheduleNote(NoteModel):
    """Where and when prompts come, about what, the last day dealt with, what came already, and what refused them."""

    version: Annotated[int, Field(ge=1, le=1)] = 1
    channel: int | None = None
    days: tuple[int, ...] = (0,)
    hour: Annotated[int, Field(ge=0, le=23)] = 9
    subjects: tuple[str, ...] = ()
    # No default: without it, a prompt would be due at once.
    done: date
    shown: tuple[str, ...] = ()
    refused: int | None = None
    told: bool = False


SCHEDULE = NoteKind("schedule", ScheduleNote)
