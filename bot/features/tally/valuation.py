"""What counted uses take by today's book, and what they took by an earlier one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.clock import Clock
from bot.features.cost import Estimator
from bot.store import DayCount, Origin, PastEstimates, Prices
from energy import Activity, Interval, Refusal, Usage

NOTHING = Interval.exactly(0.0)
# The event loop gets its turn after so many estimates, or rows added up: about a millisecond.
_ESTIMATES_AT_ONCE, _ROWS_AT_ONCE = 25, 500
_REMEMBERED = 10_000
# Of an earlier book, the prices of so many usages are kept a server: those that weigh most.
_KEPT_PRICES = 300
# Two books that agree to half a per cent say the same.
_SAME = 0.005


@dataclass(frozen=True, slots=True)
class Total:
    """What some uses take together: facility energy in Wh, carbon in g CO2e, and how many items they are."""

    energy_wh: Interval = NOTHING
    carbon_g: Interval = NOTHING
    count: int = 0

    def plus(self, other: Total) -> Total:
        """Both together; errors of two estimates go together, so ranges add bound by bound."""
        return Total(self.energy_wh.plus(other.energy_wh), self.carbon_g.plus(other.carbon_g), self.count + other.count)


@dataclass(frozen=True, slots=True)
class EnergyTotals:
    """A tally priced by one book: in all, by kind, by origin. `unpriced` items are of usages the book lost."""

    total: Total = Total()
    kinds: Mapping[Activity, Total] = field(default_factory=dict)
    origins: Mapping[Origin, Total] = field(default_factory=dict)
    unpriced: int = 0


@dataclass(frozen=True, slots=True)
class EarlierBook:
    """The same items by the book before, last used on a day; `times` is how many times that today's centre is."""

    book: str
    day: date
    energy_wh: Interval
    times: float


class Valuation:
    """Prices each distinct usage once, and remembers the prices of the book before."""

    def __init__(self, cost: Estimator, prices: Prices, clock: Clock) -> None:
        self._cost = cost
        self._prices = prices
        self._clock = clock
        self._one: dict[tuple[str, str | None], _Item | None] = {}

    async def each(self, usages: Iterable[str], place: str | None) -> dict[str, Total | None]:
        """What one item of each usage takes at a server's place; None where today's book cannot read it."""
        return {usage: one.total if one else None for usage, one in (await self._items(usages, place)).items()}

    async def check(self, usages: Iterable[Usage], place: str | None) -> None:
        """See that each use can be priced, once for all that follows. Raises Refusal."""
        uses = {usage.key: usage for usage in usages}
        for key, one in (await self._items(uses, place)).items():
            if one is None:
                # Estimated again to say why not.
                self._cost.used(uses[key])

    async def _items(self, usages: Iterable[str], place: str | None) -> dict[str, _Item | None]:
        cost, found = self._cost.at(place), dict[str, _Item | None]()
        for number, usage in enumerate(dict.fromkeys(usages), 1):
            # Others clear what is remembered while they have their turn, so it is not looked up twice.
            one = self._one.get((usage, place), _UNKNOWN)
            if one is _UNKNOWN:
                if len(self._one) >= _REMEMBERED:
                    self._one.clear()
                one = self._one[usage, place] = _price(usage, cost)
                if number % _ESTIMATES_AT_ONCE == 0:
                    await asyncio.sleep(0)
            found[usage] = one
        return found

    async def totals(self, counts: Iterable[DayCount], place: str | None) -> EnergyTotals:
        """What a server's counts take together."""
        rows = tuple(counts)
        prices = await self._items((row.usage for row in rows), place)
        cells, unpriced = dict[tuple[Activity, Origin], _Sum](), 0
        for number, row in enumerate(rows, 1):
            one = prices[row.usage]
            if one is None:
                unpriced += row.count
            else:
                cells.setdefault((one.kind, row.origin), _Sum()).add(one.total, row.count)
            if number % _ROWS_AT_ONCE == 0:
                await asyncio.sleep(0)
        total, kinds, origins = Total(), dict[Activity, Total](), dict[Origin, Total]()
        for (kind, origin), cell_sum in cells.items():
            part = cell_sum.total
            total = total.plus(part)
            kinds[kind] = kinds.get(kind, Total()).plus(part)
            origins[origin] = origins.get(origin, Total()).plus(part)
        return EnergyTotals(total, kinds, origins, unpriced)

    async def before(self, guild: int, counts: Iterable[DayCount], place: str | None) -> EarlierBook | None:
        """What the same items took by the book that priced them before this one, where it said otherwise.

        Usages that book never priced are taken at today's price, so that only the change of method shows.
        """
        rows = tuple(counts)
        earlier = [priced for priced in await self._prices.of(guild) if priced.book != self._cost.book.version]
        if not rows or not earlier:
            return None
        today = await self.each((row.usage for row in rows), place)
        then, now = _Sum(), _Sum()
        for number, row in enumerate(rows, 1):
            one, old = today[row.usage], earlier[0].wh.get(row.usage)
            # What today's book cannot price is in neither sum: they compare the same items.
            if one is not None:
                now.add(one, row.count)
                then.add(Total(Interval(*old)) if old is not None else one, row.count)
            if number % _ROWS_AT_ONCE == 0:
                await asyncio.sleep(0)
        if _agree(then.total.energy_wh, now.total.energy_wh):
            return None
        energy = then.total.energy_wh
        times = now.total.energy_wh.central / energy.central if energy.central else 1.0
        return EarlierBook(earlier[0].book, earlier[0].day, energy, times)

    async def remember(self, guild: int, counts: Iterable[DayCount], place: str | None) -> None:
        """Keep what this book says each usage takes, for the day another one says otherwise. Raises WriteFailed."""
        rows = tuple(counts)
        prices = await self.each((row.usage for row in rows), place)
        weight: dict[str, float] = {}
        for row in rows:
            if (one := prices[row.usage]) is not None:
                weight[row.usage] = weight.get(row.usage, 0.0) + one.energy_wh.central * row.count
        heaviest = sorted(weight, key=lambda usage: -weight[usage])[:_KEPT_PRICES]
        wh = {usage: _three(prices[usage]) for usage in heaviest}
        priced = PastEstimates(self._cost.book.version, self._clock.now().date(), wh)
        await self._prices.keep(guild, priced, prices.keys())


@dataclass(frozen=True, slots=True)
class _Item:
    """What one item of a usage takes, and which kind of use that is."""

    total: Total
    kind: Activity


class _Sum:
    """A total in the making: plain numbers, as a large tally has thousands of rows."""

    __slots__ = ("bounds", "count")

    def __init__(self) -> None:
        self.bounds = [0.0] * 6
        self.count = 0

    def add(self, one: Total, count: int) -> None:
        energy, carbon, bounds = one.energy_wh, one.carbon_g, self.bounds
        bounds[0] += energy.low * count
        bounds[1] += energy.central * count
        bounds[2] += energy.high * count
        bounds[3] += carbon.low * count
        bounds[4] += carbon.central * count
        bounds[5] += carbon.high * count
        self.count += count

    @property
    def total(self) -> Total:
        return Total(Interval(*self.bounds[:3]), Interval(*self.bounds[3:]), self.count)


_UNKNOWN = _Item(Total(), "video")


def _agree(one: Interval, other: Interval) -> bool:
    bounds = ((one.low, other.low), (one.central, other.central), (one.high, other.high))
    return all(abs(then - now) <= _SAME * max(then, now) for then, now in bounds)


def _three(one: Total | None) -> tuple[float, float, float]:
    energy = one.energy_wh if one else NOTHING
    return energy.low, energy.central, energy.high


def _price(key: str, cost: Estimator) -> _Item | None:
    try:
        usage = Usage.from_key(key)
        result = cost.used(usage).estimate
    except (Refusal, ValueError, KeyError):
        return None
    return _Item(Total(result.facility_energy_wh, result.carbon_g, 1), usage.activity)
