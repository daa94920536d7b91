"""The tables, as the steps that led to them; applied by sqlite-utils, each in one transaction with its record.

Imported only when there is a step to take: sqlite-utils costs a third of a second that most starts need not pay.
Tables WITHOUT ROWID are written as SQL because sqlite-utils cannot make them; its `transform()` fails on them too.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

steps = Migrations("wattson")


@steps()
def first_tables(db: Database) -> None:
    """Events and their daily roll-ups, usage keys, answers and notes.

    `events.seq` is the order they came in; `source` is 12 bytes of keyed hash and the item's number. An undone action
    keeps one row with count 0 and neither usage nor author, so that a late redelivery is still known. `seal` tells
    the key.
    """
    for statement in (
        "CREATE TABLE usages (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
        """CREATE TABLE events (
            seq INTEGER PRIMARY KEY, guild INTEGER NOT NULL, day INTEGER NOT NULL, usage INTEGER,
            count INTEGER NOT NULL, origin INTEGER NOT NULL, author BLOB, source BLOB NOT NULL) STRICT""",
        "CREATE UNIQUE INDEX events_source ON events (guild, source)",
        # No guild: a person is looked for everywhere when forgotten, and nobody's own events are many.
        "CREATE INDEX events_author ON events (author) WHERE author IS NOT NULL",
        """CREATE TABLE rollups (
            guild INTEGER NOT NULL, day INTEGER NOT NULL, usage INTEGER NOT NULL, origin INTEGER NOT NULL,
            count INTEGER NOT NULL, PRIMARY KEY (guild, day, usage, origin)) STRICT, WITHOUT ROWID""",
        """CREATE TABLE notes (
            guild INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (guild, name)
            ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX notes_name ON notes (name)",
        # With a row number: results are long for a key's tree, and the number is the order they were given in.
        """CREATE TABLE traces (
            seq INTEGER PRIMARY KEY, code TEXT NOT NULL, subject TEXT NOT NULL, book TEXT NOT NULL,
            day INTEGER NOT NULL, result TEXT NOT NULL, UNIQUE (code, subject, book)) STRICT""",
        "CREATE TABLE seal (mark BLOB NOT NULL) STRICT",
    ):
        db.execute(statement)


@steps()
def answers(db: Database) -> None:
    """What people answered in games and lessons, each once a question; `voter` is a keyed hash of one session."""
    db.execute(
        """CREATE TABLE answers (
            guild INTEGER NOT NULL, session TEXT NOT NULL, question TEXT NOT NULL, voter BLOB NOT NULL,
            value TEXT NOT NULL, PRIMARY KEY (guild, session, question, voter)) STRICT, WITHOUT ROWID"""
    )


def migrate(connection: sqlite3.Connection, migrations: Migrations = steps) -> int:
    """Take the steps that are missing; the version the file has now. Call it only while holding the lock."""
    db = Database(connection, execute_plugins=False)
    migrations.apply(db)
    version = len(migrations.applied(db))
    db.execute(f"PRAGMA user_version = {version}")
    return version
