"""An amount of energy as people write it."""

from __future__ import annotations

import pytest

from energy import Refusal, read_energy


@pytest.mark.parametrize(
    ("text", "wh"),
    [
        ("10 kWh", 10_000.0),
        ("10kwh", 10_000.0),
        ("500 Wh", 500.0),
        ("2,5 MWh", 2_500_000.0),
        ("1 000 kWh", 1_000_000.0),
        ("1 kilowattheure", 1_000.0),
        ("3 kilowatt-hours", 3_000.0),
        ("3.6 MJ", 1_000.0),
        ("1 GWh", 1e9),
    ],
)
def test_energy_is_read_in_both_languages(text: str, wh: float) -> None:
    assert read_energy(text) == pytest.approx(wh)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("10 kW", "energy.unreadable"),
        ("-1 kWh", "energy.unreadable"),
        ("much", "energy.unreadable"),
        ("", "energy.unreadable"),
        ("0 kWh", "energy.range"),
        ("2000 GWh", "energy.range"),
        ("\u202e10 kWh", "energy.invisible"),
        ("1" * 300, "energy.long"),
    ],
)
def test_what_is_no_energy_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_energy(text)
    assert refused.value.code == code
