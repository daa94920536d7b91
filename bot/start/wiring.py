"""The composition root: builds and closes all that is not Discord."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bot.cards.charts.chart_process import ChartProcess
from bot.clock import Clock
from bot.discord_io.picture_ration import Cooldown
from bot.discord_io.pictures import Pictures
from bot.discord_io.responses import Responses
from bot.discord_io.voices import Voices
from bot.features.board import Boards
from bot.features.claim import ClaimChecker
from bot.features.cost import AnswerMemory, Estimator
from bot.features.explain import Explainer
from bot.features.goal import Goals
from bot.features.learn import Sessions
from bot.features.learn.debate import Debates
from bot.features.learn.guess import Guesses
from bot.features.learn.lesson import ClassTally, LessonService
from bot.features.learn.order import Orders
from bot.features.learn.question_bank import QuestionBank
from bot.features.learn.quiz import Quizzes
from bot.features.privacy import Privacy
from bot.features.schedule import Schedules
from bot.features.settings import SettingsService
from bot.features.tally import TallyService, Valuation
from bot.features.watch import WatchService
from bot.features.welcome import Welcomes
from bot.features.why import Reconciler
from bot.grid import LatestFigures, chosen
from bot.start.clock import ComputerClock
from bot.start.features import all_features
from bot.start.program import Decisions, Program, StartError
from bot.store import Store
from bot.store.sqlite import StorageError, open_store
from config.content.claim_base import load_claims
from config.content.concepts import load_concepts
from config.content.disagreements import load_disagreements
from config.content.notices import load_notices
from config.content.sentences import ContentError, load_sources
from config.content.tables import load_table
from config.content.teaching import GuessItem, Motion, OrderItem, Prompt, QuizItem
from config.content.topics import load_topics
from config.content.watch_recipes import load_recipes
from config.settings import Settings, SettingsError
from config.text.catalog import load_catalog
from energy import FactorBook, Refusal, Source, load_book, load_opinions

Forget = Callable[[int], None]


@asynccontextmanager
async def opened(
    settings: Settings, database: Path, book: FactorBook | None = None, clock: Clock | None = None
) -> AsyncIterator[Program]:
    """The program with its database open; closed at the end, everything acknowledged on the disk.

    Raises BookError, CatalogError, SettingsError or StartError, each one helpful sentence.
    """
    try:
        store = await open_store(database)
    except StorageError as error:
        raise StartError(str(error)) from None
    charts, grid = ChartProcess(), None
    try:
        book, clock = book or load_book(), clock or ComputerClock()
        grid = chosen(settings, book, clock)
        program = build(settings, store, charts, grid, book, clock)
        for feature in program.features:
            if feature.load is not None:
                await feature.load()
        yield program
    except ContentError as error:
        raise StartError(str(error)) from None
    finally:
        # Finish what was begun; nothing acknowledged is lost.
        charts.close()
        if grid is not None:
            await grid.close()
        await store.close()


def build(
    settings: Settings, store: Store, charts: ChartProcess, grid: LatestFigures | None, book: FactorBook, clock: Clock
) -> Program:
    """The program the settings ask for. Raises CatalogError, ContentError or SettingsError."""
    try:
        place = book.place_id(settings.wattson_place)
    except Refusal as refusal:
        raise SettingsError(f"WATTSON_PLACE: {refusal}") from None
    server_settings = SettingsService(store.notes, book)
    estimator = Estimator(book, place, load_opinions(), grid, server_settings.place_of)
    voices = Voices(load_catalog(), settings.wattson_language, server_settings.language_of)
    io = Responses(voices, book, Pictures(charts, Cooldown(clock)))

    def forget(guild: int) -> None:
        for feature in features:
            if feature.forget is not None:
                feature.forget(guild)

    decisions = _decisions(store, estimator, server_settings, clock, forget)
    features, lesson = all_features(io, decisions, load_recipes(), load_notices(), version := _version())
    return Program(version, store, io, features, lesson, decisions)


def _decisions(
    store: Store, estimator: Estimator, server_settings: SettingsService, clock: Clock, forget: Forget
) -> Decisions:
    book = estimator.book
    sources, memory = load_sources(book), AnswerMemory(estimator, store.traces, clock)
    valuation = Valuation(estimator, store.prices, clock)
    tally = TallyService(book, store.ledger, valuation, server_settings, clock)
    boards = Boards(tally, store.notes)
    tally.on_change = server_settings.on_change = boards.mark_stale
    bank, sessions = bank_of(estimator, sources), Sessions(store.notes, store.answers, clock)
    guesses, debates = Guesses(bank, sessions), Debates(bank, sessions, clock)
    class_tally = ClassTally(sessions, estimator, valuation, server_settings, clock)
    return Decisions(
        estimator=estimator,
        memory=memory,
        settings=server_settings,
        tally=tally,
        watch=WatchService(tally, store.notes),
        goals=Goals(tally, store.notes),
        boards=boards,
        schedules=Schedules(store.notes, server_settings, bank.prompts, clock),
        privacy=Privacy(store, memory.forget_person, clock, forget),
        welcomes=Welcomes(store.notes, clock),
        explainer=Explainer(load_topics(book, sources), sources, estimator, clock),
        reconciler=Reconciler(load_disagreements(book, sources), sources, estimator, memory),
        claims=ClaimChecker(load_claims(book, sources), load_concepts(), sources, estimator),
        bank=bank,
        sessions=sessions,
        quizzes=Quizzes(bank, sessions),
        guesses=guesses,
        orders=Orders(bank, sessions),
        debates=debates,
        lessons=LessonService(bank, sessions, guesses, debates, class_tally, clock),
    )


def bank_of(estimator: Estimator, sources: Mapping[str, Source]) -> QuestionBank:
    """What lessons draw from, read and checked. Raises ContentError."""
    book = estimator.book
    return QuestionBank(
        quiz=load_table("quiz", QuizItem, book, sources),
        guesses=load_table("guesses", GuessItem, book, sources),
        order=load_table("order", OrderItem, book, sources),
        debates=load_table("debates", Motion, book, sources),
        prompts=load_table("prompts", Prompt, book, sources),
        sources=sources,
        estimator=estimator,
    )


def _version() -> str:
    try:
        return version("wattson")
    except PackageNotFoundError:
        return "unpackaged"
