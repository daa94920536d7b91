"""When prompts come and which: the hour of some weekdays in a server's own zone, and none again before all were."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

from bot.features.schedule.notes import ScheduleNote
from config.content.tables import Subject

DAYS, HOURS = range(7), range(24)
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Schedule:
    """When prompts come: on some weekdays (Monday is 0) at an hour of the server's zone; nowhere without a channel.

    `subjects` are those they are about, all where there are none; `done` is the last day that was dealt with and
    `shown` what came already. `refused` is the channel the bot may not write in, `told` whether a manager saw that.
    """

    channel: int | None = None
    days: tuple[int, ...] = (0,)
    hour: int = 9
    subjects: tuple[Subject, ...] = ()
    done: date = date.min
    shown: tuple[str, ...] = ()
    refused: int | None = None
    told: bool = False

    def latest(self, now: datetime, zone: ZoneInfo) -> date:
        """The last of its days whose hour has come."""
        day = now.astimezone(zone).date()
        while day.weekday() not in self.days or moment(day, self.hour, zone) > now:
            day -= _A_DAY
        return day

    def following(self, now: datetime, zone: ZoneInfo) -> datetime:
        """The next time its hour comes on a day that was not dealt with."""
        day = now.astimezone(zone).date()
        while day.weekday() not in self.days or day <= self.done or moment(day, self.hour, zone) <= now:
            day += _A_DAY
        return moment(day, self.hour, zone)


@dataclass(frozen=True, slots=True)
class Due:
    """A prompt that is to be posted now, and the day it is for."""

    guild: int
    channel: int
    day: date


def moment(day: date, hour: int, zone: ZoneInfo) -> datetime:
    """When it is this hour in a zone: the first time where clocks go back, an hour later where they leave it out."""
    return datetime.combine(day, time(hour), zone).astimezone(UTC)


def next_prompt(pool: Sequence[str], shown: tuple[str, ...], seed: str) -> tuple[str, tuple[str, ...]]:
    """One of a pool, and what was shown with it: none again before all were. The same for the same seed."""
    fresh = [one for one in pool if one not in shown]
    if not fresh:
        last = shown[-1]
        fresh, shown = (
            [one for one in pool if one != last] or list(pool),
            tuple(one for one in shown if one not in pool),
        )
    chosen = min(fresh, key=lambda one: hashlib.sha256(f"{seed} {one}".encode()).digest())
    return chosen, (*shown, chosen)


def from_note(note: ScheduleNote) -> Schedule:
    """A schedule as it was kept, without days and subjects that are none here."""
    return Schedule(
        note.channel,
        tuple(day for day in DAYS if day in note.days) or (0,),
        note.hour,
        tuple(subject for subject in SUBJECTS if subject in note.subjects),
        note.done,
        note.shown,
        note.refused,
        note.told,
    )
