"""The plan of a lesson: its steps and how long each takes, by the minutes there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

LEAST_MINUTES, MOST_MINUTES, USUAL_MINUTES = 15, 120, 45
# Below this, two quantities to guess instead of three.
_SHORT = 40
_FEW, _MANY = 2, 3
TALK, GUESS, LEVERS, CLOSE, OVER = "prompt", "guess", "levers", "close", "over"
DEBATE = ("vote", "argue", "swap", "again")
# What each step weighs in the time there is; the numbers are a teacher's guess and stand in no study.
_WEIGHTS = {TALK: 6.0, GUESS: 3.5, LEVERS: 5.0, "vote": 2.0, "argue": 7.0, "swap": 7.0, "again": 2.0, CLOSE: 4.0}


@dataclass(frozen=True, slots=True)
class LessonStep:
    """A step by its name (guesses are numbered: "guess1"), and how long it takes where nobody moves on before."""

    name: str
    lasts: timedelta


def plan(minutes: int) -> tuple[LessonStep, ...]:
    """The steps of a lesson of so many minutes, which they fill exactly: prompt, guesses, levers, debate, close."""
    guesses = [f"{GUESS}{number}" for number in range(1, 1 + (_FEW if minutes < _SHORT else _MANY))]
    names = (TALK, *guesses, LEVERS, *DEBATE, CLOSE)
    weights = [_WEIGHTS[name.rstrip("123")] for name in names]
    whole = timedelta(minutes=minutes) / sum(weights)
    return tuple(LessonStep(name, whole * weight) for name, weight in zip(names, weights, strict=True))
