"""Log lines for a person or for a collector: never a token, never what somebody typed.

An exception's message may quote what a person typed, so only what is known to quote nobody is printed of it: its
class, where it happened, and the code that Discord, SQLite or the system gave.
"""

from __future__ import annotations

import json
import logging
import re
import sqlite3
import sys
import time
import traceback
from collections.abc import Iterator
from typing import Literal, TextIO

from energy import EnergyError

Form = Literal["console", "json"]
# What every record has; anything else on one was put there to be told.
_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_HIDDEN = "[hidden]"
_SECRETS = (
    # A bot's token: an id, a time and a signature.
    (re.compile(r"[\w-]{20,}\.[\w-]{4,}\.[\w-]{25,}"), _HIDDEN),
    # The token of one interaction, in addresses that discord.py names when it is told to wait.
    (re.compile(r"(/(?:interactions|webhooks)/\d+/)[^/\s?]+"), rf"\g<1>{_HIDDEN}"),
)


def set_up(form: Form, token: str | None = None) -> None:
    """Send every log line to standard error in this form; `token` is hidden wherever it might stand."""
    logging.basicConfig(level=logging.INFO, handlers=[handler(form, sys.stderr, token)], force=True)
    # discord.py's own notes are for who writes bots; those of its client are about voice, which is not used here.
    logging.getLogger("discord").setLevel(logging.WARNING)
    logging.getLogger("discord.client").setLevel(logging.ERROR)


def handler(form: Form, stream: TextIO, token: str | None = None) -> logging.Handler:
    """What writes records to a stream in this form."""
    made = logging.StreamHandler(stream)
    made.setFormatter((Json if form == "json" else Console)(token))
    return made


class Console(logging.Formatter):
    """A line for people: when, how grave, who says it, what."""

    def __init__(self, token: str | None = None) -> None:
        super().__init__("%(asctime)sZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """The line, and where an exception came from."""
        record.asctime, record.message = self.formatTime(record, self.datefmt), record.getMessage()
        lines = [self.formatMessage(record)]
        if record.exc_info and record.exc_info[1] is not None:
            lines += trail(record.exc_info[1])
        return hidden("\n".join(lines), self._token)


class Json(logging.Formatter):
    """One JSON object a line, for a collector."""

    def __init__(self, token: str | None = None) -> None:
        super().__init__()
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """The object: time, level, logger, message, what was put on the record, and where an exception came from."""
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        said: dict[str, object] = {
            "time": f"{moment}.{record.msecs:03.0f}Z",
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **{name: value for name, value in vars(record).items() if name not in _OWN},
        }
        if record.exc_info and record.exc_info[1] is not None:
            said["exception"] = list(trail(record.exc_info[1]))
        return hidden(json.dumps(said, ensure_ascii=False, default=lambda value: type(value).__name__), self._token)


def trail(error: BaseException) -> Iterator[str]:
    """Where an exception and those behind it were raised, without their messages."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield named(one)
        for frame in traceback.extract_tb(one.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
        one = one.__cause__ or one.__context__


def named(error: BaseException) -> str:
    """The class of an exception, with the code that its origin gave it."""
    name = type(error).__name__
    if isinstance(error, EnergyError):
        return f"{name} ({error.code})"
    status, code = getattr(error, "status", None), getattr(error, "code", None)
    if isinstance(status, int) and isinstance(code, int):  # Discord's, or another web server's
        return f"{name} ({status}, code {code})"
    if isinstance(error, sqlite3.Error):
        return f"{name} ({getattr(error, 'sqlite_errorname', None) or 'no code'})"
    if isinstance(error, OSError) and error.strerror:
        return f"{name} ({error.strerror})"
    return name


def hidden(text: str, token: str | None = None) -> str:
    """The text without anything that opens a door."""
    if token:
        text = text.replace(token, _HIDDEN)
    for pattern, instead in _SECRETS:
        text = pattern.sub(instead, text)
    return text
