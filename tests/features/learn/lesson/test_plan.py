"""The plan of a lesson: which steps there are, and that they fill the minutes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.features.learn.lesson.plan import CLOSE, DEBATE, GUESS, LEAST_MINUTES, LEVERS, MOST_MINUTES, TALK, plan


@pytest.mark.parametrize("minutes", [15, 39, 40, 45, 120])
def test_a_plan_fills_the_minutes_from_prompt_to_look_back(minutes: int) -> None:
    steps = plan(minutes)
    guesses = sum(step.name.startswith("guess") for step in steps)
    assert guesses == (2 if minutes < 40 else 3)
    assert abs(sum((step.lasts for step in steps), timedelta()) - timedelta(minutes=minutes)) < timedelta(seconds=1)
    assert [steps[0].name, steps[-1].name] == ["prompt", "close"]


@pytest.mark.parametrize("minutes", range(LEAST_MINUTES, MOST_MINUTES + 1))
def test_a_plan_of_any_length_has_every_step_once_and_time_for_each(minutes: int) -> None:
    steps = plan(minutes)
    names = [step.name for step in steps]
    guesses = [name for name in names if name.startswith(GUESS)]
    assert names == [TALK, *guesses, LEVERS, *DEBATE, CLOSE]
    assert guesses == [f"{GUESS}{number}" for number in range(1, len(guesses) + 1)]
    assert min(step.lasts for step in steps) >= timedelta(seconds=30)


def test_both_sides_argue_as_long_before_and_after_the_swap() -> None:
    lasts = {step.name: step.lasts for step in plan(45)}
    assert lasts["argue"] == lasts["swap"]
    assert lasts["vote"] == lasts["again"]
