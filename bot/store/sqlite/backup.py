"""A consistent copy of a database in use, with its key: made from any process, without the lock."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.store.sqlite.connection import connect
from bot.store.sqlite.errors import StorageError, cannot_start, write_failed
from bot.store.sqlite.key import key_file, publish, write_secret
from bot.store.sqlite.schema import recognise


def backup_file(source: Path, target: Path) -> None:
    """Copy `source` to `target` and its key to `<target>.key`; both or neither. Raises StorageError."""
    for file in (target, key_file(target)):
        if file.exists():
            raise StorageError(f"{file} exists already; choose another name for the backup, or move that one away.")
    partial = target.with_name(f".{target.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        _copy(source, partial)
        write_secret(key_file(target), key_file(source).read_bytes())
        try:
            publish(partial, target)
        except BaseException:
            key_file(target).unlink(missing_ok=True)
            raise
    except FileExistsError:
        raise StorageError(f"{target} exists already; choose another name for the backup.") from None
    except OSError as error:
        raise StorageError(
            f"{error.filename or target} could not be used for the backup ({error.strerror}); check folder and disk."
        ) from error
    finally:
        for suffix in ("", "-journal"):
            partial.with_name(partial.name + suffix).unlink(missing_ok=True)


def _copy(source: Path, partial: Path) -> None:
    os.close(os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(connect(source, "ro")) as original, closing(connect(partial, "rw")) as copy:
            recognise(original, source)
            # All pages in one step: the copy is of one moment, and starts over for no later write.
            original.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
            problem = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        if write_failed(error, partial).code == "store.full":
            raise StorageError(f"{partial.parent.absolute()} has no room for the backup; free some space.") from error
        raise cannot_start(error, source) from error
    if problem != "ok":
        raise StorageError(f"{source} is damaged, so no backup was made of it; keep the earlier ones.")
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
