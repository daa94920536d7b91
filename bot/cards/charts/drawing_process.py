"""The child process that draws, and the pipes to it.

It is a plain child on two pipes and not a `ProcessPoolExecutor`, which cannot end a drawing that lasts too long,
outlives a bot that is killed, and imports the bot's own main module again.
"""

from __future__ import annotations

import logging
import os
import pickle
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
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


class DrawingProcess:
    """The drawing process, as one thread asks it; `kill` may come from another."""

    def __init__(self, worker: str, limit_s: float) -> None:
        self._worker, self._limit_s = worker, limit_s
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self.closed = False

    @property
    def pid(self) -> int | None:
        """The number of the running process, if there is one."""
        running = self._running
        return running.pid if running else None

    def ask(self, chart: Chart) -> bytes:
        """The picture of a chart, from a process that is started if there is none."""
        try:
            process = self._ready()
            with _limited(process, self._limit_s):
                _send(process, pickle.dumps(chart, pickle.HIGHEST_PROTOCOL))
                answer = _receive(process)
        except _EndedError as ended:
            # Waited for at once: the next chart must not be sent to a process that is about to be gone.
            self.stop()
            raise PictureError(str(ended)) from None
        if answer[:1] != b"+":
            raise PictureError(answer[1:].decode(errors="replace"))
        return answer[1:]

    def stop(self) -> None:
        """End the process until the next chart, and leave nothing of it; only where nobody reads from it."""
        with self._lock:
            process, self._running = self._running, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):  # what was written to it in vain
                    assert pipe is not None
                    pipe.close()

    def kill(self) -> None:
        """End the process, now and for good; a thread that waits for it finds its pipe broken, and then stops it."""
        with self._lock:
            self.closed = True
            if self._running is not None:
                self._running.kill()

    def _ready(self) -> subprocess.Popen[bytes]:
        if (process := self._running) is not None:
            if process.poll() is None:
                return process
            _log.warning("the drawing process ended with %s; starting another", process.returncode)
            self.stop()
        with self._lock:
            if self.closed:
                raise PictureError("the drawing process is closed")
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
