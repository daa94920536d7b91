"""What is read from the ledger: totals and days from the roll-ups, single events only to export or show them."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Sequence
from datetime import date

from bot.store.records import DayCount, Record
from bot.store.sqlite.events import ORIGINS, day_number, day_of

DAYS = """SELECT day, name, origin, count FROM rollups JOIN usages ON usages.id = usage
    WHERE guild = ? AND day BETWEEN ? AND ? ORDER BY day, name, origin"""
# Added up by number first: a name is looked up once a row of the answer, not once a day.
TOTALS = """SELECT day, name, origin, count FROM (
        SELECT max(day) AS day, usage, origin, sum(count) AS count FROM rollups
        WHERE guild = ? AND day BETWEEN ? AND ? GROUP BY usage, origin
    ) JOIN usages ON usages.id = usage ORDER BY name, origin"""
FIRST_DAY = "SELECT min(day) FROM rollups WHERE guild = ?"
# From each server straight to the next, however many rows it has.
GUILDS = """WITH RECURSIVE known(guild) AS (
        SELECT min(guild) FROM rollups
        UNION ALL SELECT (SELECT min(guild) FROM rollups WHERE guild > known.guild) FROM known WHERE guild IS NOT NULL
    ) SELECT guild FROM known WHERE guild IS NOT NULL"""
# Their numbers first: a batch then needs no open read transaction, which would keep the log from being emptied.
NUMBERS = "SELECT seq FROM events WHERE guild = ? ORDER BY seq"
BATCH = """SELECT day, name, count, origin, author, source FROM events JOIN usages ON usages.id = usage
    WHERE seq IN (SELECT value FROM json_each(?)) AND +guild = ? ORDER BY seq"""
OF_PERSON = """SELECT guild, day, name, count, origin, author, source FROM events JOIN usages ON usages.id = usage
    WHERE author = ? ORDER BY seq"""


def day_counts(
    connection: sqlite3.Connection, query: str, guild: int, first: date | None, last: date | None
) -> tuple[DayCount, ...]:
    """The rows of DAYS or TOTALS, both ends included."""
    ends = (day_number(first or date.min), day_number(last or date.max))
    rows = connection.execute(query, (guild, *ends)).fetchall()
    return tuple(DayCount(day_of(day), name, ORIGINS[origin], count) for day, name, origin, count in rows)


def first_day(connection: sqlite3.Connection, guild: int) -> date | None:
    """The earliest day of a server."""
    (day,) = connection.execute(FIRST_DAY, (guild,)).fetchone()
    return None if day is None else day_of(day)


def guilds(connection: sqlite3.Connection) -> set[int]:
    """Every server with a roll-up."""
    return {guild for (guild,) in connection.execute(GUILDS)}


def numbers(connection: sqlite3.Connection, guild: int) -> array[int]:
    """The numbers of a server's events, in the order they came."""
    return array("q", (seq for (seq,) in connection.execute(NUMBERS, (guild,))))


def batch(connection: sqlite3.Connection, guild: int, seqs: Sequence[int], key: str) -> tuple[Record, ...]:
    """The events of these numbers that are still there and were not undone."""
    rows = connection.execute(BATCH, (json.dumps(list(seqs)), guild)).fetchall()
    return tuple(_record(key, *row) for row in rows)


def of_person(connection: sqlite3.Connection, author: bytes, key: str) -> tuple[tuple[int, Record], ...]:
    """A person's events in every server."""
    rows = connection.execute(OF_PERSON, (author,)).fetchall()
    return tuple((guild, _record(key, *row)) for guild, *row in rows)


def _record(key: str, day: int, usage: str, count: int, origin: int, author: bytes | None, source: bytes) -> Record:
    return Record(day_of(day), usage, count, ORIGINS[origin], (author or b"").hex(), source.hex(), key)
