"""What would lower an answer, each change as a question that can be asked."""

from __future__ import annotations

from bot.services.cost import Answer, CostService, Question
from energy import Lever, Refusal, levers


def changes(cost: CostService, answer: Answer) -> tuple[tuple[Lever, str], ...]:
    """Each lever with its question in few signs; none for a model that only the second opinion knows."""
    question = answer.question
    try:
        found = levers(question.usage, cost.book, question.place)
    except Refusal:
        return ()
    return tuple((lever, Question(lever.instead, lever.place).subject) for lever in found)
