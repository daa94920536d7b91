"""What was built at the start, as the programs and their tests see it; features get what they need by constructor."""

from __future__ import annotations

from dataclasses import dataclass

from bot.discord_io.feature import Feature
from bot.discord_io.responses import Responses
from bot.features.board import Boards
from bot.features.claim import ClaimChecker
from bot.features.cost import AnswerMemory, Estimator
from bot.features.explain import Explainer
from bot.features.goal import Goals
from bot.features.learn import Sessions
from bot.features.learn.debate import Debates
from bot.features.learn.guess import Guesses
from bot.features.learn.lesson import LessonService
from bot.features.learn.lesson.command import LessonCommand
from bot.features.learn.order import Orders
from bot.features.learn.question_bank import QuestionBank
from bot.features.learn.quiz import Quizzes
from bot.features.privacy import Privacy
from bot.features.schedule import Schedules
from bot.features.settings import SettingsService
from bot.features.tally import TallyService
from bot.features.watch import WatchService
from bot.features.welcome import Welcomes
from bot.features.why import Reconciler
from bot.store import Store


class StartError(Exception):
    """A start that cannot succeed: one sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What decides, feature by feature."""

    estimator: Estimator
    memory: AnswerMemory
    settings: SettingsService
    tally: TallyService
    watch: WatchService
    goals: Goals
    boards: Boards
    schedules: Schedules
    privacy: Privacy
    welcomes: Welcomes
    explainer: Explainer
    reconciler: Reconciler
    claims: ClaimChecker
    bank: QuestionBank
    sessions: Sessions
    quizzes: Quizzes
    guesses: Guesses
    orders: Orders
    debates: Debates
    lessons: LessonService


@dataclass(frozen=True, slots=True)
class Program:
    """The features with the way in and out, the store, and what decides."""

    version: str
    store: Store
    io: Responses
    features: tuple[Feature, ...]
    lesson: LessonCommand
    decisions: Decisions
