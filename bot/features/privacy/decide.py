"""What is kept, shown and erased: a person's own entries everywhere, a server's everything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.clock import Clock
from bot.features.learn.sessions import LEADS
from bot.features.privacy.notes import LEFT, LeftNote
from bot.store import Record, Store, read_notes

# A bot removed by mistake finds its tally again within a week.
DAYS_AFTER_LEAVING = 7


@dataclass(frozen=True, slots=True)
class Answered:
    """What a person answered in one open game or lesson, by question."""

    guild: int
    session: str
    given: Mapping[str, str]

    @property
    def count(self) -> int:
        """How many answers, without the mark of who leads."""
        return len(self.given.keys() - {LEADS})


class Privacy:
    """Shows and erases.

    `forget_person` and `forget` drop what the features have of a person and of a server in memory.
    """

    def __init__(
        self, store: Store, forget_person: Callable[[int], None], clock: Clock, forget: Callable[[int], None]
    ) -> None:
        self._store = store
        self._forget_person = forget_person
        self._clock = clock
        self._forget = forget

    async def mine(self, person: int) -> tuple[tuple[int, Record], ...]:
        """A person's own entries, with the server of each."""
        return await self._store.ledger.of_person(person)

    async def answers(self, person: int) -> tuple[Answered, ...]:
        """A person's own answers in the games and lessons that are not over."""
        found: dict[tuple[int, str], dict[str, str]] = {}
        for guild, session, question, value in await self._store.answers.mine(person):
            found.setdefault((guild, session), {})[question] = value
        return tuple(Answered(guild, session, given) for (guild, session), given in found.items())

    async def erase_person(self, person: int) -> int:
        """Erase a person's entries everywhere, and their answers in open games; how many entries.

        Raises WriteFailed.
        """
        self._forget_person(person)
        await self._store.answers.erase_person(person)
        return await self._store.ledger.erase_person(person)

    async def erase_server(self, guild: int) -> int:
        """Erase everything of a server; how many entries. Raises WriteFailed."""
        erased = await self._store.erase_server(guild)
        self._forget(guild)
        return erased

    async def left(self, guild: int) -> None:
        """The bot was removed from a server: its time runs. Raises WriteFailed."""
        await self._store.notes.put(guild, LEFT.name, LeftNote(day=self._clock.now().date()).text())

    async def returned(self, guild: int) -> None:
        """The bot is back before anything was erased. Raises WriteFailed."""
        if LEFT.name in await self._store.notes.of(guild, LEFT.name):
            await self._store.notes.put(guild, LEFT.name, None)

    async def compare(self, servers: set[int]) -> None:
        """Let the time run for servers the bot is no longer in, and stop it for those it is. Raises WriteFailed.

        Where the day it began cannot be read, it begins anew: nothing of a server that was left may stay for ever.
        """
        known = await self._store.ledger.guilds() | await self._store.notes.guilds()
        running = {guild for guild, _ in await read_notes(self._store.notes, LEFT)}
        for guild in known - servers - running:
            await self.left(guild)
        for guild in {guild for guild, _ in await self._store.notes.named(LEFT.name)} & servers:
            await self.returned(guild)

    async def sweep(self) -> int:
        """Erase the servers that were left long enough ago; how many. Raises WriteFailed."""
        limit = self._clock.now().date() - timedelta(days=DAYS_AFTER_LEAVING)
        left = await read_notes(self._store.notes, LEFT)
        gone = [guild for (guild, _), note in left.items() if note.day <= limit]
        for guild in gone:
            await self.erase_server(guild)
        return len(gone)
