"""`/tally board` and the weekly card."""

from __future__ import annotations

from datetime import UTC, datetime

import discord

from bot.start.program import Program
from tests.chat.hands import Hands
from tests.chat.simulated import Chat, Seen


async def rounds(chat: Chat) -> None:
    await chat.env.bot.jobs.walk()  # type: ignore[attr-defined]
    await chat.env.settle()


async def posted(chat: Chat) -> list[Seen]:
    """What everybody sees, slash answers left out."""
    return [
        m
        for m in await chat.written()
        if (m.text and not m.private and "last 30 days" in m.text) or "week from" in m.text
    ]


async def test_board_appears_edits_itself_and_stays_silent_where_nothing_changed(chat: Chat, program: Program) -> None:
    await chat.slash("tally add", activity="video 5s")
    placed = await chat.slash("tally board", as_="admin")
    assert placed.private
    await rounds(chat)
    (board,) = await posted(chat)
    assert "about 100 Wh" in board.text
    before = program.decisions.boards.board(chat.guild.id)
    await chat.slash("tally add", activity="video 5s")
    await rounds(chat)
    (again,) = await posted(chat)
    assert again.message.id == board.message.id
    assert "about 200 Wh" in again.text
    after = program.decisions.boards.board(chat.guild.id)
    assert before is not None
    assert after is not None
    assert before.shows != after.shows
    program.decisions.boards.mark_stale(chat.guild.id)
    await rounds(chat)
    assert program.decisions.boards.board(chat.guild.id) == after


async def test_deleted_board_is_rebuilt(chat: Chat) -> None:
    await chat.slash("tally add", activity="video 5s")
    await chat.slash("tally board", as_="admin")
    await rounds(chat)
    (board,) = await posted(chat)
    chat.env.backend.messages[chat.channel.id].pop(board.message.id)
    await chat.slash("tally add", activity="video 5s")
    await rounds(chat)
    (rebuilt,) = await posted(chat)
    assert rebuilt.message.id != board.message.id
    assert "about 200 Wh" in rebuilt.text


async def test_board_shows_the_goal(chat: Chat) -> None:
    await chat.slash("tally goal", energy="1 kWh", as_="admin")
    await chat.slash("tally add", activity="video 5s")
    await chat.slash("tally board", as_="admin")
    await rounds(chat)
    (board,) = await posted(chat)
    assert "under 1 kWh" in board.text


async def test_board_where_the_bot_may_not_write_is_refused(chat: Chat) -> None:
    rules = {chat.guild.default_role: discord.PermissionOverwrite(send_messages=False)}
    quiet = chat.guild.create_text_channel("quiet", overwrites=rules)
    seen = await chat.slash("tally board", as_="admin", channel=quiet)
    assert seen.private
    assert "Send Messages" in seen.text


async def test_weekly_card_comes_once_after_the_week_and_not_after_an_empty_one(chat: Chat, clock: Hands) -> None:
    panel = await chat.press(await chat.slash("setup", as_="admin"), "Tally")
    await chat.placed(panel, "Channel of the weekly card", chat.channel)
    await chat.slash("tally add", activity="video 5s")
    await rounds(chat)
    assert not [m for m in await chat.written() if "week from" in m.text]
    clock.moment = datetime(2026, 3, 9, 8, tzinfo=UTC)
    for _ in range(3):
        await rounds(chat)
    (card,) = [m for m in await chat.written() if "week from" in m.text]
    assert card.text.startswith("### The week from 2 to 8 March 2026")
    assert "about 100 Wh" in card.text
    clock.pass_(days=7)
    await rounds(chat)
    assert len([m for m in await chat.written() if "week from" in m.text]) == 1


async def test_weekly_card_can_be_turned_off(chat: Chat, program: Program) -> None:
    panel = await chat.press(await chat.slash("setup", as_="admin"), "Tally")
    on = await chat.placed(panel, "Channel of the weekly card", chat.channel)
    assert "Mondays in <#" in on.text
    off = await chat.press(on, "End the weekly card")
    assert "**Weekly card**: none" in off.text
    assert program.decisions.boards.weekly(chat.guild.id) is None
