"""Every feature, in the order people meet them, with what each needs. A new feature adds its line here."""

from __future__ import annotations

from bot.discord_io.autocomplete import Autocomplete
from bot.discord_io.feature import Feature
from bot.discord_io.responses import Responses
from bot.features.about.command import AboutCommand
from bot.features.ask.command import AskCommands
from bot.features.attachments.command import AttachmentsMenu
from bot.features.board.command import BoardCommand
from bot.features.claim.command import ClaimCommand
from bot.features.compare.command import CompareCommand
from bot.features.cost.command import CostCommands
from bot.features.explain.command import ExplainCommand
from bot.features.goal.command import GoalCommand
from bot.features.help.command import HelpCommand
from bot.features.learn.debate.command import DebateCommand
from bot.features.learn.group import LearnGroup
from bot.features.learn.guess.command import GuessCommand
from bot.features.learn.lesson.command import LessonCommand
from bot.features.learn.order.command import OrderCommand
from bot.features.learn.prompt import Prompts
from bot.features.learn.prompt.command import PromptCommand
from bot.features.learn.quiz.command import QuizCommand
from bot.features.privacy.command import PrivacyCommand
from bot.features.schedule.posting import ScheduledPrompts
from bot.features.setup.command import SetupCommand
from bot.features.source.command import SourceCommand
from bot.features.tally.command import TallyCommands
from bot.features.watch.command import WatchCommands
from bot.features.welcome.command import Welcome
from bot.features.whatif.command import WhatIfCommand
from bot.features.why.command import WhyCommand
from bot.start.program import Decisions
from config.content.notices import Notices
from config.content.watch_recipes import Recipe


def all_features(
    io: Responses,
    decide: Decisions,
    recipes: tuple[Recipe, ...],
    notices: Notices,
    version: str,
) -> tuple[tuple[Feature, ...], LessonCommand]:
    """The features, and the one that opens lessons."""
    estimator, memory = decide.estimator, decide.memory
    complete = Autocomplete(io, io.book, memory.recent)
    learn, prompts = LearnGroup(io, decide.sessions), Prompts(decide.bank)
    lesson = LessonCommand(learn, decide.lessons, prompts, decide.tally)
    parts = (
        CostCommands(io, complete, estimator, memory),
        AskCommands(io, complete, estimator, memory),
        CompareCommand(io, complete, estimator, memory),
        WhatIfCommand(io, complete, estimator, memory),
        SourceCommand(io, memory),
        AttachmentsMenu(io, estimator, memory),
        ExplainCommand(io, complete, decide.explainer),
        WhyCommand(io, complete, decide.reconciler, memory),
        ClaimCommand(io, decide.claims),
        TallyCommands(io, complete, decide.tally, estimator, memory),
        WatchCommands(io, complete, decide.watch, decide.tally, recipes),
        GoalCommand(io, decide.goals, decide.boards.mark_stale),
        BoardCommand(io, decide.boards, decide.tally, decide.goals),
        learn,
        QuizCommand(learn, decide.quizzes),
        GuessCommand(learn, decide.guesses),
        OrderCommand(learn, decide.orders),
        DebateCommand(learn, complete, decide.debates),
        PromptCommand(learn, prompts),
        lesson,
        SetupCommand(io, decide.settings, decide.boards, decide.goals, decide.watch, decide.schedules),
        ScheduledPrompts(io, decide.schedules, prompts),
        PrivacyCommand(io, decide.privacy, decide.boards, decide.sessions, notices),
        Welcome(io, estimator, decide.welcomes),
        HelpCommand(io, estimator),
        AboutCommand(io, estimator, version),
    )
    return tuple(part.feature for part in parts), lesson
