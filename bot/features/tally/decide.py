"""A community's tally: what its members told, undone, looked at and exported. Usage is stored, energy never."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.clock import Clock
from bot.features.settings import SettingsService, today
from bot.features.tally.periods import ColumnWidth, Span, TallyPeriod, columns, span, step
from bot.features.tally.valuation import EarlierBook, EnergyTotals, Total, Valuation
from bot.store import Action, DayCount, Ledger, Origin, WriteFailed
from energy import Activity, FactorBook, Refusal, Usage, read

_MOST_ITEMS = 50
# Discord takes no larger file than these make.
_MOST_EXPORTED = 100_000
# What today's book says is noted so often, for servers that count something.
_NOTED_AFTER = timedelta(hours=1)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Added:
    """What one action counted; `new` is False for a repeated delivery.

    `month` is the server's last thirty days with it, None where they cannot be read: what counts is counted all the
    same. `source` takes it back.
    """

    usages: tuple[Usage, ...]
    new: bool
    month: EnergyTotals | None
    source: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A tally over a span, priced by today's book, and by the one before where that changed."""

    period: TallyPeriod
    span: Span
    totals: EnergyTotals
    before: EarlierBook | None


@dataclass(frozen=True, slots=True)
class Column:
    """One day, week or month of a history, by kind."""

    first: date
    kinds: dict[Activity, Total]

    @property
    def total(self) -> Total:
        """All kinds together."""
        found = Total()
        for kind in self.kinds.values():
            found = found.plus(kind)
        return found


@dataclass(frozen=True, slots=True)
class History:
    """A tally column by column."""

    period: TallyPeriod
    step: ColumnWidth
    columns: tuple[Column, ...]


class TallyService:
    """Keeps and prices servers' tallies."""

    def __init__(
        self, book: FactorBook, ledger: Ledger, valuation: Valuation, settings: SettingsService, clock: Clock
    ) -> None:
        self._book = book
        self._ledger = ledger
        self._valuation = valuation
        self._settings = settings
        self._clock = clock
        # Told the server's id after every change of its tally.
        self.on_change: Callable[[int], None] = lambda _: None
        self._changed: set[int] = set()
        self._noted: dict[int, datetime] = {}

    def today(self, guild: int) -> date:
        """The day it is in a server's time zone."""
        return today(self._clock.now(), self._settings.of(guild).zone)

    async def read(self, guild: int, words: str, how_often: int = 1) -> tuple[Usage, ...]:
        """The uses somebody wants to count: each can be priced, and is remembered so. Raises Refusal."""
        if how_often < 1:
            text = f"{how_often} is no number of times: give 1 or more."
            raise Refusal("times.whole", text, read=str(how_often)[:20])
        usages = [reading.usage for reading in read(words, self._book)]
        if len(usages) > _MOST_ITEMS:
            raise Refusal("tally.many", f"That is more than {_MOST_ITEMS} uses at once.", most=str(_MOST_ITEMS))
        await self._valuation.check(usages, self._settings.of(guild).place)
        return tuple([replaced(usage, how_often) for usage in usages])

    async def add(
        self, guild: int, person: int | None, source: str, usages: Sequence[Usage], origin: Origin = "declared"
    ) -> Added:
        """Count uses once, however often `source` comes; durable when it returns. Raises WriteFailed."""
        items = tuple([(usage.key, usage.count) for usage in usages])
        new = await self._counted(Action(guild, self.today(guild), items, origin, source, person))
        return Added(tuple(usages), new, await self._month(guild), source)

    async def count(self, guild: int, items: tuple[tuple[str, int], ...], source: str, person: int | None) -> bool:
        """Count what was seen; False where its source was counted before. Raises WriteFailed."""
        return await self._counted(Action(guild, self.today(guild), items, "counted", source, person))

    async def uncount(self, guild: int, source: str) -> bool:
        """Take back what a source had counted. Raises WriteFailed."""
        taken = await self._ledger.uncount(guild, source)
        if taken:
            self._change(guild)
        return taken

    async def undo(self, guild: int, person: int, request: str, source: str | None = None) -> tuple[Usage, ...]:
        """Take back a person's own last entry, or that of a source; nothing where that was done before.

        However often a request comes, it takes back one entry. Raises Refusal where there is none, WriteFailed.
        """
        if source is None:
            taken = await self._ledger.undo(guild, person, request)
        else:
            taken = await self._ledger.take_back(guild, person, source)
        if taken is None:
            raise Refusal("tally.nothing", "There is nothing of yours to take back.")
        if taken:
            self._change(guild)
        return tuple(Usage.from_key(key, count) for key, count in taken)

    async def show(self, guild: int, period: TallyPeriod) -> Shown:
        """A server's tally, re-priced by today's book."""
        days = span(period, self.today(guild))
        counts, place = await self._ledger.totals(guild, days.first, days.last), self._settings.of(guild).place
        totals = await self._valuation.totals(counts, place)
        return Shown(period, days, totals, await self._valuation.before(guild, counts, place))

    async def remember_prices(self, guild: int) -> None:
        """Keep what today's book says, so that a change of it can be told. Raises WriteFailed."""
        await self._valuation.remember(guild, await self._ledger.totals(guild), self._settings.of(guild).place)
        self._noted[guild] = self._clock.now()
        self._changed.discard(guild)

    def unremembered(self) -> tuple[int, ...]:
        """Servers that counted something, and whose prices were not kept within the last hour."""
        limit = self._clock.now() - _NOTED_AFTER
        return tuple(guild for guild in self._changed if guild not in self._noted or self._noted[guild] <= limit)

    async def history(self, guild: int, period: TallyPeriod) -> History:
        """A server's tally by days, weeks or months, from its first entry on."""
        days = span(period, self.today(guild))
        first = days.first or await self._ledger.first_day(guild)
        if first is None or first > days.last:
            return History(period, "day", ())
        by = step(first, days.last)
        # Added up by the store, a column at a time: a year of a busy server is many rows.
        parts = [(start, await self._bill(guild, part)) for start, part in columns(Span(first, days.last), by)]
        return History(period, by, tuple(Column(start, dict(totals.kinds)) for start, totals in parts))

    async def days(self, guild: int) -> tuple[tuple[DayCount, Total | None], ...]:
        """Every day's counts with what one item takes today, for an export; nobody is named in it.

        Raises Refusal where they are more than Discord takes.
        """
        counts = await self._ledger.days(guild)
        if len(counts) > _MOST_EXPORTED:
            raise Refusal("tally.large", "The file is too large for Discord.")
        prices = await self._valuation.each((row.usage for row in counts), self._settings.of(guild).place)
        return tuple((row, prices[row.usage]) for row in counts)

    async def between(self, guild: int, first: date, last: date) -> EnergyTotals:
        """What a server's days from first to last take."""
        return await self._bill(guild, Span(first, last))

    async def _counted(self, action: Action) -> bool:
        new = await self._ledger.add(action)
        if new:
            self._change(action.guild)
        return new

    def _change(self, guild: int) -> None:
        self._changed.add(guild)
        self.on_change(guild)

    async def _month(self, guild: int) -> EnergyTotals | None:
        try:
            return await self._bill(guild, span("30d", self.today(guild)))
        except WriteFailed as trouble:
            log.warning("server %s: counted, but its month could not be read: %s", guild, trouble)
            return None

    async def _bill(self, guild: int, days: Span) -> EnergyTotals:
        counts = await self._ledger.totals(guild, days.first, days.last)
        return await self._valuation.totals(counts, self._settings.of(guild).place)


def replaced(usage: Usage, how_often: int) -> Usage:
    """The usage so many times. Raises Refusal beyond what can be counted."""
    return replace(usage, count=usage.count * how_often)
