"""The protocols of a store: what the bot must remember, wherever that is kept."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Protocol

from bot.store.ledger import Ledger
from bot.store.records import Given, PastEstimates, Trace


class Traces(Protocol):
    """The answers that were given, by their code."""

    async def keep(self, trace: Trace) -> None:
        """Remember an answer; the same one twice changes nothing. Raises WriteFailed."""
        ...

    async def find(self, code: str) -> tuple[Trace, ...]:
        """Every answer with this code, oldest first: nearly always one."""
        ...


class Notes(Protocol):
    """Small facts about servers, each a text under a name: settings, goals, boards. Durable when `put` returns."""

    async def put(self, guild: int, name: str, value: str | None, *, scrub: bool = False) -> None:
        """Write one fact, or forget it; `scrub`: what stood there leaves the file before it returns.

        Raises WriteFailed.
        """
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

    async def keep(self, guild: int, past: PastEstimates, held: Collection[str]) -> None:
        """Note what an edition says. Of an older one, only usages that are `held` stay. Raises WriteFailed."""
        ...

    async def of(self, guild: int) -> tuple[PastEstimates, ...]:
        """What is noted, the edition that was used last first."""
        ...


class Answers(Protocol):
    """What people answered in games and lessons, each person once a question, until the session ends."""

    async def give(
        self, guild: int, session: str, question: str, person: int, value: str, *, change: bool = False
    ) -> bool:
        """Keep an answer; False where the person had answered and may not change it. Durable. Raises WriteFailed."""
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
        """Remove a session's answers; how many. `scrub`: from the file too, before it returns. Raises WriteFailed."""
        ...

    async def erase_person(self, person: int) -> int:
        """Remove a person's answers in every session, and from the file; how many. Raises WriteFailed."""
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
        """Write something that changes nothing, durably. Raises WriteFailed where that cannot be done."""
        ...

    async def erase_server(self, guild: int) -> int:
        """Remove all events and facts of a server, and from the file. How many events. Raises WriteFailed."""
        ...

    async def backup(self, file: Path) -> None:
        """A consistent copy, while writing goes on. Raises WriteFailed."""
        ...

    async def close(self) -> None:
        """Finish what was begun, then close."""
        ...
