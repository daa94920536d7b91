"""Seeing and erasing: a person's own everywhere and nobody else's, a server's everything, a week after it was left."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.features.learn.sessions import LEADS
from bot.features.privacy.decide import DAYS_AFTER_LEAVING, Answered
from bot.store import WriteFailed
from tests.features.memory_decisions import ANA, BO, GUILD, OTHER, MemoryDecisions

LEFT = "left"


async def test_person_sees_their_own_entries_of_every_server_and_no_others(decisions: MemoryDecisions) -> None:
    await decisions.tell("video 5s")
    await decisions.tell("9 images", person=BO)
    await decisions.tell("2 images", guild=OTHER)
    mine = await decisions.privacy.mine(ANA)
    assert [(guild, record.usage, record.count) for guild, record in mine] == [
        (GUILD, "video;5s", 1),
        (OTHER, "image;1image", 2),
    ]
    assert await decisions.privacy.mine(99) == ()


async def test_answers_in_open_games_are_seen_game_by_game(decisions: MemoryDecisions) -> None:
    answers = decisions.store.answers
    for guild, session, question, person, value in (
        (GUILD, "s1", "q1", ANA, "a"),
        (GUILD, "s1", "q2", ANA, "b"),
        (GUILD, "s1", LEADS, ANA, "1"),
        (GUILD, "s1", "q1", BO, "c"),
        (OTHER, "s2", "guess", ANA, "47"),
    ):
        await answers.give(guild, session, question, person, value)
    here, there = await decisions.privacy.answers(ANA)
    assert here == Answered(GUILD, "s1", {"q1": "a", "q2": "b", LEADS: "1"})
    # Who leads a game has not answered by that.
    assert (here.count, there.count) == (2, 1)
    await answers.end(GUILD, "s1")
    assert await decisions.privacy.answers(ANA) == (there,)


async def test_erasing_a_person_leaves_everybody_elses(decisions: MemoryDecisions) -> None:
    for guild in (GUILD, OTHER):
        await decisions.tell("video 5s", guild=guild)
        await decisions.tell("2 images", guild=guild, person=BO)
        for person in (ANA, BO):
            await decisions.store.answers.give(guild, "s", "q", person, "a")
    assert await decisions.privacy.erase_person(ANA) == 2
    assert await decisions.privacy.erase_person(ANA) == 0
    assert (await decisions.privacy.mine(ANA), await decisions.privacy.answers(ANA)) == ((), ())
    assert (len(await decisions.privacy.mine(BO)), len(await decisions.privacy.answers(BO))) == (2, 2)
    assert (await decisions.counted(GUILD), await decisions.counted(OTHER)) == (2, 2)
    assert decisions.forgotten == [("person", ANA)] * 2


async def test_usage_only_one_person_typed_leaves_the_prices_with_them(decisions: MemoryDecisions) -> None:
    await decisions.tell("video 47.11s")
    await decisions.tell("2 images", person=BO)
    await decisions.tally.remember_prices(GUILD)
    await decisions.privacy.erase_person(ANA)
    assert [set(one.wh) for one in await decisions.store.prices.of(GUILD)] == [{"image;1image"}]


async def test_erasing_a_server_leaves_every_other(decisions: MemoryDecisions) -> None:
    for guild in (GUILD, OTHER):
        await decisions.tell("video 5s", guild=guild)
        await decisions.settings.choose_language(guild, "fr")
        await decisions.tally.remember_prices(guild)
        await decisions.store.answers.give(guild, "s", "q", ANA, "a")
    assert await decisions.privacy.erase_server(GUILD) == 1
    assert decisions.forgotten == [("server", GUILD)]
    store = decisions.store
    assert await store.ledger.guilds() == await store.notes.guilds() == {OTHER}
    assert (await store.prices.of(GUILD), len(await store.prices.of(OTHER))) == ((), 1)
    assert [one.guild for one in await decisions.privacy.answers(ANA)] == [OTHER]


async def test_server_that_could_not_be_erased_is_not_forgotten(decisions: MemoryDecisions) -> None:
    decisions.disk.full = True
    with pytest.raises(WriteFailed):
        await decisions.privacy.erase_server(GUILD)
    assert decisions.forgotten == []


async def test_server_is_erased_a_week_after_the_bot_left_unless_it_returns(decisions: MemoryDecisions) -> None:
    await decisions.tell("video 5s")
    await decisions.tell("video 5s", guild=OTHER)
    privacy, clock = decisions.privacy, decisions.clock
    await privacy.left(GUILD)
    clock.pass_(days=DAYS_AFTER_LEAVING - 1)
    assert await privacy.sweep() == 0
    await privacy.returned(GUILD)
    clock.pass_(days=DAYS_AFTER_LEAVING)
    assert await privacy.sweep() == 0
    await privacy.left(GUILD)
    clock.moment = clock.moment.replace(hour=23, minute=59)
    clock.pass_(days=DAYS_AFTER_LEAVING - 1)
    assert await privacy.sweep() == 0
    clock.pass_(minutes=1)
    assert await privacy.sweep() == 1
    assert await privacy.sweep() == 0
    assert await decisions.store.ledger.guilds() == {OTHER}
    assert await decisions.store.notes.of(GUILD) == {}
    assert decisions.forgotten == [("server", GUILD)]


async def test_return_to_a_server_that_was_never_left_writes_nothing(decisions: MemoryDecisions) -> None:
    decisions.disk.full = True
    await decisions.privacy.returned(GUILD)


async def test_removal_while_the_bot_was_away_is_noticed(decisions: MemoryDecisions) -> None:
    await decisions.tell("video 5s")
    await decisions.settings.choose_language(OTHER, "fr")
    await decisions.privacy.compare({OTHER})
    assert set(await decisions.store.notes.named(LEFT)) == {(GUILD, LEFT)}
    await decisions.privacy.compare({GUILD, OTHER})
    assert await decisions.store.notes.named(LEFT) == {}


async def test_time_that_runs_is_not_begun_anew_by_a_restart(decisions: MemoryDecisions) -> None:
    await decisions.tell("video 5s")
    for _ in range(DAYS_AFTER_LEAVING):
        await decisions.privacy.compare(set())
        assert await decisions.privacy.sweep() == 0
        decisions.clock.pass_(days=1)
    assert await decisions.privacy.sweep() == 1


async def test_day_of_leaving_that_nobody_can_read_begins_anew(decisions: MemoryDecisions) -> None:
    decisions.clock.moment = datetime(2026, 3, 4, tzinfo=UTC)
    await decisions.store.notes.put(GUILD, LEFT, "no day")
    assert await decisions.privacy.sweep() == 0
    await decisions.privacy.compare(set())
    decisions.clock.pass_(days=DAYS_AFTER_LEAVING)
    assert await decisions.privacy.sweep() == 1


def test_leading_a_game_is_no_answer_to_it() -> None:
    assert Answered(7, "game", {"0": "1", "1": "3"}).count == 2
    assert Answered(7, "game", {LEADS: "1", "0": "1", "1": "3"}).count == 2
