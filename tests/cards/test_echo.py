"""What a person typed is harmless when said again."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.echo import MAX_ECHO, inert


@pytest.mark.parametrize("text", ["@everyone", "@here", "<@1>", "<@&1>", "<#1>", "[a](http://b)", "`x`", "**x**"])
def test_marks_and_mentions_are_broken(text: str) -> None:
    assert text not in inert(text)


def test_direction_and_zero_width_signs_vanish() -> None:
    assert inert("a\u202eb\u200bc") == "a b c"


@given(st.text(max_size=5000))
def test_echo_is_one_short_visible_line(text: str) -> None:
    echo = inert(text)
    assert "\n" not in echo
    assert len(echo) <= 2 * MAX_ECHO
    invisible = [sign for sign in echo if unicodedata.category(sign).startswith("C") and sign != "\u200b"]
    assert invisible == []
