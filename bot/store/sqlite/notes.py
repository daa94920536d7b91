"""Notes in SQLite: small facts about servers."""

from __future__ import annotations

import sqlite3
from functools import partial

from bot.store.sqlite.reader import Readers
from bot.store.sqlite.writer import Writer

PUT = "INSERT INTO notes (guild, name, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
NAMED = "SELECT guild, name, value FROM notes WHERE name >= ? AND name < ? ORDER BY guild, name"
OF = "SELECT name, value FROM notes WHERE guild = ? AND name >= ? AND name < ? ORDER BY name"
# No character sorts after it, so a prefix followed by it ends the range of names that begin so.
LAST_CHARACTER = chr(0x10FFFF)


class SqliteNotes:
    """`Notes` over one file."""

    def __init__(self, writer: Writer, readers: Readers) -> None:
        self._writer = writer
        self._readers = readers

    async def put(self, guild: int, name: str, value: str | None, *, scrub: bool = False) -> None:
        """Write one fact, or forget it; `scrub`: what stood there leaves the file before it returns."""
        await self._writer.do(partial(_put, guild=guild, name=name, value=value), scrub=scrub)

    async def named(self, prefix: str) -> dict[tuple[int, str], str]:
        """Every server's facts whose name starts so."""
        return await self._readers.do(partial(_named, prefix=prefix))

    async def of(self, guild: int, prefix: str = "") -> dict[str, str]:
        """One server's facts whose name starts so."""
        return await self._readers.do(partial(_of, guild=guild, prefix=prefix))

    async def guilds(self) -> set[int]:
        """Every server with a fact."""
        return await self._readers.do(_guilds)


def _put(connection: sqlite3.Connection, guild: int, name: str, value: str | None) -> None:
    if value is None:
        connection.execute("DELETE FROM notes WHERE guild = ? AND name = ?", (guild, name))
    else:
        connection.execute(PUT, (guild, name, value))


def _named(connection: sqlite3.Connection, prefix: str) -> dict[tuple[int, str], str]:
    rows = connection.execute(NAMED, (prefix, prefix + LAST_CHARACTER)).fetchall()
    return {(guild, name): value for guild, name, value in rows}


def _of(connection: sqlite3.Connection, guild: int, prefix: str) -> dict[str, str]:
    return dict(connection.execute(OF, (guild, prefix, prefix + LAST_CHARACTER)).fetchall())


def _guilds(connection: sqlite3.Connection) -> set[int]:
    return {guild for (guild,) in connection.execute("SELECT DISTINCT guild FROM notes")}
