"""The store in memory answers as the one on the disk: what is decided over it is decided over that."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

from bot.store import Action, Origin, PastEstimates, Store
from bot.store.sqlite import open_store
from tests.features.memory_store import MemoryStore

DAYS = (date(2026, 3, 4), date(2026, 3, 5))
ITEMS = (("video;5s", 2), ("image;1image", 4), ("video;5s", 1))
ORIGINS: tuple[Origin, ...] = ("declared", "counted", "estimated")


async def told(store: Store) -> AsyncIterator[object]:
    """Every kind of answer a store gives, through a life of counting, taking back, noting and erasing."""
    ledger, notes, prices, answers = store.ledger, store.notes, store.prices, store.answers
    for number in range(12):
        author = None if number == 11 else 44 + number % 2
        items = ITEMS[number % 2 : 1 + number % 3] or ITEMS
        origin = ORIGINS[number % 3]
        yield await ledger.add(Action(7 + number // 9, DAYS[number % 2], items, origin, f"i{number % 11}", author))
    yield [await ledger.undo(7, 44, request) for request in ("u1", "u1", "u2")]
    yield [await ledger.take_back(7, person, "i3") for person in (44, 45, 45)]
    yield [await ledger.uncount(7, source) for source in ("i1", "i1", "never")]
    yield await ledger.undo(7, 99, "u3")
    for first, last in ((None, None), (DAYS[1], None), (None, DAYS[0])):
        yield await ledger.days(7, first, last)
        yield await ledger.totals(7, first, last)
    yield await ledger.first_day(7), await ledger.first_day(9), await ledger.guilds()
    yield [(one.day, one.usage, one.count) async for batch in ledger.records(7) for one in batch]
    for number, book in enumerate("abc", 1):
        wh = {"video;5s": (1.0, 2.0, 3.0), "never": (1.0, 2.0, 3.0)}
        await prices.keep(7, PastEstimates(book, date(2026, 1, number), wh), wh)
    yield await prices.of(7), await prices.of(8)
    for name, value in (("board", "x"), ("watch.2", "y"), ("watch.1", "z"), ("board", None), ("goal", "g")):
        await notes.put(7, name, value)
    yield await notes.named("watch."), await notes.of(7), await notes.of(8), await notes.guilds()
    yield [await answers.give(7, "s", "q", 44, value, change=value == "3") for value in ("1", "2", "3")]
    yield await answers.of(7, "s", 44), await answers.mine(44), await answers.mine(45), len(await answers.all(7, "s"))
    yield [(guild, one.usage, one.count) for guild, one in await ledger.of_person(44)]
    yield await answers.erase_person(44), await answers.mine(44)
    yield await ledger.erase_person(44), await ledger.of_person(44), await ledger.totals(7), await prices.of(7)
    yield await store.erase_server(7), await ledger.totals(7), await notes.of(7), await ledger.guilds()


async def test_store_in_memory_answers_as_the_one_on_the_disk(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "wattson.db")
    try:
        expected = [answer async for answer in told(store)]
    finally:
        await store.close()
    found = [answer async for answer in told(MemoryStore())]
    for one, other in zip(found, expected, strict=True):
        assert plain(one) == plain(other)


def plain(answer: object) -> object:
    """Notes of prices stand among a file's own notes; here they do not."""
    if isinstance(answer, dict):
        return {key: value for key, value in answer.items() if "prices." not in str(key)}
    return tuple(plain(one) for one in answer) if isinstance(answer, tuple) else answer
