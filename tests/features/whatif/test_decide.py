"""A habit that a button carries is the same habit, or an old button."""

from __future__ import annotations

import pytest

from bot.features.cost import Estimator
from bot.features.whatif.decide import asked, whatif
from energy import FactorBook, Refusal


def test_a_habit_comes_back_from_its_button_and_one_for_an_unknown_period_is_refused(book: FactorBook) -> None:
    estimator = Estimator(book)
    habit = whatif(estimator, "video 5s", "1000", 3.0, "week")
    assert asked(estimator, habit.subject) == habit
    with pytest.raises(Refusal):
        asked(estimator, habit.subject.replace("~week", "~fortnight"))
