"""One game or lesson that is under way, and how it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from bot.features.learn.notes import SESSION, SessionKind, SessionNote


@dataclass(frozen=True, slots=True)
class Session:
    """A game or lesson: `phase` is where it stands, `message` the one everybody sees."""

    guild: int
    id: str
    kind: SessionKind
    content_ids: tuple[str, ...]
    language: str
    ends: datetime
    phase: str = ""
    channel: int | None = None
    message: int | None = None
    extra: Mapping[str, str] | None = None
    # When it moves on by itself, where it does.
    advances_at: datetime | None = None

    @property
    def subject(self) -> str:
        """The session in few characters, so that a button carries it."""
        return f"{self.guild}.{self.id}"

    def told(self, what: str) -> str:
        """Something more that is kept of it; empty where nothing is."""
        return (self.extra or {}).get(what, "")

    @property
    def lesson(self) -> str | None:
        """The subject of the lesson it is a step of, where it is one."""
        return f"{self.guild}.{self.told('class')}" if self.told("class") else None

    @property
    def note_name(self) -> str:
        """The name it is kept under."""
        return f"{SESSION.name}{self.id}"

    def note(self) -> SessionNote:
        """The session as it is kept."""
        return SessionNote(**asdict(self))


def from_note(guild: int, name: str, note: SessionNote) -> Session:
    """A session as it was kept."""
    return Session(
        guild,
        name.removeprefix(SESSION.name),
        note.kind,
        note.content_ids,
        note.language,
        note.ends,
        note.phase,
        note.channel,
        note.message,
        note.extra,
        note.advances_at,
    )
