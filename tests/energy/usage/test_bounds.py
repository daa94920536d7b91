"""Bounds of what a use may be: how often, by how many, on how many machines."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from energy import Habit, Refusal, RunsOn, Settings, Usage
from energy.usage.habit import MAX_PERIODS


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (lambda: Settings(63, 720), "resolution.unreadable"),
        (lambda: Settings(1280, 8193), "resolution.unreadable"),
        (lambda: Settings(steps=0), "steps.range"),
        (lambda: Settings(steps=1001), "steps.range"),
        (lambda: Settings(input_tokens=0), "amount.text"),
        (lambda: RunsOn("server", 0), "count.range"),
        (lambda: RunsOn("own", runtime_s=0.0), "duration.positive"),
        (lambda: RunsOn("own", runtime_s=math.inf), "duration.unreadable"),
        (lambda: Habit(0), "people.range"),
        (lambda: Habit(1, 0.0), "times.range"),
        (lambda: Habit(1, 1.0, "day", 0), "count.range"),
        (lambda: Usage("text", settings=Settings(steps=20)), "setting.unfit"),
        (lambda: Usage("image", settings=Settings(kind="chat")), "setting.unfit"),
        (lambda: Usage("video", 5.0, settings=Settings(input_tokens=9)), "setting.unfit"),
        (lambda: Usage("audio", 5.0, settings=Settings(kind="chat")), "kind.unknown"),
    ],
)
def test_outlandish_settings_machines_and_habits_are_refused(wrong: Callable[[], object], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        wrong()
    assert refused.value.code == code


def test_a_width_without_a_height_is_no_size() -> None:
    with pytest.raises(ValueError, match="together"):
        Settings(width=1280)


def test_a_million_periods_are_read_and_one_more_is_refused() -> None:
    assert Habit(periods=MAX_PERIODS).periods == MAX_PERIODS
    for periods in (0, MAX_PERIODS + 1):
        with pytest.raises(Refusal) as refused:
            Habit(periods=periods)
        assert refused.value.code == "count.range"
