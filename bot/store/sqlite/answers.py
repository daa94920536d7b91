"""What people answered in games and lessons, in SQLite: each once a question, known by a hash of that session."""

from __future__ import annotations

import sqlite3
from functools import partial

from bot.store.records import Given
from bot.store.sqlite.key import Key
from bot.store.sqlite.reader import Readers
from bot.store.sqlite.writer import Writer

GIVE = "INSERT INTO answers (guild, session, question, voter, value) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
CHANGE = f"{GIVE.removesuffix('NOTHING')}UPDATE SET value = excluded.value"
OF_SESSION = "SELECT question, voter, value FROM answers WHERE guild = ? AND session = ? ORDER BY question, voter"
OF_VOTER = "SELECT question, value FROM answers WHERE guild = ? AND session = ? AND voter = ? ORDER BY question"
SESSIONS = "SELECT DISTINCT guild, session FROM answers"
END = "DELETE FROM answers WHERE guild = ? AND session = ?"
FORGET = "DELETE FROM answers WHERE guild = ? AND session = ? AND voter = ?"


class SqliteAnswers:
    """`Answers` over one file."""

    def __init__(self, writer: Writer, readers: Readers, key: Key) -> None:
        self._writer = writer
        self._readers = readers
        self._key = key

    async def give(
        self, guild: int, session: str, question: str, person: int, value: str, *, change: bool = False
    ) -> bool:
        """Keep an answer; False where the person had answered and may not change it. Durable when it returns."""
        row = (guild, session, question, self._key.voter(session, person), value)
        return await self._writer.do(partial(_give, row=row, change=change))

    async def all(self, guild: int, session: str) -> tuple[Given, ...]:
        """Every answer of a session."""
        return await self._readers.do(partial(_all, guild=guild, session=session))

    async def of(self, guild: int, session: str, person: int) -> dict[str, str]:
        """What a person answered in a session, by question."""
        return await self._readers.do(partial(_of, row=(guild, session, self._key.voter(session, person))))

    async def mine(self, person: int) -> tuple[tuple[int, str, str, str], ...]:
        """A person's answers in every session that is kept, as (server, session, question, value)."""
        return await self._readers.do(partial(_mine, key=self._key, person=person))

    async def end(self, guild: int, session: str, *, scrub: bool = False) -> int:
        """Remove a session's answers; how many. `scrub`: and from the file, before it returns."""
        return await self._writer.do(partial(_end, guild=guild, session=session), scrub=scrub)

    async def erase_person(self, person: int) -> int:
        """Remove a person's answers in every session, and from the file; how many."""
        return await self._writer.do(partial(_erase, key=self._key, person=person), scrub=True)


def _give(connection: sqlite3.Connection, row: tuple[object, ...], *, change: bool) -> bool:
    return connection.execute(CHANGE if change else GIVE, row).rowcount > 0


def _all(connection: sqlite3.Connection, guild: int, session: str) -> tuple[Given, ...]:
    rows = connection.execute(OF_SESSION, (guild, session)).fetchall()
    return tuple(Given(question, voter.hex(), value) for question, voter, value in rows)


def _of(connection: sqlite3.Connection, row: tuple[object, ...]) -> dict[str, str]:
    return dict(connection.execute(OF_VOTER, row).fetchall())


def _mine(connection: sqlite3.Connection, key: Key, person: int) -> tuple[tuple[int, str, str, str], ...]:
    return tuple(
        (guild, session, question, value)
        for guild, session in connection.execute(SESSIONS).fetchall()
        for question, value in connection.execute(OF_VOTER, (guild, session, key.voter(session, person))).fetchall()
    )


def _end(connection: sqlite3.Connection, guild: int, session: str) -> int:
    return connection.execute(END, (guild, session)).rowcount


def _erase(connection: sqlite3.Connection, key: Key, person: int) -> int:
    return sum(
        connection.execute(FORGET, (guild, session, key.voter(session, person))).rowcount
        for guild, session in connection.execute(SESSIONS).fetchall()
    )
