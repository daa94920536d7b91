"""How the database file is opened: once to write, any number of times to read, by this program only."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from bot.store.sqlite.errors import StorageError, cannot_start
from bot.store.sqlite.key import sync_folder
from bot.store.sqlite.schema import recognise, upgrade

# Another program's lock is waited for so long; Discord waits three seconds for us.
BUSY_S = 1.0
# Pages of 4 KiB in the log before they are moved into the file: fewer, longer stops than the default of 1000.
CHECKPOINT_PAGES = 4000


def connect(path: Path, mode: Literal["rw", "ro"]) -> sqlite3.Connection:
    """A connection that never creates the file: one that vanished must not come back empty."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_S,
        isolation_level=None,
        check_same_thread=False,
    )


def claim(path: Path) -> FileLock:
    """The lock that keeps a second Wattson out, taken. Raises StorageError."""
    folder = path.parent
    if not folder.is_dir():
        raise StorageError(f"{path}: the folder {folder.absolute()} does not exist; create it, or change DATABASE_URL.")
    if path.is_dir():
        raise StorageError(f"{path} is a folder; point DATABASE_URL to a file.")
    file = path.with_name(f"{path.name}.lock")
    lock = FileLock(file, timeout=0, thread_local=False, fallback_to_soft=False)
    try:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))  # a lock takes some folders it cannot use for busy ones
        lock.acquire()
    except Timeout:
        raise StorageError(
            f"{path} is in use by another Wattson; stop that one, or give this one another DATABASE_URL."
        ) from None
    except (OSError, NotImplementedError) as error:
        raise _not_writable(path, error) from None
    return lock


def open_writer(path: Path) -> sqlite3.Connection:
    """The one connection that writes, its tables ready. Raises StorageError. Hold the lock."""
    if not path.exists():
        _create(path)
    _check_rights(path)
    try:
        connection = connect(path, "rw")
    except sqlite3.Error as error:
        raise cannot_start(error, path) from None
    try:
        _set_up(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise cannot_start(error, path) from None
    except BaseException:
        connection.close()
        raise
    return connection


def _set_up(connection: sqlite3.Connection, path: Path) -> None:
    version = recognise(connection, path)
    # Before the first table: deleted content is overwritten, in pages that are given back too.
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
        raise StorageError(f"{path} lies on a disk where SQLite cannot keep its log; move it to a local disk.")
    connection.execute("BEGIN IMMEDIATE")  # a file somebody else writes says so here
    connection.execute("COMMIT")
    upgrade(connection, version)


def _create(path: Path) -> None:
    """An empty file for the owner's eyes only; SQLite gives its log and shared memory the same rights."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        sync_folder(path.parent)
    except OSError as error:
        raise _not_writable(path, error) from None


def _check_rights(path: Path) -> None:
    """SQLite opens a file it may only read, and leaves a log with the same rights beside it: so it is tried before."""
    try:
        os.close(os.open(path, os.O_RDWR))
    except OSError as error:
        raise StorageError(
            f"{path} cannot be written ({error.strerror}); give the bot's user write access to it and to its folder."
        ) from None


def _not_writable(path: Path, error: Exception) -> StorageError:
    reason = getattr(error, "strerror", None) or type(error).__name__
    return StorageError(
        f"{path}: the folder {path.parent.absolute()} cannot be written ({reason}); "
        "give the bot's user write access to it, or change DATABASE_URL."
    )


class FileIdentity:
    """Which files the open connection stands on, to notice when their names lead elsewhere."""

    def __init__(self, path: Path) -> None:
        self._files = (os.fspath(path), f"{path}-wal")
        self._seen = self._look()

    def _look(self) -> tuple[tuple[int, int], ...] | None:
        try:
            stats = [os.stat(file) for file in self._files]
        except OSError:
            return None
        return tuple((stat.st_dev, stat.st_ino) for stat in stats)

    def intact(self) -> bool:
        """Whether database and log still lie where they were opened."""
        return self._seen is not None and self._look() == self._seen

    def sweep(self, path: Path) -> None:
        """Remove the log of a database that is gone: a backup put in its place would be ruined by it."""
        if path.exists():
            return
        for suffix in ("-wal", "-shm"):
            with suppress(OSError):
                path.with_name(f"{path.name}{suffix}").unlink(missing_ok=True)
