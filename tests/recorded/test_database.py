"""What 0.1.0 wrote is read for ever: its database, opened by today's program, says what it said then."""

from __future__ import annotations

import json
from datetime import date

from bot.features.board.decide import Board, Weekly
from bot.features.goal.decide import Goal
from bot.features.schedule.timetable import Schedule
from bot.features.settings import ServerSettings
from bot.features.watch.decide import Rule
from bot.start.doctor.notes import NOTE_KINDS
from bot.store import sort_notes
from tests.recorded.conftest import RECORDED, Recorded


def test_every_recorded_note_is_of_a_kind_and_can_be_read() -> None:
    notes = json.loads((RECORDED / "facts.json").read_text())["notes"]
    rows = {(guild, name): value for guild, name, value in notes}
    sorted_out = [sort_notes(rows, kind) for kind in NOTE_KINDS]
    assert [aside for _, aside in sorted_out if aside] == []
    assert sorted(key for found, _ in sorted_out for key in found) == sorted(rows)


async def test_opening_it_changes_no_note(recorded: Recorded) -> None:
    kept = await recorded.program.store.notes.named("")
    assert kept == {(guild, name): value for guild, name, value in recorded.facts["notes"]}


async def test_what_managers_set_is_as_it_was(recorded: Recorded) -> None:
    facts, program = recorded.facts, recorded.program
    guild, other, channel = facts["guild"], facts["other"], facts["channel"]
    assert program.decisions.settings.of(guild) == ServerSettings("fr", "FRA", "Europe/Paris")
    assert program.decisions.boards.board(guild) == Board(channel, 12345, "abcdef0123456789")
    assert program.decisions.boards.board(other) == Board(777, off=True)
    assert program.decisions.boards.weekly(guild) == Weekly(channel, date(2026, 2, 23))
    assert await program.decisions.goals.of(guild) == Goal(10_500.0, "month")
    assert await program.decisions.goals.of(other) == Goal(500.0, "week")
    assert program.decisions.schedules.of(guild) == Schedule(channel, (0, 3), 8, ("video", "water"), date(2026, 3, 3))
    rule = Rule(1456074446497382490, channel, (("image;1image;model=flux.1-dev", 4),), answers_only=False)
    assert program.decisions.watch.of(guild) == (rule,)
    assert not await program.decisions.welcomes.first(other)


async def test_every_session_goes_on_where_it_stood(recorded: Recorded) -> None:
    open_ = recorded.program.decisions.sessions.of(recorded.facts["guild"])
    found = {
        one.subject: {
            "kind": one.kind,
            "about": list(one.content_ids),
            "phase": one.phase,
            "more": dict(one.extra or {}),
            "ends": one.ends.isoformat(),
            "turns": one.advances_at.isoformat() if one.advances_at else None,
            "channel": one.channel,
            "message": one.message,
            "language": one.language,
        }
        for one in open_
    }
    assert found == recorded.facts["sessions"]


async def test_sessions_written_anew_are_read_the_same_after_a_restart(recorded: Recorded) -> None:
    guild = recorded.facts["guild"]
    before = {one.id: one for one in recorded.program.decisions.sessions.of(guild)}
    for one in before.values():
        await recorded.program.decisions.sessions.alter(one)
    program = await recorded.restartable.restart()
    assert {one.id: one for one in program.decisions.sessions.of(guild)} == before
    assert '"version":2' in (await program.store.notes.of(guild, "session."))[f"session.{next(iter(before))}"]


async def test_counts_answers_and_past_estimates_are_as_they_were(recorded: Recorded) -> None:
    facts, store = recorded.facts, recorded.program.store
    guild = facts["guild"]
    rows = [*await store.ledger.days(guild), *await store.ledger.days(facts["other"])]
    days = [[row.day.isoformat(), row.usage, row.origin, row.count] for row in rows]
    assert sorted(days) == sorted(facts["days"])
    answers = await store.answers.mine(facts["member"])
    assert sorted(map(list, answers)) == sorted(facts["answers_of_member"])
    for person, count in facts["records"].items():
        assert len(await store.ledger.of_person(int(person))) == count
    (past,) = await store.prices.of(guild)
    assert past.book == facts["book"]
    assert {usage: list(wh) for usage, wh in past.wh.items()} == json.loads(
        recorded.note(guild, f"prices.{facts['book']}")
    )["wh"]


async def test_a_server_left_then_is_erased_in_its_time(recorded: Recorded) -> None:
    assert await recorded.program.decisions.privacy.sweep() == 0
    recorded.restartable.clock.pass_(days=7)
    await recorded.program.decisions.privacy.sweep()
    assert await recorded.program.store.notes.of(recorded.facts["other"]) == {}
