"""Every unit that a claim may use is worth what the world agrees it is worth."""

from __future__ import annotations

import pytest

from energy import plain_claim, quantities


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("1 Wh", "energy", 1.0),
        ("2 kWh", "energy", 2e3),
        ("2 MWh", "energy", 2e6),
        ("2 GWh", "energy", 2e9),
        ("2 TWh", "energy", 2e12),
        ("3600 joules", "energy", 1.0),
        ("3.6 kJ", "energy", 1.0),
        ("3.6 MJ", "energy", 1e3),
        ("3.6 GJ", "energy", 1e6),
        ("2 kW", "power", 2e3),
        ("2 MW", "power", 2e6),
        ("2 GW", "power", 2e9),
        ("2 terawatts", "power", 2e12),
        ("5 mg", "mass", 5e-3),
        ("2 kg", "mass", 2e3),
        ("2 tonnes", "mass", 2e6),
        ("2 cl", "volume", 20.0),
        ("2 litres", "volume", 2e3),
        ("2 m3", "volume", 2e6),
        ("2 gallons", "volume", 2 * 3.785411784e3),  # of 231 cubic inches, of 2.54 cm each
        ("20 drops", "volume", 1.0),  # a hundred to the teaspoon of 5 mL
        ("2 teaspoons", "volume", 10.0),
        ("2 km", "distance", 2.0),
        ("2 miles", "distance", 3.218688),
        ("250 ms", "duration", 0.25),
        ("2 minutes", "duration", 120.0),
        ("2 hours", "duration", 7200.0),
    ],
)
def test_a_unit_is_worth_what_it_is_worth_everywhere(text: str, kind: str, value: float) -> None:
    (found,) = quantities(plain_claim(text))
    assert found.kind == kind
    assert found.range.central == pytest.approx(value, rel=1e-9)
