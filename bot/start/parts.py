"""What a command needs of the rest of the bot, built once by the composition root."""

from __future__ import annotations

from dataclasses import dataclass

from bot.cards.charts.chart_process import ChartProcess
from bot.discord_io.load_limiter import Gate
from bot.discord_io.metrics import Meter
from bot.discord_io.picture_ration import Cooldown
from bot.discord_io.recent_uses import Recent
from bot.features.board.decide import Boards
from bot.features.claim.decide import ClaimChecker
from bot.features.cost.decide import CostService
from bot.features.cost.live_answers import LiveAnswers
from bot.features.explain.decide import Explainer
from bot.features.goal.decide import Goals
from bot.features.learn.debate.decide import Debates
from bot.features.learn.guess.decide import Guesses
from bot.features.learn.lesson.decide import Classes
from bot.features.learn.order.decide import Orders
from bot.features.learn.question_bank import Lessons
from bot.features.learn.quiz.decide import Quizzes
from bot.features.learn.sessions import Sessions
from bot.features.privacy.decide import Privacy
from bot.features.schedule.decide import Schedules
from bot.features.setup.decide import Setups
from bot.features.setup.languages import Languages
from bot.features.source.decide import TraceBook
from bot.features.tally.decide import TallyService
from bot.features.watch.decide import WatchService
from bot.features.welcome.decide import Welcomes
from bot.features.why.decide import Reconciler
from bot.store.protocols import Clock, Store
from config.content.notices import Notices
from config.content.watch_recipes import Recipe
from config.text.catalog import Catalog


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
    studio: ChartProcess
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
