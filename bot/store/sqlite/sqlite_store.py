"""The SQLite store: one file, one writer, a few readers, and the key beside it."""

from __future__ import annotations

import asyncio
import sqlite3
from functools import partial
from pathlib import Path

from filelock import BaseFileLock

from bot.store.errors import WriteFailed
from bot.store.ledger import Ledger
from bot.store.protocols import Answers, Notes, Prices, Traces
from bot.store.sqlite import erasure
from bot.store.sqlite.answers import SqliteAnswers
from bot.store.sqlite.backup import backup_file
from bot.store.sqlite.connection import claim, open_writer
from bot.store.sqlite.errors import StorageError, cannot_start, write_failed
from bot.store.sqlite.key import Key, create_key, key_file, load_key
from bot.store.sqlite.ledger import SqliteLedger
from bot.store.sqlite.notes import SqliteNotes
from bot.store.sqlite.prices import SqlitePrices
from bot.store.sqlite.reader import Readers
from bot.store.sqlite.traces import SqliteTraces
from bot.store.sqlite.writer import Writer


async def open_store(path: Path) -> SqliteStore:
    """The store of a file, made if there is none. Raises StorageError."""
    return await asyncio.to_thread(_open, path)


def _open(path: Path) -> SqliteStore:
    lock = claim(path)
    try:
        connection = open_writer(path)
        try:
            key = _key_of(connection, path)
            return SqliteStore(path, connection, key, lock)
        except sqlite3.Error as error:
            connection.close()
            raise cannot_start(error, path) from None
        except BaseException:
            connection.close()
            raise
    except BaseException:
        lock.release()
        raise


class SqliteStore:
    """`Store` over one file."""

    def __init__(self, path: Path, connection: sqlite3.Connection, key: Key, lock: BaseFileLock) -> None:
        self._path = path
        self._lock = lock
        self._writer = Writer(connection, path)
        self._readers = Readers(path)
        self.traces: Traces = SqliteTraces(self._writer, self._readers)
        self.notes: Notes = SqliteNotes(self._writer, self._readers)
        self.prices: Prices = SqlitePrices(self._writer, self._readers)
        self.ledger: Ledger = SqliteLedger(self._writer, self._readers, key)
        self.answers: Answers = SqliteAnswers(self._writer, self._readers, key)

    @property
    def waiting(self) -> int:
        """How many writes wait for their turn."""
        return self._writer.waiting

    async def probe(self) -> None:
        """Write something that changes nothing, durably."""
        await self._writer.do(_probe)

    async def erase_server(self, guild: int) -> int:
        """Remove all events and facts of a server, and from the file. How many events."""
        return await self._writer.do(partial(erasure.erase_server, guild=guild), scrub=True)

    async def backup(self, file: Path) -> None:
        """A consistent copy and its key, while writing goes on; never over another file."""
        try:
            await asyncio.to_thread(backup_file, self._path, file)
        except StorageError as error:
            cause = error.__cause__
            code = write_failed(cause, file).code if cause else "store.broken"
            raise WriteFailed(code, str(error)) from None

    async def close(self) -> None:
        """Finish what was begun, then close. Twice is as good as once."""
        await self._readers.close()
        await self._writer.close()  # the last connection to go empties the log into the file
        self._lock.release()


def _probe(connection: sqlite3.Connection) -> None:
    """The version over itself: rows that stay as they are would not reach the disk, the first page does."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    connection.execute(f"PRAGMA user_version = {version}")


def _key_of(connection: sqlite3.Connection, path: Path) -> Key:
    """The key whose fingerprint the database bears. A database without events takes any key, or a new one."""
    key = load_key(path)
    used = connection.execute("SELECT 1 FROM events LIMIT 1").fetchone()
    sealed = connection.execute("SELECT mark FROM seal").fetchone()
    if key is None:
        if used:
            raise StorageError(
                f"{key_file(path)} is missing, and without it nobody's entries in {path} can be found or erased; "
                "put the key of the backup back."
            )
        key = create_key(path)
    elif used and sealed and sealed[0] != key.fingerprint:
        raise StorageError(f"{key_file(path)} is the key of another database than {path}; put its own key back.")
    if sealed is None or sealed[0] != key.fingerprint:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM seal")
        connection.execute("INSERT INTO seal (mark) VALUES (?)", (key.fingerprint,))
        connection.execute("COMMIT")
    return key
