"""What one answer of the bot takes: measured here, a range, and next to nothing."""

from __future__ import annotations

import time

import pytest

from bot.features.about import own_energy_wh
from bot.features.cost import Estimator


def test_an_answer_takes_next_to_nothing_beside_what_it_is_about(estimator: Estimator) -> None:
    own = own_energy_wh(estimator)
    assert 0 < own.low <= own.central <= own.high
    assert own.high < estimator.text().estimate.facility_energy_wh.low / 10


def test_energy_is_processor_time_at_the_power_of_a_core(estimator: Estimator, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter((10.0, 10.5))
    monkeypatch.setattr(time, "process_time", lambda: next(ticks))
    # Half a second of five rounds is a tenth of a second each.
    watts = estimator.book.factors.own.processor_w_per_core.range
    own = own_energy_wh(estimator)
    for end in ("low", "central", "high"):
        assert getattr(own, end) == pytest.approx(getattr(watts, end) * 0.1 / 3600)
