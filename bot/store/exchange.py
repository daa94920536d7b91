"""A server's ledger as CSV or JSON lines, and back: the same rows, their hashes and the fingerprint of the key."""

from __future__ import annotations

import csv
import json
from collections.abc import AsyncIterable, Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from typing import Literal, TextIO, cast

from bot.store.record_check import check_record
from bot.store.records import Origin, Record

Form = Literal["csv", "jsonl"]
COLUMNS = tuple(field.name for field in fields(Record))


class BadLine(Exception):
    """A line that is no event of an export: its number, and what is wrong with it."""

    def __init__(self, line: int, wrong: str) -> None:
        super().__init__(f"line {line}: {wrong}")
        self.line = line


async def write_records(batches: AsyncIterable[Sequence[Record]], file: TextIO, form: Form) -> int:
    """Write every record, from `Ledger.records`; how many. Open a CSV file with `newline=""`."""
    count = 0
    rows = csv.writer(file, lineterminator="\n")
    if form == "csv":
        rows.writerow(COLUMNS)
    async for batch in batches:
        values = ((r.day.isoformat(), r.usage, r.count, r.origin, r.author, r.source, r.key) for r in batch)
        if form == "csv":
            rows.writerows(values)
        else:
            file.writelines(
                json.dumps(dict(zip(COLUMNS, value, strict=True)), ensure_ascii=False) + "\n" for value in values
            )
        count += len(batch)
    return count


def read_records(file: Iterable[str], form: Form) -> list[Record]:
    """Every record of an export, for `Ledger.restore`; all are read before any is believed. Raises BadLine."""
    records = []
    for line, values in _csv_rows(file) if form == "csv" else _json_rows(file):
        try:
            record = _record(values)
            check_record(record)
        except ValueError as error:
            raise BadLine(line, str(error)) from None
        records.append(record)
    return records


def _csv_rows(file: Iterable[str]) -> Iterator[tuple[int, dict[str, object]]]:
    rows = csv.reader(file, strict=True)
    try:
        if tuple(next(rows, ())) != COLUMNS:
            raise BadLine(1, f"the columns must be {','.join(COLUMNS)}")
        for row in rows:
            if len(row) != len(COLUMNS):
                raise BadLine(rows.line_num, f"there must be {len(COLUMNS)} values, not {len(row)}")
            values: dict[str, object] = dict(zip(COLUMNS, row, strict=True))
            count = row[COLUMNS.index("count")]
            if count.isascii() and count.isdecimal():
                values["count"] = int(count)
            yield rows.line_num, values
    except csv.Error as error:
        raise BadLine(rows.line_num, f"not CSV: {error}") from None


def _json_rows(file: Iterable[str]) -> Iterator[tuple[int, dict[str, object]]]:
    for line, text in enumerate(file, 1):
        try:
            values = json.loads(text)
        except ValueError:
            raise BadLine(line, "not JSON") from None
        if not isinstance(values, dict) or set(values) != set(COLUMNS):
            raise BadLine(line, f"there must be an object with {', '.join(COLUMNS)}")
        yield line, values


def _record(values: dict[str, object]) -> Record:
    """A record of these values; ValueError where one has the wrong type."""
    count = values["count"]
    if not isinstance(count, int) or isinstance(count, bool):
        raise ValueError(f"count is a whole number, not {count!r}")
    texts = {name: _text(name, value) for name, value in values.items() if name != "count"}
    return Record(
        _day(texts["day"]),
        texts["usage"],
        count,
        cast("Origin", texts["origin"]),
        texts["author"],
        texts["source"],
        texts["key"],
    )


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{name} is text, not {value!r}")
    return value


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise ValueError(f"day is a date such as 2026-01-31, not {text!r}")
    return day
