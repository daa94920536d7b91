"""When prompts come and which: the hour of a server's own zone, and none again before all were."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.schedule.notes import ScheduleNote
from bot.features.schedule.timetable import Schedule, from_note, moment, next_prompt

PARIS = ZoneInfo("Europe/Paris")


def at(*when: int) -> datetime:
    return datetime(*when, tzinfo=UTC)  # type: ignore[arg-type,misc]


def test_hour_follows_summer_time() -> None:
    assert moment(date(2026, 3, 28), 9, PARIS) == at(2026, 3, 28, 8)
    assert moment(date(2026, 3, 30), 9, PARIS) == at(2026, 3, 30, 7)


def test_hour_that_the_clock_skips_comes_an_hour_later_and_a_doubled_one_once() -> None:
    assert moment(date(2026, 3, 29), 2, PARIS) == at(2026, 3, 29, 1)  # three o'clock, as two does not exist
    schedule = Schedule(1, (6,), 2)
    assert moment(date(2026, 10, 25), 2, PARIS) == at(2026, 10, 25, 0)
    again = replace(schedule, done=date(2026, 10, 25))
    assert again.latest(at(2026, 10, 25, 1, 30), PARIS) == date(2026, 10, 25)
    assert again.following(at(2026, 10, 25, 1, 30), PARIS) == at(2026, 11, 1, 1)


def test_days_are_those_of_the_servers_zone() -> None:
    """Monday morning in Auckland is Sunday elsewhere."""
    auckland = ZoneInfo("Pacific/Auckland")
    schedule = Schedule(1, (0,), 9)
    assert schedule.following(at(2026, 3, 4, 12), auckland) == at(2026, 3, 8, 20)
    assert schedule.latest(at(2026, 3, 8, 20), auckland) == date(2026, 3, 9)
    assert schedule.latest(at(2026, 3, 8, 19, 59), auckland) == date(2026, 3, 2)


@given(size=st.integers(1, 12), days=st.integers(1, 60))
def test_nothing_comes_again_before_the_pool_is_used(size: int, days: int) -> None:
    pool = [f"P{number}" for number in range(size)]
    shown: tuple[str, ...] = ()
    came: list[str] = []
    for day in range(days):
        chosen, shown = next_prompt(pool, shown, str(day))
        came.append(chosen)
    for start in range(0, days, size):
        in_turn = came[start : start + size]
        assert len(set(in_turn)) == len(in_turn)
    if size > 1:
        assert all(first != second for first, second in pairwise(came))


def test_what_was_shown_of_other_topics_stays_shown() -> None:
    chosen, shown = next_prompt(["a"], ("z", "a"), "monday")
    assert (chosen, shown) == ("a", ("z", "a"))


@pytest.mark.parametrize(("minute", "day"), [(59, date(2026, 3, 2)), (60, date(2026, 3, 9))])
def test_day_has_come_when_its_hour_has(minute: int, day: date) -> None:
    now = at(2026, 3, 9, 8 + minute // 60, minute % 60)
    assert Schedule(1, (0,), 9).latest(now, ZoneInfo("UTC")) == day


@given(
    days=st.sets(st.integers(0, 6), min_size=1),
    hour=st.integers(0, 23),
    minutes=st.integers(0, 2 * 365 * 24 * 60),
    zone=st.sampled_from(["UTC", "Europe/Paris", "Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata"]),
)
def test_what_came_is_not_later_than_now_and_what_follows_is(
    days: set[int], hour: int, minutes: int, zone: str
) -> None:
    schedule, there = Schedule(1, tuple(sorted(days)), hour), ZoneInfo(zone)
    now = at(2026, 1, 1) + timedelta(minutes=minutes)
    came = schedule.latest(now, there)
    assert came.weekday() in days
    assert moment(came, hour, there) <= now
    following = replace(schedule, done=came).following(now, there)
    assert following > now
    assert following.astimezone(there).weekday() in days


def test_same_seed_chooses_the_same_prompt() -> None:
    pool = [f"P{number}" for number in range(9)]
    assert next_prompt(pool, (), "7 2026-03-09") == next_prompt(pool, (), "7 2026-03-09")
    assert len({next_prompt(pool, (), str(seed))[0] for seed in range(50)}) > 1


def test_note_with_days_and_subjects_that_are_none_here_is_read_without_them() -> None:
    note = ScheduleNote(channel=1, days=(9, 4), hour=17, subjects=("water", "gone"), done=date(2026, 3, 2))
    assert from_note(note) == Schedule(1, (4,), 17, ("water",), date(2026, 3, 2))
    assert from_note(note.model_copy(update={"days": (9,)})).days == (0,)
