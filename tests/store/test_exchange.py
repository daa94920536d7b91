"""An export read back is the same rows; a line that is wrong is named, and nothing of its file is taken."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store import Record, Store
from bot.store.exchange import BadLine, Form, read_records, write_records
from tests.store.contract import ANA, CLIP, PICTURE, action, records_of

RECORD = Record(date(2026, 3, 14), CLIP, 2, "declared", "00ff" * 4, "0123456789abcdef" + "00" * 5, "5e" * 8)
HEADER = "day,usage,count,origin,author,source,key\n"
LINE = f"2026-03-14,{CLIP},2,declared,{RECORD.author},{RECORD.source},{RECORD.key}\n"

RECORDS = st.builds(
    Record,
    st.dates(),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), min_size=1),
    st.integers(1, 10**9),
    st.sampled_from(["declared", "counted", "estimated"]),
    st.one_of(st.just(""), st.binary(min_size=8, max_size=8).map(bytes.hex)),
    st.binary(min_size=13, max_size=13).map(bytes.hex),
    st.binary(min_size=8, max_size=8).map(bytes.hex),
)


async def written(records: list[Record], form: Form) -> str:
    async def batches():
        for start in range(0, len(records), 2):
            yield records[start : start + 2]

    file = io.StringIO(newline="")
    assert await write_records(batches(), file, form) == len(records)
    return file.getvalue()


@pytest.mark.parametrize("form", ["csv", "jsonl"])
@given(records=st.lists(RECORDS, max_size=5))
def test_every_record_comes_back_as_it_was(form: Form, records: list[Record]) -> None:
    import asyncio

    assert read_records(io.StringIO(asyncio.run(written(records, form)), newline=""), form) == records


@pytest.mark.parametrize("form", ["csv", "jsonl"])
async def test_a_store_comes_back_as_it_was(store: Store, form: Form) -> None:
    await store.ledger.add(action("i1", items=((CLIP, 3), (PICTURE, 10**9))))
    await store.ledger.add(action("m1", origin="counted", author=None))
    before = await records_of(store)
    text = await written(before, form)
    await store.erase_server(action().guild)
    assert await store.ledger.restore(action().guild, read_records(io.StringIO(text, newline=""), form)) == 3
    assert await records_of(store) == before


@pytest.mark.parametrize(
    ("bad", "wrong"),
    [
        (LINE.replace("2026-03-14", "14/03/2026"), "day is a date such as 2026-01-31, not '14/03/2026'"),
        (LINE.replace("2026-03-14", "20260314"), "day is a date such as 2026-01-31, not '20260314'"),
        (LINE.replace(CLIP, ""), "usage is empty"),
        (LINE.replace(",2,", ",0,"), "a count is between 1 and 1000000000, not 0"),
        (LINE.replace(",2,", ",1000000001,"), "a count is between 1 and 1000000000, not 1000000001"),
        (LINE.replace(",2,", ",2.5,"), "count is a whole number, not '2.5'"),
        (LINE.replace("declared", "guessed"), "origin is one of counted, declared, estimated, not 'guessed'"),
        (LINE.replace("00ff", "00FF"), "author is 16 hexadecimal digits in lower case"),
        (LINE.replace("0123", "01"), "source is 26 hexadecimal digits in lower case"),
        (LINE.replace("5e5e", "5e"), "key is 16 hexadecimal digits in lower case"),
        (LINE.replace(",declared", ""), "there must be 7 values, not 6"),
        ('"2026\n', "not CSV: unexpected end of data"),
    ],
)
def test_a_bad_line_of_csv_is_named(bad: str, wrong: str) -> None:
    with pytest.raises(BadLine, match=wrong) as refused:
        read_records(io.StringIO(HEADER + LINE + bad), "csv")
    assert refused.value.line == 3
    assert str(refused.value).startswith("line 3: ")


@pytest.mark.parametrize(
    ("bad", "wrong"),
    [
        ("{", "not JSON"),
        ("[]", "there must be an object with day, usage, count, origin, author, source, key"),
        ('{"day": "2026-03-14"}', "there must be an object with day"),
        ("COUNT", "count is a whole number, not True"),
        ("DAY", "day is text, not 5"),
    ],
)
async def test_a_bad_line_of_json_is_named(bad: str, wrong: str) -> None:
    good = await written([RECORD], "jsonl")
    bad = {"COUNT": good.replace(": 2,", ": true,"), "DAY": good.replace('"2026-03-14"', "5")}.get(bad, bad)
    with pytest.raises(BadLine, match=wrong) as refused:
        read_records(io.StringIO(good + bad), "jsonl")
    assert refused.value.line == 2


def test_another_table_is_refused_at_its_first_line() -> None:
    for text in ("", "a,b\n1,2\n", LINE):
        with pytest.raises(BadLine, match="line 1: the columns must be day,usage,count,origin,author,source,key"):
            read_records(io.StringIO(text), "csv")


async def test_entries_made_with_another_key_are_nobodys_and_still_count_once(store: Store) -> None:
    """Whoever told them could neither find nor erase them: so they are not said to be anybody's."""
    await store.ledger.add(action("i1"))
    mine = await records_of(store)
    assert {record.key for record in mine} == {store.ledger.key_fingerprint}
    foreign = [replace(RECORD, source=f"{n:026x}") for n in range(3)]
    assert await store.ledger.restore(action().guild, foreign) == 3
    assert await store.ledger.restore(action().guild, foreign) == 0
    found = await records_of(store)
    assert found[1:] == [replace(record, author="", key=store.ledger.key_fingerprint) for record in foreign]
    assert await store.ledger.erase_person(ANA) == 1


async def test_one_bad_record_restores_nothing(store: Store) -> None:
    for bad in (replace(RECORD, count=0), replace(RECORD, source="00"), replace(RECORD, origin="guessed")):
        with pytest.raises(ValueError, match="is"):
            await store.ledger.restore(1, [RECORD, bad])
    assert await records_of(store, 1) == []
