"""The database as it lies on the disk, read without a trace, also while the bot writes to it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bot.start.doctor.finding import Finding, fail, ok, warn
from bot.start.doctor.notes import notes
from bot.store.sqlite.errors import StorageError, cannot_start
from bot.store.sqlite.key import key_file, load_key
from bot.store.sqlite.schema import VERSION, recognise

_RESTORE = "stop the bot, and put the latest backup and its .key file in its place"
# Both of a file in WAL mode, at this place of its first page.
_WAL = (18, b"\x02\x02")
_UNEQUAL = """SELECT count(*) FROM (
    SELECT guild, day, usage, origin, sum(count) AS count FROM events WHERE count > 0 GROUP BY 1, 2, 3, 4
    EXCEPT SELECT guild, day, usage, origin, count FROM rollups)"""
_COLUMNS = """SELECT s.name, c.name, c.type FROM sqlite_schema AS s, pragma_table_info(s.name) AS c
    WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite%' AND substr(s.name, 1, 1) <> '_'"""


def database(path: Path) -> Iterator[Finding]:
    """Its folder, file, tables, content and key."""
    folder = path.parent.absolute()
    if not folder.is_dir():
        yield fail("database", f"its folder {folder} does not exist", "create it, or change DATABASE_URL")
        return
    if not os.access(folder, os.W_OK | os.X_OK):
        yield fail("database", f"its folder {folder} cannot be written", "give the bot's user write access to it")
    if not path.exists():
        todo = "if there was one, look whether DATABASE_URL is right"
        yield ok("database", f"{path} is not there yet; the first start makes it", todo)
        return
    if not path.is_file():
        yield fail("database", f"{path} is no file", "point DATABASE_URL to a file")
        return
    if not os.access(path, os.R_OK | os.W_OK):
        yield fail("database", f"{path} cannot be read and written", "give the bot's user access to it")
        return
    yield from _content(path)


def _content(path: Path) -> Iterator[Finding]:
    try:
        with closing(peek(path)) as connection:
            version = recognise(connection, path)
            yield ok("database", f"{path}, {path.stat().st_size / 2**20:.1f} MiB")
            yield from _schema(connection, version)
            yield from _integrity(connection, version)
            yield _log(path)
            yield from _key(connection, path)
            if version == VERSION:
                yield from notes(connection)
    except StorageError as error:
        said, _, todo = str(error).rstrip(".").partition("; ")
        yield fail("database", said, todo or _RESTORE)
    except sqlite3.Error as error:
        said, _, todo = str(cannot_start(error, path)).rstrip(".").partition("; ")
        yield fail("database", said, todo or _RESTORE)


def peek(path: Path) -> sqlite3.Connection:
    """A connection that leaves nothing behind: where nobody has the log open, not even a log of its own."""
    log, shared = (path.with_name(f"{path.name}{suffix}") for suffix in ("-wal", "-shm"))
    alive = log.exists() and shared.exists()
    how = "mode=ro&readonly_shm=1" if alive else "mode=ro&immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=1.0, isolation_level=None)


def _schema(connection: sqlite3.Connection, version: int) -> Iterator[Finding]:
    if version == 0:
        yield ok("tables", "none yet; the next start makes them")
        return
    if version < VERSION:
        todo = "make a backup before you start it: python -m bot backup FILE"
        yield ok("tables", f"version {version}; the next start brings them to {VERSION}", todo)
        return
    from bot.store.sqlite.migrations import migrate  # noqa: PLC0415 - it brings sqlite-utils, which is slow to import

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as pattern:
        migrate(pattern)
        wanted = set(pattern.execute(_COLUMNS))
    present = set(connection.execute(_COLUMNS))
    if missing := sorted(f"{table}.{column}" for table, column, _ in wanted - present):
        yield fail("tables", f"version {version} lacks {', '.join(missing[:5])}", _RESTORE)
    else:
        yield ok("tables", f"version {version}, complete")


def _integrity(connection: sqlite3.Connection, version: int) -> Iterator[Finding]:
    problem = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if problem != "ok":
        yield fail("integrity", f"damaged ({problem.splitlines()[-1]})", _RESTORE)
        return
    if version == VERSION and (unequal := connection.execute(_UNEQUAL).fetchone()[0]):
        yield fail("integrity", f"{unequal} daily totals are not the sum of their entries", _RESTORE)
        return
    yield ok("integrity", "every page is sound, and every daily total is the sum of its entries")


def _log(path: Path) -> Finding:
    at, marked = _WAL
    with path.open("rb") as file:
        file.seek(at)
        wal = file.read(len(marked)) == marked
    if not wal:
        return ok("durability", "a copy without a log (WAL); the next start gives it one and waits for the disk")
    log = path.with_name(f"{path.name}-wal")
    waiting = log.stat().st_size / 2**20 if log.exists() else 0.0
    said = f"log (WAL) on, {waiting:.1f} MiB long; every acknowledged entry waited for the disk (synchronous=FULL)"
    if waiting > 256:
        return warn("durability", said, "a reader may hold the log: end other programs on this file")
    return ok("durability", said)


def _key(connection: sqlite3.Connection, path: Path) -> Iterator[Finding]:
    file = key_file(path)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    used = "events" in tables and connection.execute("SELECT 1 FROM events LIMIT 1").fetchone()
    sealed = connection.execute("SELECT mark FROM seal").fetchone() if "seal" in tables else None
    todo = "put the key of the backup back: without it nobody's entries can be found or erased"
    try:
        key = load_key(path)
    except StorageError as error:
        yield fail("key", str(error).rstrip("."), todo)
        return
    if key is None:
        if used:
            yield fail("key", f"{file} is missing", todo)
        else:
            yield ok("key", f"{file.name} is not there yet; the next start makes it")
    elif used and sealed and sealed[0] != key.fingerprint:
        yield fail("key", f"{file} is the key of another database", todo)
    else:
        yield ok("key", f"{file.name} is the one this database was written with")
