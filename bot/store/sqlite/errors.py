"""What can go wrong with the file: a sentence for whoever starts the bot, and `WriteFailed` for whoever is writing."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from pathlib import Path

from bot.store.errors import WriteFailed

# Less than this is no room for one more transaction and its log.
LITTLE_ROOM = 1 << 20


class StorageError(Exception):
    """The store cannot start, or a copy cannot be made: one sentence with the file, the trouble and the fix."""


class Vanished(Exception):
    """The database was deleted or replaced while it was open."""


def primary(error: BaseException) -> int | None:
    """SQLite's result code without its details, or None where SQLite did not speak."""
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


def of_the_place(error: BaseException) -> bool:
    """Whether the trouble is the disk's or the file's, so that trying the same writes one by one cannot help."""
    if isinstance(error, (OSError, Vanished)):
        return True
    return isinstance(error, sqlite3.Error) and primary(error) not in {
        None,
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_CONSTRAINT,
        sqlite3.SQLITE_MISMATCH,
        sqlite3.SQLITE_TOOBIG,
        sqlite3.SQLITE_MISUSE,
        sqlite3.SQLITE_RANGE,
    }


def write_failed(error: BaseException, path: Path) -> WriteFailed:
    """What a caller is told; never what was being written."""
    if isinstance(error, WriteFailed):
        return error
    if isinstance(error, Vanished):
        return WriteFailed(
            "store.broken", f"{path} was deleted or replaced while in use; put it back, or restart the bot."
        )
    code = primary(error)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return WriteFailed("store.busy", f"{path} is locked by another program.")
    if _is_full(error, code, path):
        return WriteFailed("store.full", f"No space is left for {path}.")
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    return WriteFailed("store.broken", f"{path} could not be used ({name}).")


def _is_full(error: BaseException, code: int | None, path: Path) -> bool:
    if isinstance(error, OSError):
        return error.errno in {errno.ENOSPC, errno.EDQUOT}
    if code == sqlite3.SQLITE_IOERR:  # a full disk also shows as a failed write of the shared memory file
        try:
            return shutil.disk_usage(path.parent).free < LITTLE_ROOM
        except OSError:
            return False
    return code == sqlite3.SQLITE_FULL


def cannot_start(error: sqlite3.Error, path: Path) -> StorageError:
    """SQLite's complaint at opening, as a sentence with the fix."""
    trouble = {
        sqlite3.SQLITE_NOTADB: "is not a SQLite database; point DATABASE_URL to another file, or move this one away.",
        sqlite3.SQLITE_CORRUPT: "is damaged; put the latest backup and its .key file in its place.",
        sqlite3.SQLITE_READONLY: "cannot be written; give the bot's user write access to it and to its folder.",
        sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that it is a file in a folder the bot may use.",
        sqlite3.SQLITE_FULL: "cannot grow: no space is left; free some space on its disk.",
        sqlite3.SQLITE_BUSY: "is locked by another program; close it, then start the bot again.",
    }
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    code = primary(error)
    fix = trouble.get(code) if code is not None else None
    return StorageError(
        f"{path} {fix or f'could not be opened ({name}); check its disk, or put a backup in its place.'}"
    )
