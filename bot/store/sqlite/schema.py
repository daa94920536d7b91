"""Which file is ours, and which version of it: what is looked at before the first write."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from bot.store.sqlite.errors import StorageError

APPLICATION = 0x57617474  # "Watt"
# How many steps bot/store/sqlite/migrations.py has; a test compares.
VERSION = 2


def recognise(connection: sqlite3.Connection, path: Path) -> int:
    """The version of a file that is ours to use, 0 for an empty one. Changes nothing. Raises StorageError."""
    application, version = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("application_id", "user_version")
    )
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if tables and application != APPLICATION:
        raise StorageError(f"{path} belongs to another program; point DATABASE_URL to a file of Wattson's own.")
    if version > VERSION:
        raise StorageError(
            f"{path} was written by a newer Wattson (its tables are version {version}, this program knows {VERSION}); "
            "install that version, or put back the backup made before it."
        )
    if tables and connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise StorageError(f"{path} is damaged; put the latest backup and its .key file in its place.")
    return version


def upgrade(connection: sqlite3.Connection, version: int) -> None:
    """Bring an empty or older file up to date. Hold the lock: two programs doing this at once collide."""
    if version < VERSION:
        from bot.store.sqlite.migrations import migrate  # noqa: PLC0415 - it brings sqlite-utils, which is slow to import

        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        migrate(connection)
