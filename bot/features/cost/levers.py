"""What would lower an answer, each change as a question that can be asked."""

from __future__ import annotations

from bot.features.cost.decide import Answer, Estimator, Question
from energy import Lever, Refusal, levers, yearly


def changes(cost: Estimator, answer: Answer) -> tuple[tuple[Lever, str], ...]:
    """Each lever with its question in few characters; none for a model that only the second opinion knows."""
    question = answer.question
    try:
        # One method of counting for all places: another place is known by its yearly figure only.
        found = levers(question.usage, cost.book, yearly(question.place, cost.book))
    except Refusal:
        return ()
    here = question.place
    return tuple((one, Question(one.instead, here if one.place.id == here.id else one.place).subject) for one in found)
