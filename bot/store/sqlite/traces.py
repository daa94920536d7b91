"""Traces in SQLite: answers that were given, found again by their code. Nothing in them is about a person."""

from __future__ import annotations

import sqlite3
from functools import partial

from bot.store.records import Trace
from bot.store.sqlite.events import day_number, day_of
from bot.store.sqlite.reader import Readers
from bot.store.sqlite.writer import Writer

KEEP = "INSERT INTO traces (code, subject, book, day, result) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
FIND = "SELECT code, subject, book, day, result FROM traces WHERE code = ? ORDER BY seq"


class SqliteTraces:
    """`Traces` over one file."""

    def __init__(self, writer: Writer, readers: Readers) -> None:
        self._writer = writer
        self._readers = readers

    async def keep(self, trace: Trace) -> None:
        """Remember an answer; the same code, subject and book twice changes nothing."""
        await self._writer.do(partial(_keep, trace=trace))

    async def find(self, code: str) -> tuple[Trace, ...]:
        """Every answer with this code, oldest first."""
        return await self._readers.do(partial(_find, code=code))


def _keep(connection: sqlite3.Connection, trace: Trace) -> None:
    row = (trace.code, trace.subject, trace.book, day_number(trace.day), trace.result)
    connection.execute(KEEP, row)


def _find(connection: sqlite3.Connection, code: str) -> tuple[Trace, ...]:
    rows = connection.execute(FIND, (code,)).fetchall()
    return tuple(Trace(code, subject, book, day_of(day), result) for code, subject, book, day, result in rows)
