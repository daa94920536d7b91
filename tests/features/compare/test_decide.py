"""A comparison is sure only where the two ranges do not meet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.features.compare.decide import ComparedOption, ratios
from bot.features.cost import Estimator
from energy import FactorBook, Interval, Usage


@pytest.mark.parametrize(("low", "sure"), [(31.0, True), (30.0, False), (25.0, False), (5.0, False)])
def test_more_is_sure_where_its_least_is_above_the_most_of_the_other(book: FactorBook, low: float, sure: bool) -> None:
    answer = Estimator(book).used(Usage("video", 5.0))

    def using(wh: Interval) -> ComparedOption:
        return ComparedOption((replace(answer, estimate=replace(answer.estimate, facility_energy_wh=wh)),))

    less, more = using(Interval(10.0, 20.0, 30.0)), using(Interval(low, 50.0, 60.0))
    (found,) = ratios((more, less))
    assert (found.more, found.less, found.times, found.sure) == (more, less, 2.5, sure)
