"""Reading single values: what people type in both languages, and which refusal answers what nobody could read."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from energy import Refusal, load_book, read, read_count, read_duration, read_size
from energy.book.records import size_of
from energy.reading.amounts import read_length, read_tokens

T = TypeVar("T")
BOOK = load_book()
_TYPED = st.one_of(
    st.text(max_size=230),
    st.text(alphabet="0123456789.,:- +xsminhkpé×_'’\u202f\u00a0", max_size=20),
    st.lists(
        st.sampled_from(
            ["5", "2,5", "1:30", "s", "min", "x", "k", "4k", "720p", "veo", "image", "vidéo", "et", "de", "-", "\u200b"]
        ),
        max_size=8,
    ).map(" ".join),
)


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("5s", 5.0),
        ("5 s", 5.0),
        ("5", 5.0),
        ("10 seconds", 10.0),
        ("10 secondes", 10.0),
        ("1 second", 1.0),
        ("1 seconde", 1.0),
        ("8 sec", 8.0),
        ("8 SECS", 8.0),
        ("2.5s", 2.5),
        ("2,5 secondes", 2.5),
        ("0.5 s", 0.5),
        ("500ms", 0.5),
        ("500 millisecondes", 0.5),
        ("1 min", 60.0),
        ("1.5 min", 90.0),
        ("1,5 minutes", 90.0),
        ("1 min 30", 90.0),
        ("1 min 30 s", 90.0),
        ("1m30", 90.0),
        ("1m30s", 90.0),
        ("1 minute and 30 seconds", 90.0),
        ("1 minute et 30 secondes", 90.0),
        ("1:30", 90.0),
        ("0:05", 5.0),
        ("2 mn", 120.0),
        ("1h", 3600.0),
        ("1 heure", 3600.0),
        ("1 h 30", 5400.0),
        ("  5   s  ", 5.0),
        ("5\u00a0s", 5.0),
        ("5\u202fs", 5.0),
        ("５ｓ", 5.0),
        ("１：３０", 90.0),
    ],
)
def test_a_length_is_read_as_people_write_it(typed: str, seconds: float) -> None:
    assert read_duration(typed) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "duration.unreadable"),
        ("   ", "duration.unreadable"),
        ("banana", "duration.unreadable"),
        ("5 kg", "duration.unreadable"),
        ("1e9s", "duration.unreadable"),
        ("NaN", "duration.unreadable"),
        ("nan s", "duration.unreadable"),
        ("inf", "duration.unreadable"),
        ("Infinity", "duration.unreadable"),
        ("1:75", "duration.unreadable"),
        ("5s; DROP TABLE", "duration.unreadable"),
        ("0x10 s", "duration.unreadable"),
        ("🎬", "duration.unreadable"),
        ("5🎬", "duration.unreadable"),
        ("½ min", "duration.unreadable"),
        ("-3s", "duration.positive"),
        ("\N{MINUS SIGN}3s", "duration.positive"),
        ("-1 min 30", "duration.positive"),
        ("0", "duration.positive"),
        ("0s", "duration.positive"),
        ("0:00", "duration.positive"),
        ("5" * 4000, "duration.long"),
        ("s" * 4000, "duration.long"),
        ("5\u200bs", "duration.invisible"),
        ("\u202e5s", "duration.invisible"),
        ("5\x00s", "duration.invisible"),
        ("5\ue000s", "duration.invisible"),
        ("5\ud800s", "duration.invisible"),
    ],
)
def test_what_is_no_length_is_refused_with_its_reason(typed: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_duration(typed)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("typed", "resolution"),
    [
        ("480p", "854x480"),
        ("720p", "1280x720"),
        ("720P", "1280x720"),
        ("720 p", "1280x720"),
        ("1080p", "1920x1080"),
        ("HD", "1280x720"),
        ("Full HD", "1920x1080"),
        ("full-hd", "1920x1080"),
        ("4K", "3840x2160"),
        ("UHD", "3840x2160"),
        ("1280x720", "1280x720"),
        ("1280 x 720", "1280x720"),
        ("1280×720", "1280x720"),
        ("1280*720", "1280x720"),
        ("1280 par 720", "1280x720"),
        ("1280 by 720", "1280x720"),
        ("1024", "1024x1024"),
        ("１０２４", "1024x1024"),
        ("64x64", "64x64"),
        ("8192x8192", "8192x8192"),
    ],
)
def test_a_picture_size_is_read_as_people_write_it(typed: str, resolution: str) -> None:
    assert read_size(typed) == size_of(resolution)


@pytest.mark.parametrize(
    "typed", ["", "banana", "0x0", "63x63", "8193x8193", "-1280x720", "1280x", "1e3", "4k60", "9" * 60]
)
def test_what_is_no_picture_size_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_size(typed)
    assert refused.value.code == "resolution.unreadable"
    assert "720p" in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("4", 4),
        (" 4 ", 4),
        ("2 000", 2000),
        ("2\u202f000", 2000),
        ("2k", 2000),
        ("2 K", 2000),
        ("1m", 1_000_000),
        ("９", 9),
        ("0", 0),
    ],
)
def test_a_count_is_read_as_people_write_it(typed: str, count: int) -> None:
    assert read_count(typed) == count


@pytest.mark.parametrize("typed", ["", "-1", "1.5", "four", "½", "1e3", "+3", "NaN", "1" * 13])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_count(typed)
    assert refused.value.code == "count.unreadable"


def outcome(reader: Callable[[str], T], typed: str) -> T | Refusal:
    """What a reader made of a text; any other exception than a refusal goes through."""
    try:
        return reader(typed)
    except Refusal as refusal:
        return refusal


@given(_TYPED)
def test_any_text_at_all_is_a_positive_length_or_a_refusal(typed: str) -> None:
    read_as = outcome(read_duration, typed)
    if isinstance(read_as, Refusal):
        assert read_as.code.startswith("duration.")
    else:
        assert 0 < read_as < math.inf


@given(_TYPED)
def test_any_text_at_all_is_a_picture_size_or_a_refusal(typed: str) -> None:
    read_as = outcome(read_size, typed)
    if isinstance(read_as, Refusal):
        assert read_as.code.startswith("resolution.")
    else:
        width, height = read_as
        assert 64 <= width <= 8192
        assert 64 <= height <= 8192
        assert read_size(f"{width}x{height}") == read_as


@given(_TYPED)
def test_any_text_at_all_is_a_whole_number_or_a_refusal(typed: str) -> None:
    read_as = outcome(read_count, typed)
    if isinstance(read_as, Refusal):
        assert read_as.code.startswith("count.")
    else:
        assert isinstance(read_as, int)
        assert read_as >= 0


@given(_TYPED)
def test_any_text_at_all_is_some_usages_or_a_refusal(typed: str) -> None:
    read_as = outcome(lambda text: read(text, BOOK), typed)
    if not isinstance(read_as, Refusal):
        assert read_as
        assert all(0 < reading.usage.amount < math.inf and reading.usage.count >= 1 for reading in read_as)


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


@given(_TYPED)
def test_any_text_at_all_is_a_positive_number_of_tokens_or_a_refusal(typed: str) -> None:
    read_as = outcome(read_length, typed)
    if isinstance(read_as, Refusal):
        assert read_as.code.startswith("length.")
    else:
        assert 0 < read_as[0] < math.inf
