"""What people type, in whatever state, and the usages it stands for; and what is no use of AI, and why."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from energy import FactorBook, Refusal, read
from tests.energy.reading.twins import TWINS


def table(name: str) -> list[tuple[str, ...]]:
    """The rows of a table beside this file, its headings left out."""
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file)][1:]


PHRASES, REFUSED = table("phrases.csv"), table("refused.csv")


def test_the_tables_are_there() -> None:
    assert len(PHRASES) > 600
    assert len(REFUSED) > 50


def said(text: str, book: FactorBook) -> str:
    """What a sentence was read as, in the notation of the tables: "count × key", joined by " + "."""
    return " + ".join(f"{usage.count} × {usage.key}" for usage in (reading.usage for reading in read(text, book)))


@pytest.mark.parametrize(("english", "french", "expected"), TWINS, ids=[english for english, _, _ in TWINS])
def test_english_and_french_of_one_meaning_are_one_usage(
    book: FactorBook, english: str, french: str, expected: str
) -> None:
    assert said(english, book) == expected
    assert said(french, book) == expected


@pytest.mark.parametrize(("text", "expected"), PHRASES, ids=[text for text, _ in PHRASES])
def test_a_phrase_is_read_as_people_mean_it(book: FactorBook, text: str, expected: str) -> None:
    assert said(text, book) == expected


@pytest.mark.parametrize(("text", "code"), REFUSED, ids=[text for text, _ in REFUSED])
def test_a_phrase_that_cannot_be_read_is_refused_with_its_reason(book: FactorBook, text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text, book)
    assert refused.value.code == code
