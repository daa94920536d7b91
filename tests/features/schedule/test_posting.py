"""Prompts at fixed hours: on the hour, none twice, never a burst, and off where the bot may not write."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_io.client import Wattson
from bot.discord_io.registration import Registration
from bot.features.schedule.timetable import Due, Schedule, moment, next_prompt
from bot.start.program import Program
from bot.start.wiring import opened
from config.settings import Settings
from energy import FactorBook
from tests.chat.hands import Hands
from tests.chat.simulated import Chat, Seen

PARIS = ZoneInfo("Europe/Paris")
GUILD, CHANNEL = 7, 70


def at(*when: int) -> datetime:
    return datetime(*when, tzinfo=UTC)  # type: ignore[arg-type,misc]


async def rounds(chat: Chat) -> None:
    await chat.env.bot.jobs.walk()  # type: ignore[attr-defined]
    await chat.env.settle()


async def posted(chat: Chat) -> list[Seen]:
    """Prompts that nobody asked for: no answer to a command among them."""
    return [one for one in await chat.written() if one.text.startswith(("### To discuss", "### À discuter"))]


async def page(chat: Chat) -> Seen:
    return await chat.press(await chat.slash("setup", as_="admin"), "Prompts")


async def switched_on(chat: Chat) -> Seen:
    return await chat.placed(await page(chat), "Channel of the prompts", chat.channel)


def test_hour_follows_summer_time() -> None:
    assert moment(date(2026, 3, 28), 9, PARIS) == at(2026, 3, 28, 8)
    assert moment(date(2026, 3, 30), 9, PARIS) == at(2026, 3, 30, 7)


def test_hour_that_the_clock_skips_comes_an_hour_later_and_a_doubled_one_once() -> None:
    assert moment(date(2026, 3, 29), 2, PARIS) == at(2026, 3, 29, 1)  # three o'clock, as two does not exist
    schedule = Schedule(1, (6,), 2)
    assert moment(date(2026, 10, 25), 2, PARIS) == at(2026, 10, 25, 0)
    again = replace(schedule, done=date(2026, 10, 25))
    assert again.latest(at(2026, 10, 25, 1, 30), PARIS) == date(2026, 10, 25)
    assert again.following(at(2026, 10, 25, 1, 30), PARIS) == at(2026, 11, 1, 1)


def test_days_are_those_of_the_servers_zone() -> None:
    """Monday morning in Auckland is Sunday elsewhere."""
    auckland = ZoneInfo("Pacific/Auckland")
    schedule = Schedule(1, (0,), 9)
    assert schedule.following(at(2026, 3, 4, 12), auckland) == at(2026, 3, 8, 20)
    assert schedule.latest(at(2026, 3, 8, 20), auckland) == date(2026, 3, 9)
    assert schedule.latest(at(2026, 3, 8, 19, 59), auckland) == date(2026, 3, 2)


@given(size=st.integers(1, 12), days=st.integers(1, 60))
def test_nothing_comes_again_before_the_pool_is_used(size: int, days: int) -> None:
    pool = [f"P{number}" for number in range(size)]
    shown: tuple[str, ...] = ()
    came: list[str] = []
    for day in range(days):
        chosen, shown = next_prompt(pool, shown, str(day))
        came.append(chosen)
    for start in range(0, days, size):
        in_turn = came[start : start + size]
        assert len(set(in_turn)) == len(in_turn)
    if size > 1:
        assert all(first != second for first, second in pairwise(came))


def test_what_was_shown_of_other_topics_stays_shown() -> None:
    chosen, shown = next_prompt(["a"], ("z", "a"), "monday")
    assert (chosen, shown) == ("a", ("z", "a"))


async def test_first_one_comes_at_the_next_hour_not_at_once(program: Program, clock: Hands) -> None:
    """It is Wednesday noon; Wednesdays at nine begin next week."""
    await program.decisions.schedules.choose_days(GUILD, {2})
    await program.decisions.schedules.place(GUILD, CHANNEL)
    assert program.decisions.schedules.due() == ()
    assert program.decisions.schedules.next(GUILD) == at(2026, 3, 11, 9)
    clock.moment = at(2026, 3, 11, 8, 59)
    assert program.decisions.schedules.due() == ()
    clock.moment = at(2026, 3, 11, 9)
    assert program.decisions.schedules.due() == (Due(GUILD, CHANNEL, date(2026, 3, 11)),)


async def test_long_absence_is_made_up_for_once(tmp_path: Path, book: FactorBook, clock: Hands) -> None:
    file = tmp_path / "away.db"
    async with opened(Settings(), file, book, clock) as program:
        await program.decisions.schedules.choose_days(GUILD, set(range(7)))
        await program.decisions.schedules.place(GUILD, CHANNEL)
    clock.pass_(days=35)
    async with opened(Settings(), file, book, clock) as program:
        (due,) = program.decisions.schedules.due()
        assert due.day == clock.now().date()
        assert await program.decisions.schedules.deal(due)
        assert program.decisions.schedules.due() == ()


async def test_missed_prompt_gives_way_to_one_that_comes_within_the_hour(program: Program, clock: Hands) -> None:
    await program.decisions.schedules.choose_days(GUILD, set(range(7)))
    await program.decisions.schedules.place(GUILD, CHANNEL)
    clock.moment = at(2026, 3, 9, 8, 30)
    assert program.decisions.schedules.due() == ()
    clock.moment = at(2026, 3, 9, 9)
    assert [due.day for due in program.decisions.schedules.due()] == [date(2026, 3, 9)]


async def test_other_hours_make_up_for_nothing(program: Program, clock: Hands) -> None:
    """At noon, eleven o'clock today is over: it begins tomorrow, and what came today comes once."""
    await program.decisions.schedules.choose_days(GUILD, set(range(7)))
    await program.decisions.schedules.place(GUILD, CHANNEL)
    await program.decisions.schedules.choose_hour(GUILD, 11)
    assert program.decisions.schedules.due() == ()
    clock.moment = at(2026, 3, 5, 11)
    (due,) = program.decisions.schedules.due()
    await program.decisions.schedules.deal(due)
    await program.decisions.schedules.choose_hour(GUILD, 15)
    clock.moment = at(2026, 3, 5, 15)
    assert program.decisions.schedules.due() == ()


async def test_crash_before_posting_skips_rather_than_doubles(tmp_path: Path, book: FactorBook, clock: Hands) -> None:
    file = tmp_path / "crash.db"
    async with opened(Settings(), file, book, clock) as program:
        await program.decisions.schedules.place(GUILD, CHANNEL)
        clock.moment = at(2026, 3, 9, 9)
        (due,) = program.decisions.schedules.due()
        shown = await program.decisions.schedules.deal(due)
    async with opened(Settings(), file, book, clock) as program:
        assert program.decisions.schedules.due() == ()
        assert program.decisions.schedules.of(GUILD).shown == (shown,)


async def test_choices_survive_a_restart_and_go_with_the_server(tmp_path: Path, book: FactorBook, clock: Hands) -> None:
    file = tmp_path / "kept.db"
    async with opened(Settings(), file, book, clock) as program:
        await program.decisions.schedules.choose_days(GUILD, {1, 4})
        await program.decisions.schedules.choose_hour(GUILD, 17)
        await program.decisions.schedules.choose_subjects(GUILD, {"water", "video"})
        await program.decisions.schedules.place(GUILD, CHANNEL)
        kept = program.decisions.schedules.of(GUILD)
    async with opened(Settings(), file, book, clock) as program:
        assert program.decisions.schedules.of(GUILD) == kept
        assert (kept.days, kept.hour, kept.subjects) == ((1, 4), 17, ("video", "water"))
        await program.decisions.privacy.erase_server(GUILD)
        assert program.decisions.schedules.of(GUILD) == Schedule()
        assert await program.store.notes.of(GUILD) == {}


async def test_prompt_is_posted_once_in_the_servers_language_and_pings_nobody(
    chat: Chat, program: Program, clock: Hands
) -> None:
    on = await switched_on(chat)
    assert f"come in <#{chat.channel.id}>" in on.text
    assert "granted" in on.text
    assert f"<t:{int(at(2026, 3, 9, 9).timestamp())}:F>" in on.text
    await program.decisions.settings.choose_language(chat.guild.id, "fr")
    clock.moment = at(2026, 3, 9, 9)
    for _ in range(3):
        await rounds(chat)
    (prompt,) = await posted(chat)
    assert prompt.text.startswith("### À discuter")
    assert "@" not in prompt.text
    mentions = chat.env.bot.allowed_mentions  # type: ignore[attr-defined]
    assert mentions is not None
    assert mentions.to_dict() == {"parse": []}
    await chat.restart()
    await rounds(chat)
    assert len(await posted(chat)) == 1
    assert (await chat.press(prompt, "Sources")).private


async def test_topics_days_and_hour_are_chosen_in_the_panel(chat: Chat, program: Program, clock: Hands) -> None:
    panel = await chat.several(await switched_on(chat), "Days", "Tuesday", "Friday")
    assert "Tuesday, Friday, at 09:00 (UTC" in panel.text
    panel = await chat.chosen(panel, "Hour", "17:00")
    panel = await chat.several(panel, "Topics", "all topics", "water", "video")
    assert "**About**: video, water" in panel.text
    await chat.restart()
    assert program.decisions.schedules.of(chat.guild.id).subjects == ("video", "water")
    pool = program.decisions.schedules.left(chat.guild.id)[1]
    assert 0 < pool < len(program.decisions.bank.prompts)
    clock.moment = at(2026, 3, 6, 17)
    await rounds(chat)
    (shown,) = program.decisions.schedules.of(chat.guild.id).shown
    assert program.decisions.bank.prompts[shown].subject in ("video", "water")
    assert f"{pool - 1} of {pool} prompts" in (await page(chat)).text
    panel = await chat.several(await page(chat), "Topics", "all topics", "water")
    assert "**About**: all topics" in panel.text
    off = await chat.press(panel, "End the prompts")
    assert "**Prompts**: none" in off.text
    clock.pass_(days=30)
    await rounds(chat)
    assert len(await posted(chat)) == 1


@pytest.mark.parametrize("how", ["forbidden", "deleted"])
async def test_where_the_bot_may_not_write_prompts_end_with_one_private_notice(
    chat: Chat, program: Program, clock: Hands, caplog: pytest.LogCaptureFixture, how: str
) -> None:
    room = chat.guild.create_text_channel("classroom")
    await chat.placed(await page(chat), "Channel of the prompts", room)
    if how == "deleted":
        chat.env.backend.delete_channel(room.id)
    else:
        chat.forbid(room, send_messages=True)
    clock.moment = at(2026, 3, 9, 9)
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            await rounds(chat)
        clock.pass_(days=14)
        await rounds(chat)
    assert len([record for record in caplog.records if "prompts are off" in record.message]) == 1
    assert not chat.env.backend.dm_channels
    assert program.decisions.schedules.due() == ()
    panel = await chat.slash("setup", as_="admin")
    assert panel.private
    assert "Prompts at fixed hours are off" in panel.text
    assert "Prompts at fixed hours are off" not in (await chat.slash("setup", as_="admin")).text
    prompts = await chat.press(panel, "Prompts")
    assert f"could not write in <#{room.id}>" in prompts.text
    assert ("Missing there: **Send Messages**" if how == "forbidden" else "That channel is gone") in prompts.text
    again = await chat.placed(prompts, "Channel of the prompts", chat.channel)
    assert f"come in <#{chat.channel.id}>" in again.text


async def test_trouble_that_passes_brings_the_same_prompt_a_minute_later(
    chat: Chat, program: Program, clock: Hands
) -> None:
    await switched_on(chat)
    clock.moment = at(2026, 3, 9, 9)
    chat.env.inject_error("POST", f"/channels/{chat.channel.id}/messages", status=503, times=None)
    await rounds(chat)
    assert program.decisions.schedules.due()
    assert not await posted(chat)
    chat.env.backend.faults.clear()
    clock.pass_(minutes=1)
    for _ in range(2):
        await rounds(chat)
    assert len(await posted(chat)) == 1
    assert len(program.decisions.schedules.of(chat.guild.id).shown) == 1


async def test_message_that_discord_finds_wrong_is_not_sent_every_minute(
    chat: Chat, program: Program, clock: Hands
) -> None:
    await switched_on(chat)
    clock.moment = at(2026, 3, 9, 9)
    chat.env.inject_error("POST", f"/channels/{chat.channel.id}/messages", status=400, times=None)
    await rounds(chat)
    assert program.decisions.schedules.due() == ()


async def test_choosing_a_channel_the_bot_may_not_write_in_is_refused(chat: Chat, program: Program) -> None:
    chat.forbid(chat.channel, send_messages=True)
    refused = await switched_on(chat)
    assert "Send Messages" in refused.text
    assert program.decisions.schedules.of(chat.guild.id).channel is None


async def test_another_servers_prompts_are_its_own(tmp_path: Path, book: FactorBook, clock: Hands) -> None:
    async with opened(Settings(), tmp_path / "two.db", book, clock) as program:
        chat = Chat(lambda: Wattson(program.io, program.features, Registration()))
        await chat.open()
        for guild, channel in ((GUILD, CHANNEL), (8, 80)):
            await program.decisions.schedules.place(guild, channel)
        clock.moment = at(2026, 3, 9, 9)
        first, second = program.decisions.schedules.due()
        await program.decisions.schedules.deal(first)
        assert program.decisions.schedules.due() == (second,)
        # A server that has not arrived yet is left for later.
        await rounds(chat)
        assert program.decisions.schedules.due() == (second,)
        clock.pass_(days=7)
        assert {due.guild for due in program.decisions.schedules.due()} == {GUILD, 8}
        await chat.close()
