"""Prompts at fixed hours: on the hour, none twice, never a burst, and off where the bot may not write."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.discord_io.client import Wattson
from bot.discord_io.registration import Registration
from bot.features.schedule.timetable import Schedule
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
