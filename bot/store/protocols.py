"""What the services need from outside the program: the store and the clock, and the plain values that pass through."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal, Protocol

from energy import EnergyError, Live

# Said by a person, counted from a bot's messages, or estimated from what somebody pointed at.
Origin = Literal["declared", "counted", "estimated"]


class Unsaved(EnergyError):
    """A write that did not happen, and changed nothing: `code` is store.full, store.busy or store.broken."""


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """This moment, with its time zone (UTC)."""
        ...


class GridIntensity(Protocol):
    """What grids emit now, as others publish it. Places are ids of the book."""

    def source(self, place: str) -> str | None:
        """Who tells about a place, as the id of a source; None where nobody does."""
        ...

    async def now(self, place: str) -> Live | None:
        """The latest figure, at once or within half a second; None where it cannot be had."""
        ...

    async def close(self) -> None:
        """Ask no more."""
        ...


@dataclass(frozen=True, slots=True)
class Trace:
    """An answer somebody may ask about again: what was asked (`subject`), by which book, and the result of that day."""

    code: str
    subject: str
    book: str
    day: date
    result: str


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a server did, told or seen once: what was used (canonical usage key, count), when, and by whom.

    `source` names what told us (an interaction or a message): a second action of the same source changes nothing.
    `author` is a Discord id; the store keeps a keyed hash of both, never themselves.
    """

    guild: int
    day: date
    items: tuple[tuple[str, int], ...]
    origin: Origin
    source: str
    author: int | None = None


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many of one usage a server had on one day, from one origin."""

    day: date
    usage: str
    origin: Origin
    count: int


@dataclass(frozen=True, slots=True)
class Record:
    """One stored event as an export gives it; the hashes are hexadecimal, `author` empty where nobody is behind it.

    `key` is the mark of the key they were made with: with another one, they mean nobody and nothing.
    """

    day: date
    usage: str
    count: int
    origin: Origin
    author: str
    source: str
    key: str


@dataclass(frozen=True, slots=True)
class Priced:
    """What one item of each usage took by an edition of the book: (low, central, high) in Wh; and its last day."""

    book: str
    day: date
    wh: Mapping[str, tuple[float, float, float]]


class Traces(Protocol):
    """The answers that were given, by their code."""

    async def keep(self, trace: Trace) -> None:
        """Remember an answer; the same one twice changes nothing. Raises Unsaved."""
        ...

    async def find(self, code: str) -> tuple[Trace, ...]:
        """Every answer with this code, oldest first: nearly always one."""
        ...


class Notes(Protocol):
    """Small facts about servers, each a text under a name: settings, goals, boards. Durable when `put` returns."""

    async def put(self, guild: int, name: str, value: str | None, *, scrub: bool = False) -> None:
        """Write one fact, or forget it; `scrub`: what stood there leaves the file before it returns. Raises Unsaved."""
        ...

    async def named(self, prefix: str) -> dict[tuple[int, str], str]:
        """Every server's facts whose name starts so."""
        ...

    async def of(self, guild: int, prefix: str = "") -> dict[str, str]:
        """One server's facts whose name starts so."""
        ...

    async def guilds(self) -> set[int]:
        """Every server with a fact."""
        ...


class Prices(Protocol):
    """What the last two editions of the book said a server's usages take; a usage that is erased leaves them too."""

    async def keep(self, guild: int, priced: Priced, held: Collection[str]) -> None:
        """Note what an edition says. Of an older one, only usages that are `held` stay. Raises Unsaved."""
        ...

    async def of(self, guild: int) -> tuple[Priced, ...]:
        """What is noted, the edition that was used last first."""
        ...


class Ledger(Protocol):
    """What servers did, never what it takes. What `add` acknowledges is on the disk; nothing counts twice."""

    # Tells the key its hashes are made with from any other.
    mark: str

    async def add(self, action: Action) -> bool:
        """Count an action; False where its source was counted before. Durable when it returns. Raises Unsaved."""
        ...

    async def undo(self, guild: int, author: int, request: str) -> tuple[tuple[str, int], ...] | None:
        """Take back an author's last declared or estimated action in a server: its items. Raises Unsaved.

        Nothing, `()`, where this request did so before, however often it comes; None where there is no such action.
        """
        ...

    async def take_back(self, guild: int, author: int, source: str) -> tuple[tuple[str, int], ...] | None:
        """Take back what a source told, where the author is behind it: its items. Raises Unsaved.

        Nothing, `()`, where that was taken back before; None where there is no such action of theirs.
        """
        ...

    async def uncount(self, guild: int, source: str) -> bool:
        """Take back what a source had counted; False where there is nothing. Raises Unsaved."""
        ...

    async def days(self, guild: int, first: date | None = None, last: date | None = None) -> tuple[DayCount, ...]:
        """A server's counts by day, usage and origin, in that order, both ends included; from the daily roll-ups."""
        ...

    async def totals(self, guild: int, first: date | None = None, last: date | None = None) -> tuple[DayCount, ...]:
        """A server's counts by usage and origin; `day` is the latest one of each. From the daily roll-ups."""
        ...

    async def first_day(self, guild: int) -> date | None:
        """The earliest day a server has something counted on."""
        ...

    async def guilds(self) -> set[int]:
        """Every server with something counted."""
        ...

    def records(self, guild: int) -> AsyncIterator[Sequence[Record]]:
        """Every event of a server in the order it came, in batches."""
        ...

    async def restore(self, guild: int, records: Sequence[Record]) -> int:
        """Add exported events; those already there change nothing. How many were new. Raises Unsaved.

        Of events made with another key the author is left out, for nobody could find or erase them.
        """
        ...

    async def of_person(self, author: int) -> tuple[tuple[int, Record], ...]:
        """Everything counted with a person as its author, with the server's id."""
        ...

    async def erase_person(self, author: int) -> int:
        """Remove a person's events everywhere, from the roll-ups too, and from the file. How many. Raises Unsaved."""
        ...


@dataclass(frozen=True, slots=True)
class Given:
    """An answer somebody gave in a session; `voter` tells people of that session apart, and nothing else."""

    question: str
    voter: str
    value: str


class Answers(Protocol):
    """What people answered in games and lessons, each person once a question, until the session ends."""

    async def give(
        self, guild: int, session: str, question: str, person: int, value: str, *, change: bool = False
    ) -> bool:
        """Keep an answer; False where the person had answered and may not change it. Durable. Raises Unsaved."""
        ...

    async def all(self, guild: int, session: str) -> tuple[Given, ...]:
        """Every answer of a session."""
        ...

    async def of(self, guild: int, session: str, person: int) -> dict[str, str]:
        """What a person answered in a session, by question."""
        ...

    async def mine(self, person: int) -> tuple[tuple[int, str, str, str], ...]:
        """A person's answers in every session that is kept, as (server, session, question, value)."""
        ...

    async def end(self, guild: int, session: str, *, scrub: bool = False) -> int:
        """Remove a session's answers; how many. `scrub`: from the file too, before it returns. Raises Unsaved."""
        ...

    async def erase_person(self, person: int) -> int:
        """Remove a person's answers in every session, and from the file; how many. Raises Unsaved."""
        ...


class Store(Protocol):
    """Everything the bot keeps."""

    traces: Traces
    notes: Notes
    prices: Prices
    ledger: Ledger
    answers: Answers

    @property
    def waiting(self) -> int:
        """How many writes wait for their turn."""
        ...

    async def probe(self) -> None:
        """Write something that changes nothing, durably. Raises Unsaved where that cannot be done."""
        ...

    async def erase_server(self, guild: int) -> int:
        """Remove all events and facts of a server, and from the file. How many events. Raises Unsaved."""
        ...

    async def backup(self, file: Path) -> None:
        """A consistent copy, while writing goes on. Raises Unsaved."""
        ...

    async def close(self) -> None:
        """Finish what was begun, then close."""
        ...
