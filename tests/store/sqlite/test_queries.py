"""How SQLite finds what is asked: totals without an event, and anything of a server by an index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.sqlite import erasure, events, notes, queries, traces
from bot.store.sqlite.connection import open_writer
from bot.store.sqlite.migrations import steps
from bot.store.sqlite.schema import VERSION

READ = {
    "days": queries.DAYS,
    "totals": queries.TOTALS,
    "first day": queries.FIRST_DAY,
    "numbers": queries.NUMBERS,
    "batch": queries.BATCH,
    "of_person": queries.OF_PERSON,
    "named": notes.NAMED,
    "find": traces.FIND,
}
WRITTEN = {
    name: getattr(events, name)
    for name in (
        "ADD_FIRST",
        "ADD_NEXT",
        "ADD_EXPORTED",
        "ROLL_UP",
        "ROLL_DOWN",
        "ROLL_OFF",
        "LAST_OF_AUTHOR",
        "OF_SOURCE",
        "TOMBSTONE",
        "TAKEN_BACK",
        "OWN",
        "SERVED",
    )
} | {
    "used by": erasure.USED_BY,
    "still used": erasure.STILL_USED,
    "take down": erasure.TAKE_DOWN,
    "take off": erasure.TAKE_OFF,
}


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_writer(tmp_path / "wattson.db")) as connection:
        yield connection


def plan(connection: sqlite3.Connection, query: str) -> list[str]:
    explained = f"EXPLAIN QUERY PLAN {query}"
    for values in range(12):
        try:
            return [row[3] for row in connection.execute(explained, (0,) * values)]
        except sqlite3.ProgrammingError:
            continue
    raise AssertionError(query)


@pytest.mark.parametrize("name", ["days", "totals"])
def test_totals_never_look_at_an_event(connection: sqlite3.Connection, name: str) -> None:
    steps = plan(connection, READ[name])
    assert any("SEARCH rollups USING PRIMARY KEY (guild=? AND day>? AND day<?)" in step for step in steps)
    assert not any("events" in step for step in steps)


@pytest.mark.parametrize("name", [*READ, *WRITTEN])
def test_every_query_goes_by_an_index(connection: sqlite3.Connection, name: str) -> None:
    scans = [step for step in plan(connection, (READ | WRITTEN)[name]) if step.startswith("SCAN")]
    assert [step for step in scans if step.split()[1] in {"events", "rollups", "usages", "notes", "traces"}] == []


def test_every_table_is_strict_and_the_version_is_told(connection: sqlite3.Connection) -> None:
    tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    loose = {name for name, strict in tables if not strict}
    assert loose == {"sqlite_schema", "_sqlite_migrations"}
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert len(steps._migrations) == VERSION


def test_the_writer_is_set_to_lose_nothing_and_forget_all(connection: sqlite3.Connection) -> None:
    settings = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "busy_timeout": 1000}
    assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in settings} == settings
