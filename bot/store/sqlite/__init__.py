"""Where the bot keeps what it must remember: one SQLite file, one writer."""

from bot.store.sqlite.backup import backup_file
from bot.store.sqlite.errors import StorageError
from bot.store.sqlite.sqlite_store import SqliteStore, open_store

__all__ = ["SqliteStore", "StorageError", "backup_file", "open_store"]
