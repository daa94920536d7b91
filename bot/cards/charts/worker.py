"""The drawing process: `python -m bot.cards.charts.worker`, started and ended by `drawing_process.py`.

It reads charts and writes pictures, each preceded by its length; an empty first frame says that it is ready.
It ends when its input does, even in the middle of a drawing: no death of the bot leaves it behind.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import struct
import sys
import threading
from typing import BinaryIO, NoReturn

LENGTH = struct.Struct(">I")
DRAWN, FAILED = b"+", b"!"
Inbox = queue.SimpleQueue[bytes]


def main() -> NoReturn:
    """Draw until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the bot, which ends this process itself
    if hasattr(os, "nice"):
        os.nice(5)  # where there is one core, answering comes before drawing
    # Whatever else prints here must not end up between two pictures.
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    inbox: Inbox = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, inbox), daemon=True).start()

    from bot.cards.charts.drawing import draw  # noqa: PLC0415 — matplotlib needs a while: Ctrl-C must be ignored by then

    _send(output, b"")
    while True:
        try:
            # Only the bot itself writes here: what it pickled is safe to unpickle.
            answer = DRAWN + draw(pickle.loads(inbox.get()))  # noqa: S301
        except Exception as error:  # noqa: BLE001 — the bot words it; the next chart may well be fine
            answer = FAILED + f"{type(error).__name__}: {error}".encode(errors="replace")
        _send(output, answer)


def _listen(stream: BinaryIO, inbox: Inbox) -> None:
    while (length := stream.read(LENGTH.size)) and len(length) == LENGTH.size:
        inbox.put(stream.read(LENGTH.unpack(length)[0]))
    os._exit(0)


def _send(output: BinaryIO, frame: bytes) -> None:
    try:
        output.write(LENGTH.pack(len(frame)) + frame)
        output.flush()
    except OSError:
        os._exit(0)


if __name__ == "__main__":
    main()
