"""Numbers as people read them: two significant figures, one unit, each language's own format."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.text.catalog import load_catalog
from config.text.voice import ENERGY, Voice
from energy import Interval

NNBSP = "\N{NARROW NO-BREAK SPACE}"
ENGLISH, FRENCH = (Voice(load_catalog(), language) for language in ("en", "fr"))


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (0, "0", "0"),
        (0.0123, "0.012", "0,012"),
        (1, "1", "1"),
        (7.52, "7.5", "7,5"),
        (99.6, "100", "100"),
        (944, "940", "940"),
        (3412, "3,400", f"3{NNBSP}400"),
    ],
)
def test_two_significant_figures_in_both_languages(value: float, english: str, french: str) -> None:
    assert ENGLISH.number(value) == english
    assert FRENCH.number(value) == french


def test_one_unit_serves_the_whole_range() -> None:
    shown = ENGLISH.said(Interval(10, 100, 600), ENERGY)
    assert (shown.about, shown.range) == ("100 Wh", "10–600 Wh")
    shown = ENGLISH.said(Interval(216, 999.6, 12000), ENERGY)
    assert (shown.about, shown.range) == ("1 kWh", "0.22–12 kWh")


def test_watt_hours_are_kept_for_small_amounts() -> None:
    assert ENGLISH.said(Interval(0.1, 0.3, 1.5), ENERGY).range == "0.1–1.5 Wh"
    assert ENGLISH.said(Interval(0.001, 0.004, 0.02), ENERGY).about == "4 mWh"


@pytest.mark.parametrize(
    ("seconds", "english"), [(5, "5 s"), (2.5, "2.5 s"), (90, "90 s"), (180, "3 min"), (3600, "60 min"), (7200, "2 h")]
)
def test_durations_are_said_as_people_do(seconds: float, english: str) -> None:
    assert ENGLISH.duration(seconds) == english


def test_french_says_from_and_to() -> None:
    assert FRENCH.said(Interval(10, 100, 600), ENERGY).range == "de 10 à 600\N{NO-BREAK SPACE}Wh"


def test_exact_value_has_no_range() -> None:
    assert ENGLISH.said(Interval.exactly(5), ENERGY).range == "5 Wh"


@given(st.floats(1e-6, 1e13))
def test_printed_number_is_within_five_percent(value: float) -> None:
    printed = float(ENGLISH.number(value).replace(",", ""))
    assert printed == pytest.approx(value, rel=0.0501)
