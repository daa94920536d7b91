"""Spans of days and the columns they are drawn in: nothing is counted twice, nothing falls between two."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.tally.periods import ColumnWidth, Span, TallyPeriod, columns, span, start, step
from tests.features.memory_decisions import GUILD, MemoryDecisions

DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))
DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("period", "day", "first"),
    [
        ("7d", DAY, date(2026, 2, 26)),
        ("30d", DAY, date(2026, 2, 3)),
        ("12mo", DAY, date(2025, 4, 1)),
        ("12mo", date(2026, 12, 31), date(2026, 1, 1)),
        ("12mo", date(2026, 1, 1), date(2025, 2, 1)),
        ("all", DAY, None),
    ],
)
def test_period_ends_today_and_begins_where_its_name_says(period: TallyPeriod, day: date, first: date | None) -> None:
    assert span(period, day) == Span(first, day)


@pytest.mark.parametrize(("days", "by"), [(1, "day"), (62, "day"), (63, "week"), (434, "week"), (435, "month")])
def test_columns_are_days_then_weeks_then_months(days: int, by: ColumnWidth) -> None:
    assert step(DAY, DAY + timedelta(days=days - 1)) == by


def test_week_begins_on_monday_and_month_on_its_first() -> None:
    assert (start(DAY, "day"), start(DAY, "week"), start(DAY, "month")) == (DAY, date(2026, 3, 2), date(2026, 3, 1))


@given(first=DAYS, length=st.integers(0, 1500), by=st.sampled_from(["day", "week", "month"]))
def test_every_day_of_a_span_lies_in_one_column(first: date, length: int, by: ColumnWidth) -> None:
    last, expected = first + timedelta(days=length), first
    for begin, part in columns(Span(first, last), by):
        assert part.first == expected
        assert start(part.first, by) == start(part.last, by) == begin
        expected = part.last + timedelta(days=1)
    assert expected == last + timedelta(days=1)


@pytest.mark.parametrize(("period", "by", "count"), [("30d", "day", 1), ("12mo", "week", 1), ("all", "month", 2)])
async def test_long_histories_are_drawn_by_weeks_and_months(
    decisions: MemoryDecisions, period: TallyPeriod, by: ColumnWidth, count: int
) -> None:
    decisions.clock.moment = datetime(2020, 1, 1, tzinfo=UTC)
    await decisions.tell("1 image")
    decisions.clock.moment = datetime(2026, 3, 4, tzinfo=UTC)
    await decisions.tell("video 5s")
    history = await decisions.tally.history(GUILD, period)
    assert history.step == by
    assert sum(column.total.count for column in history.columns) == count
    # The last column is the running one, whatever it is wide.
    assert history.columns[-1].first == start(DAY, by)


async def test_history_adds_up_to_the_total_of_its_span(decisions: MemoryDecisions) -> None:
    for _ in range(4):
        await decisions.tell("video 5s and 2 images")
        decisions.clock.pass_(days=2)
    columns_ = (await decisions.tally.history(GUILD, "7d")).columns
    total = (await decisions.tally.show(GUILD, "7d")).totals.total
    assert len(columns_) == 7
    assert sum(column.total.count for column in columns_) == total.count
    for end in ("low", "central", "high"):
        parts = [getattr(column.total.energy_wh, end) for column in columns_]
        assert sum(parts) == pytest.approx(getattr(total.energy_wh, end))
    filled = [column for column in columns_ if column.total.count]
    assert all(set(column.kinds) == {"video", "image"} for column in filled)


async def test_history_of_everything_begins_with_the_first_entry(decisions: MemoryDecisions) -> None:
    assert (await decisions.tally.history(GUILD, "all")).columns == ()
    first = decisions.tally.today(GUILD)
    await decisions.tell("video 5s")
    decisions.clock.pass_(days=3)
    history = await decisions.tally.history(GUILD, "all")
    assert [column.first for column in history.columns] == [first + timedelta(days=number) for number in range(4)]
