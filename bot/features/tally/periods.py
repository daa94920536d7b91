"""Spans of days a tally is looked at, in the server's own time zone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

TallyPeriod = Literal["7d", "30d", "12mo", "all"]
TALLY_PERIODS: tuple[TallyPeriod, ...] = get_args(TallyPeriod)
ColumnWidth = Literal["day", "week", "month"]
_DAYS = {"7d": 7, "30d": 30}
_MONTHS_A_YEAR = 12
# A picture of more columns than this can be read by nobody.
_MOST_COLUMNS = 62
_DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included; `first` is None for everything."""

    first: date | None
    last: date


def span(period: TallyPeriod, day: date) -> Span:
    """A period that ends today; twelve months begin on the first of the month eleven months ago."""
    if period in _DAYS:
        return Span(day - timedelta(days=_DAYS[period] - 1), day)
    if period == "12mo":
        months = day.year * _MONTHS_A_YEAR + day.month - _MONTHS_A_YEAR
        return Span(date(months // _MONTHS_A_YEAR, months % _MONTHS_A_YEAR + 1, 1), day)
    return Span(None, day)


def step(first: date, last: date) -> ColumnWidth:
    """The columns that can still be read: days, else weeks, else months."""
    days = (last - first).days + 1
    if days <= _MOST_COLUMNS:
        return "day"
    return "week" if days <= _MOST_COLUMNS * _DAYS_A_WEEK else "month"


def start(day: date, by: ColumnWidth) -> date:
    """The first day of the column a day belongs to; weeks begin on Monday."""
    if by == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if by == "week" else day


def columns(days: Span, by: ColumnWidth) -> Iterator[tuple[date, Span]]:
    """The columns of a span that has a first day: where each begins, and which of the span's days lie in it."""
    assert days.first is not None
    begin, first = start(days.first, by), days.first
    while first <= days.last:
        after = start(begin + timedelta(days={"day": 1, "week": _DAYS_A_WEEK, "month": 31}[by]), by)
        yield begin, Span(first, min(after - timedelta(days=1), days.last))
        begin = first = after
