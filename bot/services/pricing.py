"""What counted uses take by today's book, and what they took by an earlier one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.services.cost import CostService
from bot.services.ports import Clock, DayCount, Notes, Origin
from energy import Interval, Refusal, Usage
from energy.records import Activity

NOTHING = Interval.exactly(0.0)
# The event loop gets its turn after so many estimates, about a millisecond.
_AT_ONCE = 25
_REMEMBERED = 10_000
# Of an earlier book, the prices of so many usages are kept a server: those that weigh most.
_KEPT_PRICES = 300
_NOTE = "prices."


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
class Bill:
    """A tally priced by one book: in all, by kind, by origin. `unpriced` items are of usages the book lost."""

    total: Total = Total()
    kinds: Mapping[Activity, Total] = field(default_factory=dict)
    origins: Mapping[Origin, Total] = field(default_factory=dict)
    unpriced: int = 0


@dataclass(frozen=True, slots=True)
class Before:
    """The same items by an earlier book, last used on a day."""

    book: str
    day: date
    energy_wh: Interval


class Pricing:
    """Prices each distinct usage once, and remembers the prices of the book before."""

    def __init__(self, cost: CostService, notes: Notes, clock: Clock) -> None:
        self._cost = cost
        self._notes = notes
        self._clock = clock
        self._one: dict[tuple[str, str | None], Total | None] = {}

    async def each(self, usages: Iterable[str], place: str | None) -> dict[str, Total | None]:
        """What one item of each usage takes at a server's place; None where today's book cannot read it."""
        cost, found = self._cost.at(place), dict[str, Total | None]()
        for number, usage in enumerate(dict.fromkeys(usages), 1):
            if (usage, place) not in self._one:
                if len(self._one) >= _REMEMBERED:
                    self._one.clear()
                self._one[usage, place] = _price(usage, cost)
                if number % _AT_ONCE == 0:
                    await asyncio.sleep(0)
            found[usage] = self._one[usage, place]
        return found

    async def bill(self, counts: Iterable[DayCount], place: str | None) -> Bill:
        """What a server's counts take together."""
        rows = tuple(counts)
        prices = await self.each((row.usage for row in rows), place)
        total, unpriced = Total(), 0
        kinds: dict[Activity, Total] = {}
        origins: dict[Origin, Total] = {}
        for row in rows:
            one = prices[row.usage]
            if one is None:
                unpriced += row.count
                continue
            many = times(one, row.count)
            kind = Usage.from_key(row.usage).activity
            total = total.plus(many)
            kinds[kind] = kinds.get(kind, Total()).plus(many)
            origins[row.origin] = origins.get(row.origin, Total()).plus(many)
        return Bill(total, kinds, origins, unpriced)

    async def before(self, guild: int, counts: Iterable[DayCount], place: str | None) -> Before | None:
        """What the same items took by the book that priced them before this one, if there was one.

        Usages that book never priced are taken at today's price, so that only the change of method shows.
        """
        rows = tuple(counts)
        kept = await self._notes.of(guild, _NOTE)
        own = f"{_NOTE}{self._cost.book.version}"
        others = [json.loads(value) | {"book": name[len(_NOTE) :]} for name, value in kept.items() if name != own]
        earlier = max(others, default=None, key=lambda record: str(record["day"]))
        if earlier is None or not rows:
            return None
        today = await self.each((row.usage for row in rows), place)
        energy = NOTHING
        for row in rows:
            old, new = earlier["wh"].get(row.usage), today[row.usage]
            if old is not None:
                energy = energy.plus(Interval(*old).scaled(row.count))
            elif new is not None:
                energy = energy.plus(new.energy_wh.scaled(row.count))
        return Before(str(earlier["book"]), date.fromisoformat(earlier["day"]), energy)

    async def remember(self, guild: int, counts: Iterable[DayCount], place: str | None) -> None:
        """Keep what this book says each usage takes, for the day another one says otherwise. Raises Unsaved."""
        rows = tuple(counts)
        prices = await self.each((row.usage for row in rows), place)
        weight: dict[str, float] = {}
        for row in rows:
            if (one := prices[row.usage]) is not None:
                weight[row.usage] = weight.get(row.usage, 0.0) + one.energy_wh.central * row.count
        heaviest = sorted(weight, key=lambda usage: -weight[usage])[:_KEPT_PRICES]
        wh = {usage: _three(prices[usage]) for usage in heaviest}
        name = f"{_NOTE}{self._cost.book.version}"
        value = json.dumps({"day": self._clock.now().date().isoformat(), "wh": wh}, sort_keys=True)
        if (await self._notes.of(guild, name)).get(name) != value:
            await self._notes.put(guild, name, value)


def times(one: Total, count: int) -> Total:
    """So many of the same."""
    return Total(one.energy_wh.scaled(count), one.carbon_g.scaled(count), count)


def _three(one: Total | None) -> tuple[float, float, float]:
    energy = one.energy_wh if one else NOTHING
    return energy.low, energy.central, energy.high


def _price(key: str, cost: CostService) -> Total | None:
    try:
        result = cost.used(Usage.from_key(key)).estimate
    except (Refusal, ValueError, KeyError):
        return None
    return Total(result.facility_energy_wh, result.carbon_g, 1)
