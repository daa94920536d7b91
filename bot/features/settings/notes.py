"""What is kept of a server's own settings: a note for each, plain text in version 1."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from bot.store import NoteKind, NoteModel
from config.text.catalog import LANGUAGES


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError("no language of ours")
    return language


class LanguageNote(NoteModel):
    """The language of public replies."""

    plain: ClassVar[str | None] = "value"

    version: Annotated[int, Field(ge=1, le=2)] = 2
    value: Annotated[str, AfterValidator(_known)]


class PlaceNote(NoteModel):
    """The id of the place answers are estimated for."""

    plain: ClassVar[str | None] = "value"

    version: Annotated[int, Field(ge=1, le=2)] = 2
    value: str


class ZoneNote(NoteModel):
    """The time zone days are counted in."""

    plain: ClassVar[str | None] = "value"

    version: Annotated[int, Field(ge=1, le=2)] = 2
    value: str


LANGUAGE = NoteKind("setup.language", LanguageNote)
PLACE = NoteKind("setup.place", PlaceNote)
ZONE = NoteKind("setup.zone", ZoneNote)
