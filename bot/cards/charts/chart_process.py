"""The studio: charts go in, pictures come out, drawn by one process beside the bot.

Matplotlib would hold up the event loop, and its import alone takes seconds on a small machine; so it lives in a process
that the first picture starts. It is a plain child on two pipes and not a `ProcessPoolExecutor`, which cannot end a
drawing that takes too long, outlives a bot that is killed, and imports the bot's own main module again.
"""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
import struct
import subprocess
import sys
import threading
from collections import OrderedDict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress

from bot.cards.charts.chart import Chart

WORKER = "bot.cards.charts.worker"
START_LIMIT_S = 60.0  # a first start ever compiles matplotlib and lists the system's fonts
# All the worker needs to know of this machine; a token in the bot's environment is none of it.
_PASSED_ON = (
    "HOME",
    "PATH",
    "SYSTEMROOT",
    "TEMP",
    "TMPDIR",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "MPLCONFIGDIR",
    "LANG",
)
_LENGTH = struct.Struct(">I")
_log = logging.getLogger(__name__)


class PictureError(Exception):
    """There is no picture, and why; the words beside it must do."""


class _EndedError(Exception):
    """The pipe to the drawing process is broken."""

    def __str__(self) -> str:
        return "the drawing process ended before the picture was done"


class Studio:
    """Draws charts, one at a time; keeps the last ones."""

    def __init__(
        self,
        *,
        limit_s: float = 10.0,
        waiting: int = 8,
        kept: int = 64,
        kept_bytes: int = 4 * 1024 * 1024,
        worker: str = WORKER,
    ) -> None:
        self._limit_s, self._waiting = limit_s, waiting
        self._kept = _Kept(kept, kept_bytes)
        self._drawing: dict[Chart, asyncio.Task[bytes]] = {}
        self._process = _Process(worker, limit_s)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="studio")

    async def draw(self, chart: Chart) -> bytes:
        """The picture of a chart, as a PNG. A `PictureError` says that there is none in time."""
        if (picture := self._kept.get(chart)) is not None:
            return picture
        task = self._drawing.get(chart)
        if task is None:
            if len(self._drawing) >= self._waiting:
                raise PictureError(f"{self._waiting} pictures are being drawn already")
            task = self._drawing[chart] = asyncio.create_task(self._drawn(chart))
            task.add_done_callback(_looked_at)
        try:
            # Shielded: others may wait for the same picture, and the next one who asks finds it drawn.
            return await asyncio.wait_for(asyncio.shield(task), self._limit_s)
        except TimeoutError:
            raise PictureError(f"no picture within {self._limit_s:g} s") from None

    def close(self) -> None:
        """End the drawing process at once; whoever still waits gets a `PictureError`."""
        self._process.kill()
        self._thread.shutdown()
        self._process.bury()

    async def _drawn(self, chart: Chart) -> bytes:
        try:
            if self._process.closed:
                raise PictureError("the studio is closed")
            picture = await asyncio.get_running_loop().run_in_executor(self._thread, self._process.ask, chart)
            self._kept.put(chart, picture)
            return picture
        finally:
            del self._drawing[chart]


class _Kept:
    """The pictures asked for last, by what they show."""

    def __init__(self, count: int, size: int) -> None:
        self._count, self._size, self._held = count, size, 0
        self._pictures: OrderedDict[Chart, bytes] = OrderedDict()

    def get(self, chart: Chart) -> bytes | None:
        if (picture := self._pictures.get(chart)) is not None:
            self._pictures.move_to_end(chart)
        return picture

    def put(self, chart: Chart, picture: bytes) -> None:
        self._held += len(picture) - len(self._pictures.pop(chart, b""))
        self._pictures[chart] = picture
        while len(self._pictures) > self._count or self._held > self._size:
            self._held -= len(self._pictures.popitem(last=False)[1])


class _Process:
    """The drawing process, as one thread asks it; `kill` may come from another."""

    def __init__(self, worker: str, limit_s: float) -> None:
        self._worker, self._limit_s = worker, limit_s
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self.closed = False

    def ask(self, chart: Chart) -> bytes:
        """The picture of a chart, from a process that is started if there is none."""
        try:
            process = self._ready()
            with _limited(process, self._limit_s):
                _send(process, pickle.dumps(chart, pickle.HIGHEST_PROTOCOL))
                answer = _receive(process)
        except _EndedError as ended:
            # Waited for at once: the next chart must not be sent to a process that is about to be gone.
            if self._running is not None:
                self._running.kill()
                self.bury()
            raise PictureError(str(ended)) from None
        if answer[:1] != b"+":
            raise PictureError(answer[1:].decode(errors="replace"))
        return answer[1:]

    def kill(self) -> None:
        """End the process, now and for good; a thread that waits for it finds its pipe broken."""
        with self._lock:
            self.closed = True
            if self._running is not None:
                self._running.kill()

    def bury(self) -> None:
        """Leave nothing of a process that has ended, once nobody reads from it."""
        if (process := self._running) is not None:
            self._running = None
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):  # what was written to it in vain
                    assert pipe is not None
                    pipe.close()

    def _ready(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self.closed:
                raise PictureError("the studio is closed")
            if self._running is not None:
                if self._running.poll() is None:
                    return self._running
                _log.warning("the drawing process ended with %s; starting another", self._running.returncode)
                self.bury()
            process = self._running = _started(self._worker)
        with _limited(process, START_LIMIT_S):
            _receive(process)
        return process


def _started(worker: str) -> subprocess.Popen[bytes]:
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    environment["PYTHONPATH"] = os.pathsep.join(place or os.getcwd() for place in sys.path)
    environment["OPENBLAS_NUM_THREADS"] = "1"
    # A session of its own: Ctrl-C in the bot's terminal does not reach it. `-P`: it imports what the bot imports.
    return subprocess.Popen(  # noqa: S603 — our own module, by our own interpreter
        [sys.executable, "-P", "-m", worker],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        start_new_session=True,
    )


@contextmanager
def _limited(process: subprocess.Popen[bytes], limit_s: float) -> Iterator[None]:
    timer = threading.Timer(limit_s, process.kill)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _send(process: subprocess.Popen[bytes], frame: bytes) -> None:
    assert process.stdin is not None
    try:
        process.stdin.write(_LENGTH.pack(len(frame)) + frame)
        process.stdin.flush()
    except OSError:
        raise _EndedError from None


def _receive(process: subprocess.Popen[bytes]) -> bytes:
    assert process.stdout is not None
    length = process.stdout.read(_LENGTH.size)
    frame = process.stdout.read(_LENGTH.unpack(length)[0]) if len(length) == _LENGTH.size else b""
    if len(length) < _LENGTH.size or len(frame) < _LENGTH.unpack(length)[0]:
        raise _EndedError
    return frame


def _looked_at(task: asyncio.Task[bytes]) -> None:
    """Without this, asyncio complains of a failure that nobody waited for any more."""
    if not task.cancelled():
        task.exception()
