"""What a command needs of the rest of the bot, built once by the composition root."""

from __future__ import annotations

from dataclasses import dataclass

from bot.render.studio import Studio
from bot.services.board import Boards
from bot.services.claim import ClaimChecker
from bot.services.cooldown import Cooldown
from bot.services.cost import CostService
from bot.services.debate import Debates
from bot.services.explain import Explainer
from bot.services.gate import Gate
from bot.services.goal import Goals
from bot.services.guess import Guesses
from bot.services.language import Languages
from bot.services.lesson import Classes
from bot.services.lessons import Lessons
from bot.services.live import LiveAnswers
from bot.services.meter import Meter
from bot.services.order import Orders
from bot.services.ports import Clock, Store
from bot.services.privacy import Privacy
from bot.services.quiz import Quizzes
from bot.services.recent import Recent
from bot.services.schedule import Schedules
from bot.services.sessions import Sessions
from bot.services.setup import Setups
from bot.services.tally import TallyService
from bot.services.traces import TraceBook
from bot.services.watch import WatchService
from bot.services.welcome import Welcomes
from bot.services.why import Reconciler
from config.catalog import Catalog
from config.legal import Notices
from config.recipes import Recipe


class StartError(Exception):
    """A start that cannot succeed: one sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The services, texts and pictures; `close` ends what they hold open."""

    catalog: Catalog
    languages: Languages
    cost: CostService
    live: LiveAnswers
    version: str
    clock: Clock
    store: Store
    traces: TraceBook
    setups: Setups
    studio: Studio
    pictures: Cooldown
    gate: Gate
    meter: Meter
    recent: Recent
    tally: TallyService
    watch: WatchService
    goals: Goals
    boards: Boards
    schedules: Schedules
    welcomes: Welcomes
    privacy: Privacy
    notices: Notices
    recipes: tuple[Recipe, ...]
    explainer: Explainer
    reconciler: Reconciler
    claims: ClaimChecker
    sessions: Sessions
    lessons: Lessons
    quizzes: Quizzes
    guesses: Guesses
    orders: Orders
    debates: Debates
    classes: Classes

    async def close(self) -> None:
        """Finish what was begun; nothing acknowledged is lost."""
        self.studio.close()
        await self.live.close()
        await self.store.close()
