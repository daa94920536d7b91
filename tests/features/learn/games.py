"""Every game and lesson on a store in memory: what they decide, without Discord and without a disk."""

from __future__ import annotations

import asyncio

from bot.features.learn.debate import Debates
from bot.features.learn.guess import Guesses
from bot.features.learn.lesson import ClassTally, LessonService
from bot.features.learn.order import Orders
from bot.features.learn.prompt import Prompts
from bot.features.learn.question_bank import QuestionBank
from bot.features.learn.quiz import Quizzes
from bot.features.learn.sessions import Sessions
from bot.features.settings import SettingsService
from bot.features.tally import Valuation
from bot.store import Given
from tests.chat.hands import Hands
from tests.features.memory_store import MemoryAnswers, MemoryStore

GUILD, OTHER, LEADER, ANA, BO = 7, 8, 1, 11, 12


class BusyAnswers(MemoryAnswers):
    """Answers whose store takes a moment, in which everybody else goes on."""

    async def give(
        self, guild: int, session: str, question: str, person: int, value: str, *, change: bool = False
    ) -> bool:
        await asyncio.sleep(0)
        kept = await super().give(guild, session, question, person, value, change=change)
        await asyncio.sleep(0)
        return kept

    async def all(self, guild: int, session: str) -> tuple[Given, ...]:
        found = await super().all(guild, session)
        await asyncio.sleep(0)
        return found

    async def of(self, guild: int, session: str, person: int) -> dict[str, str]:
        found = await super().of(guild, session, person)
        await asyncio.sleep(0)
        return found


class Games:
    """The decisions of every game, put together as the program does it."""

    def __init__(self, bank: QuestionBank, clock: Hands, store: MemoryStore | None = None) -> None:
        self.bank = bank
        self.clock = clock
        self.store = store or MemoryStore()
        self.sessions = Sessions(self.store.notes, self.store.answers, clock)
        self.settings = SettingsService(self.store.notes, bank.estimator.book)
        self.quizzes = Quizzes(bank, self.sessions)
        self.guesses = Guesses(bank, self.sessions)
        self.orders = Orders(bank, self.sessions)
        self.prompts = Prompts(bank)
        self.debates = Debates(bank, self.sessions, clock)
        valuation = Valuation(bank.estimator, self.store.prices, clock)
        self.tally = ClassTally(self.sessions, bank.estimator, valuation, self.settings, clock)
        self.lessons = LessonService(bank, self.sessions, self.guesses, self.debates, self.tally, clock)

    async def begun_again(self) -> Games:
        """The same games after a restart: nothing is left in memory, all that was kept is read."""
        anew = Games(self.bank, self.clock, self.store)
        await anew.settings.load()
        await anew.sessions.load()
        return anew


def busy_games(bank: QuestionBank, clock: Hands) -> Games:
    """Games on a store that takes a moment over every answer."""
    store = MemoryStore()
    store.answers = BusyAnswers(store.disk)
    return Games(bank, clock, store)
