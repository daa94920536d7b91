"""What is kept of a game or lesson under way."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, AliasChoices, AwareDatetime, Field

from bot.store import NoteKind, NoteModel
from config.text.catalog import LANGUAGES

SessionKind = Literal["quiz", "guess", "order", "debate", "class", "prompt", "levers"]


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError("no language of ours")
    return language


class SessionNote(NoteModel):
    """A session as it stands; its id is in the note's name. Version 1 had other names for three fields."""

    version: Annotated[int, Field(ge=1, le=2)] = 2
    kind: SessionKind
    content_ids: tuple[str, ...] = Field(validation_alias=AliasChoices("content_ids", "about"))
    language: Annotated[str, AfterValidator(_known)]
    ends: AwareDatetime
    phase: str = ""
    channel: int | None = None
    message: int | None = None
    extra: Annotated[dict[str, str] | None, Field(validation_alias=AliasChoices("extra", "more"))] = None
    advances_at: Annotated[AwareDatetime | None, Field(validation_alias=AliasChoices("advances_at", "turns"))] = None


SESSION = NoteKind("session.", SessionNote)
