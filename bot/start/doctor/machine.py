"""What the machine brings: its clock, its time zones, its SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.start.doctor.finding import Finding, fail, ok, warn
from energy import BookError, load_book

# STRICT tables came with it.
OLDEST_SQLITE = (3, 37, 0)
# Before it, two connections that write or checkpoint at once could ruin a log.
SAFE_SQLITE = (3, 51, 3)
_YEARS = 30


def clock(now: datetime | None = None) -> Iterator[Finding]:
    """Whether the clock is sane: not before the day this program's sources were read, not a lifetime after."""
    try:
        read = max(source.date_read for source in load_book().sources.values())
    except BookError:  # said already
        return
    now = now or datetime.now(UTC)
    todo = "set it, and switch on time synchronisation (timedatectl set-ntp true)"
    if now.date() < read:
        yield fail("clock", f"it says {now:%Y-%m-%d}, before this program was made", todo)
    elif now.date() > read + timedelta(days=365 * _YEARS):
        yield fail("clock", f"it says {now:%Y-%m-%d}, a lifetime after this program was made", todo)
    else:
        yield ok("clock", f"it says {now:%Y-%m-%d %H:%M} UTC")


def zones() -> Iterator[Finding]:
    """Whether servers can count their days in their own time zone."""
    try:
        ZoneInfo("Europe/Paris")
    except (ZoneInfoNotFoundError, OSError):
        yield warn("time zones", "this machine knows none but UTC", "install tzdata, by the system or by pip")
    else:
        yield ok("time zones", "known")


def sqlite(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> Iterator[Finding]:
    """Whether the SQLite that Python brings can keep the tally."""
    name = ".".join(map(str, version))
    if version < OLDEST_SQLITE:
        oldest = ".".join(map(str, OLDEST_SQLITE))
        yield fail("SQLite", f"{name} is too old", f"use a Python with SQLite {oldest} or newer")
    elif version < SAFE_SQLITE:
        yield ok("SQLite", f"{name}; its known fault with two writers at once is met by having one, behind a lock")
    else:
        yield ok("SQLite", name)
