"""The one thread that writes: whatever is waiting shares a transaction, and is answered once that is on the disk."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from bot.store.errors import WriteFailed
from bot.store.sqlite.connection import FileIdentity
from bot.store.sqlite.errors import Vanished, of_the_place, write_failed
from bot.store.sqlite.scrub import Scrub

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]

# Entries a transaction: past this, a longer wait buys little more speed.
GROUP = 256
# Callers woken in one turn of the event loop: with what they then do, well under a millisecond each.
WAKE = 32
# Entries waiting: past this, an honest refusal now is better than an answer after Discord's patience.
WAITING = 4096

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Entry:
    """One write that waits, and who waits for it."""

    work: Work[Any]
    future: asyncio.Future[Any]
    scrub: bool


class Writer:
    """Owner of the write connection. A cancelled caller stops waiting; what it asked for is written all the same."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._identity = FileIdentity(path)
        self._queue: SimpleQueue[Entry | None] = SimpleQueue()
        self._closed = False
        self._scrub = Scrub(connection, path)
        self._thread = threading.Thread(target=self._run, name="ledger-writer", daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        """How many entries wait for their turn."""
        return self._queue.qsize()

    async def do(self, work: Work[T], *, scrub: bool = False) -> T:
        """Run `work` in a transaction; its result, once durable. `scrub`: and once nothing deleted is in the file."""
        if self._closed:
            raise WriteFailed("store.broken", "The store is closed.")
        if self.waiting >= WAITING:
            raise WriteFailed("store.busy", f"{WAITING} writes are waiting; try again in a moment.")
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._queue.put(Entry(work, future, scrub))
        return await future

    async def close(self) -> None:
        """Write what waits, then close the file."""
        if not self._closed:
            self._closed = True
            self._queue.put(None)
        await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        while (group := self._next()) is not None:
            results = self._write(group) if group else []
            if self._scrub.wait_s() == 0:
                self._scrub.run()
            _settle(group, results)
        self._scrub.run()
        vanished = not self._identity.intact()
        with suppress(sqlite3.Error):
            self._connection.close()
        if vanished:
            self._identity.sweep(self._path)

    def _next(self) -> list[Entry] | None:
        """What is waiting, up to a group; nothing when a scrub is due; None once closed and all is written."""
        group: list[Entry] = []
        with suppress(Empty):
            entry = self._queue.get(timeout=self._scrub.wait_s())
            while entry is not None:
                group.append(entry)
                if len(group) == GROUP:
                    return group
                entry = self._queue.get_nowait()
            if not group:
                return None
            self._queue.put(None)  # closed: seen again once this group is served
        return group

    def _write(self, group: Sequence[Entry]) -> list[Any]:
        """One result an entry, an exception where it was not written."""
        connection = self._connection
        try:
            self._check()
            connection.execute("BEGIN IMMEDIATE")
            results = [self._perform(entry) for entry in group]
            connection.execute("COMMIT")
            self._check()
        except Exception as error:  # noqa: BLE001 - the thread must outlive anything an entry does
            self._roll_back()
            if len(group) > 1 and not of_the_place(error):
                return [result for entry in group for result in self._write([entry])]
            failure = write_failed(error, self._path)
            log.error("%d writes failed: %s %s", len(group), failure.code, failure)
            return [failure] * len(group)
        return results

    def _perform(self, entry: Entry) -> Any:
        before = self._connection.total_changes
        result = entry.work(self._connection)
        if entry.scrub and self._connection.total_changes != before:
            self._scrub.owe()
        return result

    def _check(self) -> None:
        if not self._identity.intact():
            raise Vanished

    def _roll_back(self) -> None:
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")


def _settle(group: Sequence[Entry], results: Sequence[Any]) -> None:
    waiting: dict[asyncio.AbstractEventLoop, list[tuple[asyncio.Future[Any], Any]]] = {}
    for entry, result in zip(group, results, strict=True):
        waiting.setdefault(entry.future.get_loop(), []).append((entry.future, result))
    for loop, answers in waiting.items():
        with suppress(RuntimeError):  # a loop that was closed has nobody left to tell
            loop.call_soon_threadsafe(_answer, loop, answers)


def _answer(loop: asyncio.AbstractEventLoop, answers: list[tuple[asyncio.Future[Any], Any]]) -> None:
    """Wake a few callers, and the next few in the loop's next turn: waking a whole group at once would stall it."""
    if len(answers) > WAKE:
        loop.call_soon(_answer, loop, answers[WAKE:])
    for future, result in answers[:WAKE]:
        if future.done():  # its caller was cancelled
            continue
        if isinstance(result, Exception):
            future.set_exception(result)
        else:
            future.set_result(result)
