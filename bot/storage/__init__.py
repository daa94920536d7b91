"""Where the bot keeps what it must remember: one SQLite file, one writer."""

from bot.storage.backup import backup_file
from bot.storage.errors import StorageError
from bot.storage.sqlite import SqliteStore, open_store

__all__ = ["SqliteStore", "StorageError", "backup_file", "open_store"]
