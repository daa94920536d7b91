"""What is owed after an erasure: that no byte of what was deleted stays in the file or its log.

Overwriting deleted rows (secure_delete) is not enough: when pages were rebalanced earlier, copies of rows stay in gaps,
so the file is rebuilt; then its log is emptied. Where that fails, or a reader holds the log, it is tried again.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from pathlib import Path

from bot.store.sqlite.errors import write_failed

STEPS = ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)")
RETRY_S = 5.0

log = logging.getLogger(__name__)


class Scrub:
    """The steps that are left, on the writer's connection and its thread."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._owed: tuple[str, ...] = ()
        self._at = 0.0

    def owe(self) -> None:
        """Something was deleted: all steps, as soon as that is committed."""
        self._owed, self._at = STEPS, 0.0

    def wait_s(self) -> float | None:
        """How long until it is time to try, or None where nothing is owed."""
        return max(0.0, self._at - time.monotonic()) if self._owed else None

    def run(self) -> None:
        """Take the steps that are left."""
        self._at = time.monotonic() + RETRY_S
        try:
            while self._owed:
                row = self._connection.execute(self._owed[0]).fetchone()
                if row and row[0]:  # a checkpoint answers 1 where somebody still reads the log
                    log.warning("Erased entries stay in the log of %s until its readers are done.", self._path)
                    return
                self._owed = self._owed[1:]
        except sqlite3.Error as error:
            log.warning("Erased entries are not yet out of the file: %s", write_failed(error, self._path))
