"""Prices in SQLite: what the last two editions of the book said a server's usages take, as two notes of that server.

A usage may be what one person typed. So whoever erases takes it out of these notes in the same transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import partial
from typing import Annotated, Self

from pydantic import Field, FiniteFloat, model_validator

from bot.store.note_kinds import NoteKind, NoteModel, UnreadableNote
from bot.store.records import PastEstimates
from bot.store.sqlite.notes import LAST_CHARACTER, NAMED, OF, PUT
from bot.store.sqlite.reader import Readers
from bot.store.sqlite.writer import Writer

EDITIONS = 2
NOTED = "SELECT value FROM notes WHERE guild = ? AND name = ?"
FORGET = "DELETE FROM notes WHERE guild = ? AND name = ?"

Wh = tuple[float, float, float]


class PricesNote(NoteModel):
    """What one item of each usage took by the edition in the note's name, and the last day it was used."""

    version: Annotated[int, Field(ge=1, le=1)] = 1
    day: date
    wh: dict[str, tuple[FiniteFloat, FiniteFloat, FiniteFloat]]

    @model_validator(mode="after")
    def _ranges(self) -> Self:
        if not all(0 <= low <= central <= high for low, central, high in self.wh.values()):
            raise ValueError("not a range")
        return self


PRICES = NoteKind("prices.", PricesNote)
PREFIX = PRICES.name


class SqlitePrices:
    """`Prices` over one file."""

    def __init__(self, writer: Writer, readers: Readers) -> None:
        self._writer = writer
        self._readers = readers

    async def keep(self, guild: int, past: PastEstimates, held: Collection[str]) -> None:
        """Note what an edition says; of the older ones only the latest stays, and of that only what is held."""
        await self._writer.do(partial(_keep, guild=guild, past=past, held=frozenset(held)))

    async def of(self, guild: int) -> tuple[PastEstimates, ...]:
        """What is noted, the edition that was used last first."""
        return await self._readers.do(partial(_of, guild=guild))


def forget(connection: sqlite3.Connection, guild: int, gone: Collection[str]) -> None:
    """Take usages out of a server's prices; what cannot be read may name them, and goes whole."""
    for name, value in _rows(connection, guild):
        if _read(name, value) is None:
            connection.execute(FORGET, (guild, name))
    _keep_where(connection, guild, lambda usage: usage not in gone)


def forget_everywhere(connection: sqlite3.Connection, gone: Collection[str]) -> None:
    """Take usages out of every server's prices."""
    rows = connection.execute(NAMED, (PREFIX, PREFIX + LAST_CHARACTER)) if gone else ()
    for guild in {guild for guild, _, value in rows if any(_quoted(usage) in value for usage in gone)}:
        forget(connection, guild, gone)


def _keep(connection: sqlite3.Connection, guild: int, past: PastEstimates, held: frozenset[str]) -> None:
    # Read before this transaction: what was erased in between must not come back.
    known = "SELECT name FROM usages WHERE name IN (SELECT value FROM json_each(?))"
    names = {name for (name,) in connection.execute(known, (json.dumps(list(past.wh)),))}
    own = f"{PREFIX}{past.book}"
    _put(connection, guild, own, past.day, {usage: wh for usage, wh in past.wh.items() if usage in names})
    _keep_where(connection, guild, held.__contains__)
    others = [one for one in _of(connection, guild) if one.book != past.book]
    for old in others[EDITIONS - 1 :]:
        connection.execute(FORGET, (guild, f"{PREFIX}{old.book}"))


def _keep_where(connection: sqlite3.Connection, guild: int, stays: Callable[[str], bool]) -> None:
    """Leave in a server's prices only the usages for which that holds."""
    for past in _of(connection, guild):
        kept = {usage: wh for usage, wh in past.wh.items() if stays(usage)}
        if len(kept) < len(past.wh):
            _put(connection, guild, f"{PREFIX}{past.book}", past.day, kept)


def _put(connection: sqlite3.Connection, guild: int, name: str, day: date, wh: Mapping[str, Wh]) -> None:
    """Write a note where it says something new; none where it says nothing."""
    value = json.dumps({"day": day.isoformat(), "version": 1, "wh": wh}, sort_keys=True, ensure_ascii=False)
    if not wh:
        connection.execute(FORGET, (guild, name))
    elif connection.execute(NOTED, (guild, name)).fetchone() != (value,):
        connection.execute(PUT, (guild, name, value))


def _of(connection: sqlite3.Connection, guild: int) -> tuple[PastEstimates, ...]:
    """What can be read, the edition that was used last first."""
    found = (_read(name, value) for name, value in _rows(connection, guild))
    return tuple(sorted((past for past in found if past is not None), key=lambda past: past.day, reverse=True))


def _rows(connection: sqlite3.Connection, guild: int) -> list[tuple[str, str]]:
    return connection.execute(OF, (guild, PREFIX, PREFIX + LAST_CHARACTER)).fetchall()


def _read(name: str, value: str) -> PastEstimates | None:
    try:
        note = PricesNote.read(value)
    except UnreadableNote:
        return None
    return PastEstimates(name.removeprefix(PREFIX), note.day, note.wh)


def _quoted(usage: str) -> str:
    return json.dumps(usage, ensure_ascii=False)
