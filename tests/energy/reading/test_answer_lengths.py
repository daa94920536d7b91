"""How long an answer is, as people say it: tokens, words, pages, or short and long."""

from __future__ import annotations

import math

import pytest
from hypothesis import given

from energy import Refusal
from energy.reading.amounts import read_length, read_tokens
from tests.energy.reading.typed import TYPED, outcome


@pytest.mark.parametrize(
    ("typed", "tokens"),
    [
        ("500 tokens", 500.0),
        ("500", 500.0),
        ("500 jetons", 500.0),
        ("2k tokens", 2000.0),
        ("2k", 2000.0),
        ("1,5k", 1500.0),
        ("1m tokens", 1_000_000.0),
        ("1 page", 650.0),
        ("a page", 650.0),
        ("une page", 650.0),
        ("2 pages", 1300.0),
        ("half a page", 325.0),
        ("une demi-page", 325.0),
        ("300 words", 390.0),
        ("300 mots", 390.0),
        ("2 000 mots", 2600.0),
        ("short", 100.0),
        ("courte", 100.0),
        ("medium", 500.0),
        ("moyen", 500.0),
        ("long", 1500.0),
        ("a long answer", 1500.0),
        ("Réponse longue", 1500.0),
    ],
)
def test_the_length_of_an_answer_is_read_as_people_write_it(typed: str, tokens: float) -> None:
    assert read_tokens(typed) == pytest.approx(tokens)
    assert read_length(typed) == (pytest.approx(tokens), None)


@pytest.mark.parametrize("typed", ["reasoning", "raisonnement", "Réflexion", "thinking", "500 tokens reasoning"])
def test_an_answer_that_thinks_first_is_a_kind_of_its_own(typed: str) -> None:
    assert read_length(typed) == (500.0, "reasoning")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "length.unreadable"),
        ("banana", "length.unreadable"),
        ("5 kg", "length.unreadable"),
        ("1e9", "length.unreadable"),
        ("long live the king", "length.unreadable"),
        ("½ page", "length.unreadable"),
        ("0", "length.positive"),
        ("-5 words", "length.positive"),
        ("\N{MINUS SIGN}5", "length.positive"),
        ("5\u200b00", "length.invisible"),
        ("5" * 400, "length.long"),
    ],
)
def test_what_is_no_length_of_an_answer_is_refused_with_its_reason(typed: str, code: str) -> None:
    for reader in (read_tokens, read_length):
        with pytest.raises(Refusal) as refused:
            reader(typed)
        assert refused.value.code == code


@given(TYPED)
def test_any_text_at_all_is_a_positive_number_of_tokens_or_a_refusal(typed: str) -> None:
    read_as = outcome(read_length, typed)
    if isinstance(read_as, Refusal):
        assert read_as.code.startswith("length.")
    else:
        assert 0 < read_as[0] < math.inf
