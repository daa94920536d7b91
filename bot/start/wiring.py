"""The composition root: builds and closes all that is not Discord."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

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
from bot.features.learn.lesson.class_tally import ClassTally
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
from bot.features.tally.valuation import Pricing
from bot.features.watch.decide import WatchService
from bot.features.welcome.decide import Welcomes
from bot.features.why.decide import Reconciler
from bot.grid import chosen
from bot.start.clock import ComputerClock
from bot.start.parts import Parts, StartError
from bot.store.protocols import Clock, Store
from bot.store.sqlite import StorageError, open_store
from config.content.claim_base import load_claims
from config.content.disagreements import load_disagreements
from config.content.ideas import load_concepts
from config.content.notices import load_notices
from config.content.sentences import ContentError, load_sources
from config.content.tables import load_table
from config.content.teaching import Motion, Prompt, Quantity, Question, Thing
from config.content.topics import load_topics
from config.content.watch_recipes import load_recipes
from config.settings import Settings, SettingsError
from config.text.catalog import load_catalog
from energy import FactorBook, Refusal, Source, load_book, load_opinions


@asynccontextmanager
async def opened(
    settings: Settings, database: Path, book: FactorBook | None = None, clock: Clock | None = None
) -> AsyncIterator[Parts]:
    """The parts with their database open; closed at the end, everything acknowledged on the disk.

    Raises BookError, CatalogError, SettingsError or StartError, each one helpful sentence.
    """
    try:
        store = await open_store(database)
    except StorageError as error:
        raise StartError(str(error)) from None
    try:
        parts = build(settings, store, book or load_book(), clock or ComputerClock())
    except ContentError as error:
        await store.close()
        raise StartError(str(error)) from None
    except BaseException:
        await store.close()
        raise
    try:
        for service in (parts.setups, parts.watch, parts.boards, parts.schedules, parts.sessions):
            await service.load()
        yield parts
    finally:
        await parts.close()


def build(settings: Settings, store: Store, book: FactorBook, clock: Clock) -> Parts:
    """The parts the settings ask for. Raises CatalogError, ContentError or SettingsError."""
    try:
        place = book.place_id(settings.wattson_place)
    except Refusal as refusal:
        raise SettingsError(f"WATTSON_PLACE: {refusal}") from None
    cost = CostService(book, place, load_opinions())
    sessions = Sessions(store.notes, store.answers, clock)
    sources, traces = load_sources(book), TraceBook(cost, store.traces, clock)
    setups, recent = Setups(store.notes, book), Recent()
    pricing = Pricing(cost, store.prices, clock)
    tally = TallyService(cost, store.ledger, pricing, setups, clock)
    watch, boards = WatchService(tally, store.notes), Boards(tally, store.notes)
    tally.on_change = setups.on_change = boards.touch
    lessons = lessons_of(cost, sources)
    schedules = Schedules(store.notes, setups, lessons.prompts, clock)
    guesses, debates = Guesses(lessons, sessions), Debates(lessons, sessions, clock)
    class_tally = ClassTally(sessions, cost, pricing, setups, clock)
    return Parts(
        catalog=load_catalog(),
        languages=Languages(settings.wattson_language),
        cost=cost,
        live=LiveAnswers(cost, chosen(settings, book, clock)),
        version=_version(),
        clock=clock,
        store=store,
        traces=traces,
        setups=setups,
        studio=ChartProcess(),
        pictures=Cooldown(clock),
        gate=Gate(),
        meter=Meter(),
        recent=recent,
        tally=tally,
        watch=watch,
        goals=Goals(tally, store.notes),
        boards=boards,
        schedules=schedules,
        welcomes=Welcomes(store.notes, clock),
        privacy=Privacy(store, recent, clock, (setups, watch, boards, schedules, sessions)),
        notices=load_notices(),
        recipes=load_recipes(),
        explainer=Explainer(load_topics(book, sources), sources, cost, clock),
        sessions=sessions,
        lessons=lessons,
        quizzes=Quizzes(lessons, sessions),
        guesses=guesses,
        orders=Orders(lessons, sessions),
        debates=debates,
        classes=Classes(sessions, guesses, debates, class_tally, clock),
        reconciler=Reconciler(load_disagreements(book, sources), sources, cost, traces),
        claims=ClaimChecker(load_claims(book, sources), load_concepts(), sources, cost),
    )


def lessons_of(cost: CostService, sources: Mapping[str, Source]) -> Lessons:
    """What lessons draw from, read and checked. Raises ContentError."""
    book = cost.book
    return Lessons(
        quiz=load_table("quiz", Question, book, sources),
        guesses=load_table("guesses", Quantity, book, sources),
        order=load_table("order", Thing, book, sources),
        debates=load_table("debates", Motion, book, sources),
        prompts=load_table("prompts", Prompt, book, sources),
        sources=sources,
        cost=cost,
    )


def _version() -> str:
    try:
        return version("wattson")
    except PackageNotFoundError:
        return "unpackaged"
