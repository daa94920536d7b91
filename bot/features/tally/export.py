"""A server's tally as a file: days and usages with what they take today; nobody is named."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Literal, get_args

from bot.features.tally.valuation import Total
from bot.store import DayCount

Format = Literal["csv", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)
_COLUMNS = ("day", "usage", "origin", "count", "energy_wh_low", "energy_wh_central", "energy_wh_high", "book")


def exported(rows: Sequence[tuple[DayCount, Total | None]], book: str, form: Format) -> bytes:
    """The rows as CSV or as a JSON list, in UTF-8; energies are empty where the book cannot price a usage."""
    table = [dict(zip(_COLUMNS, _row(count, one, book), strict=True)) for count, one in rows]
    if form == "json":
        return json.dumps(table, ensure_ascii=False, indent=1).encode()
    text = io.StringIO()
    writer = csv.DictWriter(text, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    return text.getvalue().encode()


def _row(row: DayCount, one: Total | None, book: str) -> tuple[str | int | float | None, ...]:
    energy = one.energy_wh.scaled(row.count) if one else None
    bounds = (energy.low, energy.central, energy.high) if energy else (None, None, None)
    return row.day.isoformat(), row.usage, row.origin, row.count, *bounds, book
