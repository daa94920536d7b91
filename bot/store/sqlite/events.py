"""The ledger's rows: every statement that writes an event, each with its roll-up, inside the writer's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from bot.store.record_check import SOURCE_BYTES
from bot.store.records import Origin, Record

# By name, so that sorting by number is sorting by name; the numbers are in every file: only append.
ORIGINS: tuple[Origin, ...] = ("counted", "declared", "estimated")
ORIGIN_NUMBER: dict[str, int] = {name: number for number, name in enumerate(ORIGINS)}
EPOCH = date(1970, 1, 1).toordinal()

# One item, by the name of its usage; the first one only if nothing is known of its source, not even that it was undone.
ADD_NEXT = """INSERT INTO events (guild, day, usage, count, origin, author, source)
    SELECT ?1, ?2, id, ?4, ?5, ?6, ?7 FROM usages WHERE name = ?3"""
KNOWN = "SELECT 1 FROM events WHERE guild = ?1 AND source BETWEEN ?7 AND ?8"
ADD_FIRST = f"{ADD_NEXT} AND NOT EXISTS ({KNOWN})"
# One exported event: neither there already, nor of an action that was undone.
ADD_EXPORTED = """INSERT INTO events (guild, day, usage, count, origin, author, source)
    SELECT ?1, ?2, id, ?4, ?5, ?6, ?7 FROM usages WHERE name = ?3
    AND NOT EXISTS (SELECT 1 FROM events WHERE guild = ?1 AND source = ?7)
    AND NOT EXISTS (SELECT 1 FROM events WHERE guild = ?1 AND source BETWEEN ?8 AND ?9 AND count = 0)"""
ROLL_UP = """INSERT INTO rollups (guild, day, usage, origin, count)
    SELECT ?1, ?2, id, ?5, ?4 FROM usages WHERE name = ?3
    ON CONFLICT DO UPDATE SET count = count + excluded.count"""
ADD_USAGE = "INSERT INTO usages (name) VALUES (?) ON CONFLICT DO NOTHING"
ROLL_DOWN = "UPDATE rollups SET count = count - ? WHERE guild = ? AND day = ? AND usage = ? AND origin = ?"
ROLL_OFF = "DELETE FROM rollups WHERE guild = ? AND day = ? AND usage = ? AND origin = ? AND count = 0"
LAST_OF_AUTHOR = """SELECT source, day, origin FROM events WHERE author = ? AND guild = ? AND origin IN (?, ?)
    ORDER BY seq DESC LIMIT 1"""
TAKEN_BACK = "SELECT 1 FROM events WHERE guild = ? AND source BETWEEN ? AND ? AND count = 0"
OWN = "SELECT 1 FROM events WHERE guild = ? AND source BETWEEN ? AND ? AND author = ?"
OF_SOURCE = """SELECT seq, day, usage, origin, count, name FROM events JOIN usages ON usages.id = usage
    WHERE guild = ? AND source BETWEEN ? AND ? AND count > 0 ORDER BY source"""
TOMBSTONE = "UPDATE events SET usage = NULL, count = 0, author = NULL WHERE seq = ?"
SERVED = "INSERT INTO events (guild, day, count, origin, source) VALUES (?, ?, 0, ?, ?)"

Items = tuple[tuple[str, int], ...]


def day_number(day: date) -> int:
    """A day as the files have it: days since 1970, two bytes until 2059."""
    return day.toordinal() - EPOCH


def day_of(number: int) -> date:
    """The day of a number."""
    return date.fromordinal(number + EPOCH)


def siblings(source: bytes) -> tuple[bytes, bytes]:
    """The first and last name an item of the same source can have."""
    stem = source[:SOURCE_BYTES]
    return stem + b"\x00", stem + b"\xff"


def add(
    connection: sqlite3.Connection,
    guild: int,
    day: int,
    items: Sequence[tuple[str, int]],
    origin: int,
    author: bytes | None,
    source: bytes,
) -> bool:
    """Count an action, all of it or, where its source is known, nothing."""
    execute = connection.execute
    for number, (name, count) in enumerate(items):
        counted = (guild, day, name, count, origin)
        statement = ADD_NEXT if number else ADD_FIRST
        names = (source + bytes((number,)),) if number else siblings(source)
        row = (*counted, author, *names)
        if not execute(statement, row).rowcount and not _add_with_usage(connection, statement, row, name):
            return False
        execute(ROLL_UP, counted)
    return True


def _add_with_usage(connection: sqlite3.Connection, statement: str, row: tuple[object, ...], name: str) -> bool:
    """Once more where nothing was added because the usage is new; False where it was because the source is known."""
    if not connection.execute(ADD_USAGE, (name,)).rowcount:
        return False
    if connection.execute(statement, row).rowcount:
        return True
    connection.execute("DELETE FROM usages WHERE name = ?", (name,))  # not kept for an action that was not counted
    return False


def restore(connection: sqlite3.Connection, guild: int, records: Sequence[Record], key_fingerprint: str) -> int:
    """Add exported events that are not there; how many. Whose they are is kept where their key is this one."""
    added = 0
    for record in records:
        connection.execute(ADD_USAGE, (record.usage,))
        author = bytes.fromhex(record.author) if record.key == key_fingerprint else b""
        source = bytes.fromhex(record.source)
        counted = (guild, day_number(record.day), record.usage, record.count, ORIGIN_NUMBER[record.origin])
        if connection.execute(ADD_EXPORTED, (*counted, author or None, source, *siblings(source))).rowcount:
            connection.execute(ROLL_UP, counted)
            added += 1
    return added


def undo(connection: sqlite3.Connection, guild: int, author: bytes, request: bytes) -> Items | None:
    """Take back an author's last action of a server, once a request: that it was served stays known."""
    if connection.execute(TAKEN_BACK, (guild, *siblings(request))).fetchone():
        return ()
    undoable = (ORIGIN_NUMBER["declared"], ORIGIN_NUMBER["estimated"])
    row = connection.execute(LAST_OF_AUTHOR, (author, guild, *undoable)).fetchone()
    if row is None:
        return None
    source, day, origin = row
    taken = uncount(connection, guild, source)
    connection.execute(SERVED, (guild, day, origin, request + b"\x00"))
    return taken


def take_back(connection: sqlite3.Connection, guild: int, author: bytes, source: bytes) -> Items | None:
    """Take back what a source told, where this author is behind it."""
    if connection.execute(TAKEN_BACK, (guild, *siblings(source))).fetchone():
        return ()
    if not connection.execute(OWN, (guild, *siblings(source), author)).fetchone():
        return None
    return uncount(connection, guild, source)


def uncount(connection: sqlite3.Connection, guild: int, source: bytes) -> Items:
    """Take back what a source had counted: its items. The source stays known, so that it is not counted again."""
    rows = connection.execute(OF_SOURCE, (guild, *siblings(source))).fetchall()
    for number, (seq, day, usage, origin, count, _) in enumerate(rows):
        connection.execute("DELETE FROM events WHERE seq = ?" if number else TOMBSTONE, (seq,))
        connection.execute(ROLL_DOWN, (count, guild, day, usage, origin))
        connection.execute(ROLL_OFF, (guild, day, usage, origin))
    return tuple((name, count) for *_, count, name in rows)
