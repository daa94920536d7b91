"""Notes with a schema: what a feature keeps about a server, as JSON with a version, read leniently one by one."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import from_json

from bot.store.protocols import Notes

log = logging.getLogger(__name__)


class UnreadableNote(Exception):
    """A note that this version cannot read; `field` is where it fails, never what stands there."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class NoteModel(BaseModel):
    """What one kind of note says; a feature's `notes.py` has a model for each, with the newest version it knows.

    Other versions write notes too: what they add is ignored, what they lack has a default, and a later version than
    the newest known is left alone. `version: Annotated[int, Field(ge=1, le=2)] = 2` says all of that.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")
    # The field that version 1 wrote as plain text, without JSON around it.
    plain: ClassVar[str | None] = None

    version: int

    @classmethod
    def read(cls, text: str) -> Self:
        """The note a text is. Raises UnreadableNote."""
        if cls.plain is not None and not text.startswith("{"):
            told: object = {cls.plain: text, "version": 1}
        else:
            try:
                told = from_json(text)
            except ValueError:
                raise UnreadableNote("not JSON") from None
        try:
            return cls.model_validate(told)
        except ValidationError as error:
            # Deeper places may be named by what somebody typed.
            place = error.errors(include_url=False, include_context=False, include_input=False)[0]["loc"]
            raise UnreadableNote(str(place[0]) if place else "not an object") from None

    def text(self) -> str:
        """The note as it is kept."""
        return self.model_dump_json()


N = TypeVar("N", bound=NoteModel)
N_co = TypeVar("N_co", bound=NoteModel, covariant=True)


@dataclass(frozen=True, slots=True)
class NoteKind(Generic[N_co]):
    """A kind of note: its name, or how its names begin where that ends with a dot, and its model."""

    name: str
    model: type[N_co]

    def covers(self, name: str) -> bool:
        """Whether a note of this name is of this kind."""
        return name.startswith(self.name) if self.name.endswith(".") else name == self.name


@dataclass(frozen=True, slots=True)
class SetAside:
    """A note that stays in the store as it is and is not used: of which server, by which name, and where it fails."""

    guild: int
    name: str
    field: str

    def __str__(self) -> str:
        return f"{self.name} ({self.field})"


async def read_notes(notes: Notes, kind: NoteKind[N]) -> dict[tuple[int, str], N]:
    """Every server's notes of a kind, by server and name; those that cannot be read are logged and set aside."""
    found, aside = sort_notes(await notes.named(kind.name), kind)
    _report(aside)
    return found


async def read_note(notes: Notes, guild: int, kind: NoteKind[N], name: str | None = None) -> N | None:
    """One note of a server; None where there is none, or none that can be read. `name` where the kind has several."""
    name = name or kind.name
    text = (await notes.of(guild, name)).get(name)
    found, aside = sort_notes({(guild, name): text} if text is not None else {}, kind)
    _report(aside)
    return found.get((guild, name))


def sort_notes(
    rows: Mapping[tuple[int, str], str], kind: NoteKind[N]
) -> tuple[dict[tuple[int, str], N], tuple[SetAside, ...]]:
    """The notes of a kind among others, read, and those of them that cannot be."""
    found: dict[tuple[int, str], N] = {}
    aside: list[SetAside] = []
    for (guild, name), text in rows.items():
        if kind.covers(name):
            try:
                found[guild, name] = kind.model.read(text)
            except UnreadableNote as trouble:
                aside.append(SetAside(guild, name, trouble.field))
    return found, tuple(aside)


def _report(aside: Iterable[SetAside]) -> None:
    for one in aside:
        log.warning("server %s: a note cannot be read and is set aside: %s", one.guild, one)
