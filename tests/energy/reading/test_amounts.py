"""Reading single values: what people type in both languages, and which refusal answers what nobody could read."""

from __future__ import annotations

import math

import pytest
from hypothesis import given

from energy import Refusal, load_book, read, read_count, read_duration, read_size
from energy.book.records import size_of
from tests.energy.reading.typed import TYPED, outcome

BOOK = load_book()


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


@given(TYPED)
def test_any_text_at_all_is_a_positive_length_or_a_refusal(typed: str) -> None:
    read_as = outcome(read_duration, typed)
    if isinstance(read_as, Refusal):
        assert read_as.code.startswith("duration.")
    else:
        assert 0 < read_as < math.inf


@given(TYPED)
def test_any_text_at_all_is_a_picture_size_or_a_refusal(typed: str) -> None:
    read_as = outcome(read_size, typed)
    if isinstance(read_as, Refusal):
        assert read_as.code.startswith("resolution.")
    else:
        width, height = read_as
        assert 64 <= width <= 8192
        assert 64 <= height <= 8192
        assert read_size(f"{width}x{height}") == read_as


@given(TYPED)
def test_any_text_at_all_is_a_whole_number_or_a_refusal(typed: str) -> None:
    read_as = outcome(read_count, typed)
    if isinstance(read_as, Refusal):
        assert read_as.code.startswith("count.")
    else:
        assert isinstance(read_as, int)
        assert read_as >= 0


@given(TYPED)
def test_any_text_at_all_is_some_usages_or_a_refusal(typed: str) -> None:
    read_as = outcome(lambda text: read(text, BOOK), typed)
    if not isinstance(read_as, Refusal):
        assert read_as
        assert all(0 < reading.usage.amount < math.inf and reading.usage.count >= 1 for reading in read_as)
