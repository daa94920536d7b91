"""The connections that only read, each on a thread of its own, so that a reader never waits for the writer."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TypeVar

from bot.store.errors import WriteFailed
from bot.store.sqlite.connection import connect
from bot.store.sqlite.errors import write_failed

T = TypeVar("T")
# A long export and a short question at the same time.
THREADS = 2


class Readers:
    """A few connections opened when first needed; one that fails is dropped, so the next read starts afresh."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="ledger-reader")
        self._closed = False

    async def do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What `work` reads. Raises WriteFailed where the file cannot be read."""
        if self._closed:
            raise WriteFailed("store.broken", "The store is closed.")
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._read, work)

    def _read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            connection = self._borrow()
            try:
                result = work(connection)
            except BaseException:
                connection.close()
                raise
        except sqlite3.Error as error:
            raise write_failed(error, self._path) from None
        self._idle.put(connection)
        return result

    def _borrow(self) -> sqlite3.Connection:
        try:
            return self._idle.get_nowait()
        except Empty:
            return connect(self._path, "ro")

    async def close(self) -> None:
        """Let running reads finish, then close the connections."""
        self._closed = True
        await asyncio.to_thread(self._threads.shutdown)
        while not self._idle.empty():
            self._idle.get_nowait().close()
