"""The plain values that go into a store and come out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

# Said by a person, counted from a bot's messages, or estimated from what somebody pointed at.
Origin = Literal["declared", "counted", "estimated"]


@dataclass(frozen=True, slots=True)
class Trace:
    """An answer somebody may ask about again: what was asked (`subject`), by which book, and the result of that day."""

    code: str
    subject: str
    book: str
    day: date
    result: str


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a server did, told or seen once: what was used (canonical usage key, count), when, and by whom.

    `source` names what told us (an interaction or a message): a second action of the same source changes nothing.
    `author` is a Discord id; the store keeps a keyed hash of both, never themselves.
    """

    guild: int
    day: date
    items: tuple[tuple[str, int], ...]
    origin: Origin
    source: str
    author: int | None = None


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many of one usage a server had on one day, from one origin."""

    day: date
    usage: str
    origin: Origin
    count: int


@dataclass(frozen=True, slots=True)
class Record:
    """One stored event as an export gives it; the hashes are hexadecimal, `author` empty where nobody is behind it.

    `key` is the fingerprint of the key they were made with: with another one, they mean nobody and nothing.
    """

    day: date
    usage: str
    count: int
    origin: Origin
    author: str
    source: str
    key: str


@dataclass(frozen=True, slots=True)
class PastEstimates:
    """What one item of each usage took by an edition of the book: (low, central, high) in Wh; and its last day."""

    book: str
    day: date
    wh: Mapping[str, tuple[float, float, float]]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer somebody gave in a session; `voter` tells people of that session apart, and nothing else."""

    question: str
    voter: str
    value: str
