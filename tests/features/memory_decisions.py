"""A community's decisions over a store in memory: put together as the program does it, without Discord."""

from __future__ import annotations

from bot.features.board.decide import Boards
from bot.features.cost import Estimator
from bot.features.goal.decide import Goals
from bot.features.privacy.decide import Privacy
from bot.features.settings import SettingsService
from bot.features.tally import TallyService, Valuation
from bot.features.tally.decide import Added
from bot.features.watch.decide import WatchService
from bot.features.welcome import Welcomes
from bot.store import Origin
from energy import FactorBook, Interval
from tests.chat.hands import Hands
from tests.features.memory_store import MemoryStore

GUILD, OTHER = 7, 8
ANA, BO = 44, 55


class MemoryDecisions:
    """What a community tells and asks; `again` begins anew on the same store, with nothing else in memory."""

    def __init__(self, book: FactorBook, clock: Hands, store: MemoryStore | None = None) -> None:
        self.book = book
        self.clock = clock
        self.store = store or MemoryStore()
        self.disk = self.store.disk
        self.settings = SettingsService(self.store.notes, book)
        self.estimator = Estimator(book, chosen_place=self.settings.place_of)
        self.valuation = Valuation(self.estimator, self.store.prices, clock)
        self.tally = TallyService(book, self.store.ledger, self.valuation, self.settings, clock)
        self.boards = Boards(self.tally, self.store.notes)
        self.tally.on_change = self.settings.on_change = self.boards.mark_stale
        self.goals = Goals(self.tally, self.store.notes)
        self.watch = WatchService(self.tally, self.store.notes)
        self.welcomes = Welcomes(self.store.notes, clock)
        self.forgotten: list[tuple[str, int]] = []
        self.privacy = Privacy(
            self.store,
            lambda person: self.forgotten.append(("person", person)),
            clock,
            lambda guild: self.forgotten.append(("server", guild)),
        )
        self._told = 0

    async def again(self, book: FactorBook | None = None) -> MemoryDecisions:
        """The same after a restart, by another book where one is given."""
        made = MemoryDecisions(book or self.book, self.clock, self.store)
        for part in (made.settings, made.boards, made.watch):
            await part.load()
        return made

    async def tell(
        self,
        words: str,
        how_often: int = 1,
        *,
        guild: int = GUILD,
        person: int = ANA,
        source: str | None = None,
        origin: Origin = "declared",
    ) -> Added:
        """Count what somebody says, as an interaction of its own unless `source` says which."""
        self._told += 1
        usages = await self.tally.read(guild, words, how_often)
        return await self.tally.add(guild, person, source or f"interaction:{self._told}", usages, origin)

    async def counted(self, guild: int = GUILD) -> int:
        """How many items a server has in all."""
        return (await self.tally.show(guild, "all")).totals.total.count

    async def energy_wh(self, words: str, guild: int = GUILD) -> Interval:
        """What some words take in a server, by today's book."""
        usages = await self.tally.read(guild, words)
        one = await self.valuation.each([usage.key for usage in usages], self.settings.place_of(guild))
        totals = [(one[usage.key], usage.count) for usage in usages]
        energies = [total.energy_wh.scaled(count) for total, count in totals if total is not None]
        return Interval(*(sum(getattr(one, end) for one in energies) for end in ("low", "central", "high")))
