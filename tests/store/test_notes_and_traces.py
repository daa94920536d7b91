"""Notes are the latest word, traces are the first."""

from __future__ import annotations

from datetime import date

from bot.store import Store, Trace
from tests.store.contract import GUILD, OTHER, Backend, opened


async def test_a_note_is_durable_replaced_and_forgotten(backend: Backend) -> None:
    async with opened(backend) as store:
        await store.notes.put(GUILD, "setting.language", "en")
        await store.notes.put(GUILD, "setting.language", "fr")
        await store.notes.put(OTHER, "setting.language", "en")
        await store.notes.put(OTHER, "setting.language", None)
        await store.notes.put(OTHER, "never written", None)
    async with opened(backend) as store:
        assert await store.notes.named("setting.") == {(GUILD, "setting.language"): "fr"}


async def test_notes_are_found_by_how_their_name_begins(store: Store) -> None:
    names = ("goal", "goal.a", "goal.é", "goal_b", "goals", "gobal", "Goal.a", "goal.%", "goal.\U0001f600")
    for name in names:
        await store.notes.put(GUILD, name, name)
    found = await store.notes.named("goal.")
    assert set(found.values()) == {"goal.a", "goal.é", "goal.%", "goal.\U0001f600"}
    assert len(await store.notes.named("")) == len(names)
    assert await store.notes.named("goal.%") == {(GUILD, "goal.%"): "goal.%"}


async def test_an_answer_is_kept_once_and_found_by_its_code(backend: Backend) -> None:
    first = Trace("4T7K", "video;5s", "2026.1", date(2026, 1, 5), '{"wh": 30}')
    async with opened(backend) as store:
        await store.traces.keep(first)
        await store.traces.keep(Trace("4T7K", "video;5s", "2026.1", date(2027, 1, 5), "another day"))
        second = Trace("4T7K", "image;1", "2026.1", date(2025, 1, 5), "the same code by chance")
        await store.traces.keep(second)
        await store.traces.keep(Trace("9999", "image;1", "2026.1", date(2025, 1, 5), "another code"))
        await store.erase_server(GUILD)
    async with opened(backend) as store:
        assert await store.traces.find("4T7K") == (first, second)
        assert await store.traces.find("0000") == ()
