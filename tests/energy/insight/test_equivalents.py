"""An energy is said as the largest everyday use that it fills often enough to be pictured."""

from __future__ import annotations

import pytest

from energy import FactorBook, Interval, fitting


@pytest.mark.parametrize(
    ("identity", "least", "below"),
    [
        ("reactor-year", 1.0, "wind-turbine-year"),
        ("wind-turbine-year", 1.0, "household-year-fr"),
        ("household-year-fr", 1.0, "household-day-fr"),
        ("household-day-fr", 2.0, "oven-use"),
        ("oven-use", 3.0, "microwave-minute"),
        ("microwave-minute", 1 / 60, "led-minute"),  # a second of it
    ],
)
def test_a_use_is_said_once_it_is_filled_and_a_smaller_one_before(
    book: FactorBook, identity: str, least: float, below: str
) -> None:
    wh = book.equivalents[identity].kwh_per_unit.central * 1000 * least
    assert fitting(Interval.exactly(wh * 1.001), book).id == identity
    assert fitting(Interval.exactly(wh * 0.999), book).id == below
