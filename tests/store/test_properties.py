"""Whatever is done in whatever order: totals are the sum of the events, and no server leaks into another."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.store import Action, DayCount
from tests.store.contract import BACKENDS, Backend, SqliteBackend, assert_roll_ups_match, opened, records_of

GUILDS = st.sampled_from([1, 2**62, 2**63 - 1])
PEOPLE = st.sampled_from([None, 11, 12])
DAYS = st.sampled_from([date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 2)])
SOURCES = st.sampled_from([f"s{n}" for n in range(8)])
ORIGINS = st.sampled_from(["declared", "counted", "estimated"])
ITEMS = st.lists(
    st.tuples(st.sampled_from(["video;5s", "image;1", "text;400"]), st.integers(1, 10**9)), min_size=1, max_size=3
).map(tuple)
ACTIONS = st.builds(Action, GUILDS, DAYS, ITEMS, ORIGINS, SOURCES, PEOPLE)


class Book:
    """The ledger as anybody would write it down: what counts now, in order, and every source that is known."""

    def __init__(self) -> None:
        self.counted: list[Action] = []
        self.known: set[tuple[int, str]] = set()
        # What was taken back, and what an undo was asked by.
        self.served: set[tuple[int, str]] = set()

    def add(self, action: Action) -> bool:
        new = (action.guild, action.source) not in self.known
        if new:
            self.known.add((action.guild, action.source))
            self.counted.append(action)
        return new

    def undo(self, guild: int, author: int, request: str) -> tuple[tuple[str, int], ...] | None:
        if (guild, request) in self.served:
            return ()
        for action in reversed(self.counted):
            if (action.guild, action.author) == (guild, author) and action.origin != "counted":
                self.take_off(action)
                self.served.add((guild, request))
                return action.items
        return None

    def take_back(self, guild: int, author: int, source: str) -> tuple[tuple[str, int], ...] | None:
        if (guild, source) in self.served:
            return ()
        for action in self.counted:
            if (action.guild, action.author, action.source) == (guild, author, source):
                self.take_off(action)
                return action.items
        return None

    def uncount(self, guild: int, source: str) -> bool:
        found = [action for action in self.counted if (action.guild, action.source) == (guild, source)]
        for action in found:
            self.take_off(action)
        return bool(found)

    def take_off(self, action: Action) -> None:
        self.counted.remove(action)
        self.served.add((action.guild, action.source))

    def erase_person(self, author: int) -> int:
        gone = [action for action in self.counted if action.author == author]
        self.known -= {(action.guild, action.source) for action in gone}
        self.counted = [action for action in self.counted if action.author != author]
        return sum(len(action.items) for action in gone)

    def erase_server(self, guild: int) -> int:
        gone = sum(len(action.items) for action in self.counted if action.guild == guild)
        self.known = {(where, source) for where, source in self.known if where != guild}
        self.served = {(where, source) for where, source in self.served if where != guild}
        self.counted = [action for action in self.counted if action.guild != guild]
        return gone

    def days(self, guild: int) -> tuple[DayCount, ...]:
        counts: dict[tuple[date, str, str], int] = {}
        for action in self.counted:
            for usage, count in action.items if action.guild == guild else ():
                key = (action.day, usage, action.origin)
                counts[key] = counts.get(key, 0) + count
        return tuple(DayCount(*key, counts[key]) for key in sorted(counts))


class LedgerMachine(RuleBasedStateMachine):
    """One for each kind of store: a new backend has its own below without a line here."""

    backend_name: str

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.backend: Backend = BACKENDS[self.backend_name](Path(self.folder.name))
        self.store = self.runner.run(self.backend.open())
        self.book = Book()

    @rule(action=ACTIONS)
    def add(self, action: Action) -> None:
        assert self.runner.run(self.store.ledger.add(action)) == self.book.add(action)

    @rule(actions=st.lists(ACTIONS, max_size=12))
    def add_at_once(self, actions: list[Action]) -> None:
        async def together() -> list[bool]:
            return await asyncio.gather(*(self.store.ledger.add(action) for action in actions))

        assert self.runner.run(together()) == [self.book.add(action) for action in actions]

    @rule(guild=GUILDS, author=st.sampled_from([11, 12]), request=st.sampled_from([f"u{n}" for n in range(4)]))
    def undo(self, guild: int, author: int, request: str) -> None:
        taken = self.runner.run(self.store.ledger.undo(guild, author, request))
        assert taken == self.book.undo(guild, author, request)

    @rule(guild=GUILDS, author=st.sampled_from([11, 12]), source=SOURCES)
    def take_back(self, guild: int, author: int, source: str) -> None:
        taken = self.runner.run(self.store.ledger.take_back(guild, author, source))
        assert taken == self.book.take_back(guild, author, source)

    @rule(guild=GUILDS, source=SOURCES)
    def uncount(self, guild: int, source: str) -> None:
        assert self.runner.run(self.store.ledger.uncount(guild, source)) == self.book.uncount(guild, source)

    @rule(author=st.sampled_from([11, 12]))
    def erase_person(self, author: int) -> None:
        assert self.runner.run(self.store.ledger.erase_person(author)) == self.book.erase_person(author)

    @rule(guild=GUILDS)
    def erase_server(self, guild: int) -> None:
        assert self.runner.run(self.store.erase_server(guild)) == self.book.erase_server(guild)

    @rule(guild=GUILDS)
    def export_and_restore_changes_nothing(self, guild: int) -> None:
        exported = self.runner.run(records_of(self.store, guild))
        assert self.runner.run(self.store.ledger.restore(guild, exported)) == 0

    @rule()
    def reopen(self) -> None:
        self.runner.run(self.store.close())
        self.store = self.runner.run(self.backend.open())

    @invariant()
    def totals_are_the_sum_of_the_events(self) -> None:
        for guild in (1, 2**62, 2**63 - 1):
            days = self.runner.run(self.store.ledger.days(guild))
            assert days == self.book.days(guild)
            assert self.runner.run(self.store.ledger.first_day(guild)) == (days[0].day if days else None)
            totals = self.runner.run(self.store.ledger.totals(guild))
            assert sum(row.count for row in totals) == sum(row.count for row in days)
            records = self.runner.run(records_of(self.store, guild))
            expected = [item for action in self.book.counted if action.guild == guild for item in action.items]
            assert [(record.usage, record.count) for record in records] == expected
        if isinstance(self.backend, SqliteBackend):
            assert_roll_ups_match(self.backend.path)

    def teardown(self) -> None:
        self.runner.run(self.store.close())
        self.runner.close()
        self.folder.cleanup()


for _name in BACKENDS:
    _machine = type(f"{_name.title()}Machine", (LedgerMachine,), {"backend_name": _name})
    _case = _machine.TestCase
    _case.settings = settings(
        max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    globals()[f"Test{_name.title()}Ledger"] = _case

every_backend = pytest.mark.parametrize("name", BACKENDS)


@every_backend
@settings(max_examples=25, deadline=None)
@given(actions=st.lists(ACTIONS, max_size=30), guild=GUILDS)
def test_a_server_is_what_it_would_be_alone(name: str, actions: list[Action], guild: int) -> None:
    async def days_with(some: list[Action]) -> tuple[DayCount, ...]:
        with tempfile.TemporaryDirectory() as folder:
            async with opened(BACKENDS[name](Path(folder))) as store:
                for action in some:
                    await store.ledger.add(action)
                return await store.ledger.days(guild)

    alone = [action for action in actions if action.guild == guild]
    assert asyncio.run(days_with(actions)) == asyncio.run(days_with(alone))


@every_backend
@settings(max_examples=25, deadline=None)
@given(actions=st.lists(ACTIONS, max_size=20), first=DAYS, last=DAYS)
def test_a_span_is_the_sum_of_its_days(name: str, actions: list[Action], first: date, last: date) -> None:
    async def check() -> None:
        with tempfile.TemporaryDirectory() as folder:
            async with opened(BACKENDS[name](Path(folder))) as store:
                await asyncio.gather(*(store.ledger.add(action) for action in actions))
                whole = await store.ledger.days(1, first, last)
                span = range((last - first).days + 1)
                each = [await store.ledger.days(1, day, day) for day in (first + timedelta(days=n) for n in span)]
                assert whole == tuple(row for rows in each for row in rows)

    asyncio.run(check())
