"""The same use by many people, for long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from bot.cards.refusal import old_button
from bot.features.cost import Answer, Estimator
from energy import Period, Refusal, Scenario, read_people, scenario

PERIODS: tuple[Period, ...] = get_args(Period)
DEFAULT_PEOPLE = "1000"
DEFAULT_PERIOD: Period = "day"


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One use, and the same shared by many."""

    once: Answer
    shared: Scenario

    @property
    def subject(self) -> str:
        """The habit in few characters, so that a button carries it."""
        shared = self.shared
        return f"{self.once.question.subject}~{shared.people}~{shared.times:.12g}~{shared.per}"


def whatif(
    estimator: Estimator,
    activity: str,
    people: str = DEFAULT_PEOPLE,
    times: float = 1.0,
    per: Period = DEFAULT_PERIOD,
    place: str | None = None,
) -> WhatIf:
    """What a habit shared by many takes, from what a person typed. Raises Refusal."""
    answers = estimator.ask(activity, place)
    if len(answers) > 1:
        raise Refusal("whatif.several", "That is more than one activity: give one at a time.", read=activity[:40])
    question = answers[0].question
    shared = scenario(
        question.usage, estimator.book, question.place, read_people(people), times, per, estimator.opinions
    )
    return WhatIf(answers[0], shared)


def asked(estimator: Estimator, subject: str) -> WhatIf:
    """The habit a button carries. Raises Refusal where this version cannot read it."""
    try:
        question, people, times, per = subject.rsplit("~", 3)
        once = estimator.asked(question)
        if per not in PERIODS:
            raise ValueError(per)
        there = once.question.place
        return WhatIf(
            once,
            scenario(once.question.usage, estimator.book, there, int(people), float(times), per, estimator.opinions),
        )
    except ValueError:
        raise old_button() from None
