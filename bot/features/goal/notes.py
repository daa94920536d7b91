"""What is kept of a server's goal."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bot.store import NoteKind, NoteModel


class GoalNote(NoteModel):
    """So much facility energy, in Wh, at most in each period."""

    version: Annotated[int, Field(ge=1, le=1)] = 1
    wh: float = Field(ge=0, allow_inf_nan=False)
    per: Literal["week", "month"]


GOAL = NoteKind("goal", GoalNote)
