"""A note that cannot be read is set aside: nothing stops, nothing is lost, nothing else of the server is touched."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.features.board.decide import Board, Boards, Weekly
from bot.features.goal.decide import Goal, Goals
from bot.features.learn.sessions import Sessions
from bot.features.schedule.decide import Schedules
from bot.features.settings import ServerSettings, SettingsService
from bot.features.watch.decide import WatchService
from bot.features.welcome.decide import Welcomes
from bot.start.doctor.notes import NOTE_KINDS
from bot.start.program import Program
from bot.store import sort_notes
from energy import FactorBook, Refusal
from tests.chat.hands import Hands
from tests.restart import Restartable
from tests.store.written_notes import GUILD, OTHER, WRITTEN, text_of


async def spoil(program: Program, texts: Mapping[str, str], guild: int = GUILD) -> None:
    for name, text in texts.items():
        await program.store.notes.put(guild, name, text)


async def test_one_server_with_nothing_but_broken_notes_stops_nobody(
    restartable: Restartable, caplog: pytest.LogCaptureFixture
) -> None:
    secret = '{"channel": "a secret", "kind": "a secret", "value": "a secret'
    await spoil(restartable.program, dict.fromkeys(WRITTEN, secret))
    await spoil(restartable.program, {name: text_of(value) for name, value in WRITTEN.items()}, OTHER)
    caplog.clear()
    program = await restartable.restart()
    assert "secret" not in caplog.text
    assert f"server {GUILD}: a note cannot be read and is set aside: board (not JSON)" in caplog.text
    assert program.decisions.boards.board(GUILD) is None
    assert program.decisions.boards.weekly(GUILD) is None
    assert await program.decisions.goals.of(GUILD) is None
    assert program.decisions.schedules.of(GUILD).channel is None
    assert program.decisions.watch.of(GUILD) == ()
    assert program.decisions.sessions.of(GUILD) == ()
    assert await program.store.prices.of(GUILD) == ()
    assert not await program.decisions.welcomes.first(GUILD)
    with pytest.raises(Refusal):
        await program.decisions.watch.start(GUILD, 3, 5)
    assert await program.store.notes.of(GUILD) == dict.fromkeys(WRITTEN, secret)
    assert program.decisions.boards.board(OTHER) == Board(5, 6, "abc")
    assert program.decisions.boards.weekly(OTHER) == Weekly(5, date(2026, 2, 23))
    assert await program.decisions.goals.of(OTHER) == Goal(10500.0, "month")
    assert program.decisions.schedules.of(OTHER).days == (0, 3)
    assert program.decisions.settings.of(OTHER) == ServerSettings("fr", "FRA", "Europe/Paris")
    assert [rule.items for rule in program.decisions.watch.of(OTHER)] == [(("image;1image", 2),)]
    assert [session.id for session in program.decisions.sessions.of(OTHER)] == ["bcdf2345"]


async def test_what_a_manager_sets_anew_takes_the_place_of_what_was_set_aside(restartable: Restartable) -> None:
    await spoil(restartable.program, {"goal": "{", "board": "{", "setup.zone": '{"value": 1}'})
    program = await restartable.restart()
    await program.decisions.goals.set(GUILD, "10 kWh", "week")
    await program.decisions.boards.move(GUILD, 5)
    await program.decisions.settings.choose_zone(GUILD, "Europe/Paris")
    program = await restartable.restart()
    assert await program.decisions.goals.of(GUILD) == Goal(10_000.0, "week")
    assert program.decisions.boards.board(GUILD) == Board(5)
    assert program.decisions.settings.of(GUILD).zone == "Europe/Paris"


async def test_a_server_that_was_left_on_a_day_nobody_can_read_is_erased_all_the_same(
    restartable: Restartable, clock: Hands
) -> None:
    await spoil(restartable.program, {"left": "one day", "board": text_of(WRITTEN["board"])})
    program = await restartable.restart()
    assert await program.decisions.privacy.sweep() == 0
    await program.decisions.privacy.compare(set())
    clock.pass_(days=8)
    assert await program.decisions.privacy.sweep() == 1
    assert await program.store.notes.of(GUILD) == {}


class Shelf:
    """Notes in memory."""

    def __init__(self, kept: dict[tuple[int, str], str]) -> None:
        self.kept = kept

    async def named(self, prefix: str) -> dict[tuple[int, str], str]:
        return {key: text for key, text in self.kept.items() if key[1].startswith(prefix)}

    async def of(self, guild: int, prefix: str = "") -> dict[str, str]:
        return {name: text for (where, name), text in self.kept.items() if where == guild and name.startswith(prefix)}

    async def put(self, guild: int, name: str, value: str | None, *, scrub: bool = False) -> None:
        raise AssertionError("nothing is written while it is read")


def broken_notes() -> st.SearchStrategy[str]:
    """Any text, any JSON, and what was written once with something in it changed."""
    scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.datetimes().map(str)
    values = st.recursive(
        scalars, lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(), one), max_leaves=8
    )
    written = [value for value in WRITTEN.values() if isinstance(value, dict)]
    keys = sorted({key for value in written for key in value} | {"version", "value"})
    changed = st.builds(
        lambda value, key, new: json.dumps({**value, key: new}),
        st.sampled_from(written),
        st.sampled_from(keys),
        values,
    )
    return st.text() | values.map(json.dumps) | changed


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.dictionaries(st.sampled_from(sorted(WRITTEN)), broken_notes(), max_size=6))
async def test_no_text_whatever_stops_a_start(book: FactorBook, texts: dict[str, str]) -> None:
    notes: Any = Shelf({(GUILD, name): text for name, text in texts.items()})
    nothing: Any = None
    server_settings = SettingsService(notes, book)
    await server_settings.load()
    await WatchService(nothing, notes).load()
    await Boards(nothing, notes).load()
    await Schedules(notes, server_settings, {}, Hands()).load()
    await Sessions(notes, nothing, Hands()).load()
    await Goals(nothing, notes).of(GUILD)
    if "welcomed" in texts:
        assert not await Welcomes(notes, Hands()).first(GUILD)
    for kind in NOTE_KINDS:
        found, aside = sort_notes(notes.kept, kind)
        assert len(found) + len(aside) == sum(kind.covers(name) for name in texts)
        for note in found.values():
            assert isinstance(type(note).read(note.text()), type(note))
