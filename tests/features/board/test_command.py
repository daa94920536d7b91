"""`/tally goal | board` and the weekly card."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.discord_io.client import Wattson
from bot.discord_io.registration import Registration
from bot.features.goal.decide import Chance, bounds, judged
from bot.start.program import Program
from bot.start.wiring import opened
from config.settings import Settings
from energy import FactorBook, Interval
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


@pytest.mark.parametrize(
    ("ceiling", "chance"),
    [
        (30.0, Chance.SURELY),
        (25.0, Chance.PROBABLY),
        (20.0, Chance.PROBABLY),
        (19.0, Chance.PROBABLY_NOT),
        (10.0, Chance.PROBABLY_NOT),
        (9.0, Chance.SURELY_NOT),
    ],
)
def test_chance_follows_where_the_ceiling_cuts_the_range(ceiling: float, chance: Chance) -> None:
    assert judged(Interval(10.0, 20.0, 30.0), ceiling) is chance


def test_weeks_begin_on_monday_and_months_end_when_they_end() -> None:
    assert bounds(date(2026, 3, 4), "week") == (date(2026, 3, 2), date(2026, 3, 8))
    assert bounds(date(2024, 2, 10), "month") == (date(2024, 2, 1), date(2024, 2, 29))
    assert bounds(date(2026, 12, 31), "month") == (date(2026, 12, 1), date(2026, 12, 31))


async def test_goal_is_judged_at_the_pace_of_the_week(chat: Chat) -> None:
    await chat.slash("tally add", activity="video 5s", times=3)
    seen = await chat.slash("tally goal", energy="1 kWh", per="week", as_="admin")
    # Wednesday: three days of seven, 300 Wh (30 to 1,800) become 700 Wh (70 to 4,200).
    assert "Goal: at most 1 kWh a week" in seen.text
    assert "**probably** stays under 1 kWh" in seen.text
    assert "So far (2 to 8 March 2026): about 300 Wh (30–1,800 Wh); at this pace about 700 Wh" in seen.text
    seen = await chat.slash("tally goal", energy="5 kWh", per="week", as_="admin")
    assert "**surely** stays" in seen.text
    seen = await chat.slash("tally goal", energy="20 Wh", per="month", as_="admin")
    assert "**surely does not** stay" in seen.text


async def test_goal_speaks_french_and_refuses_what_is_no_energy(chat: Chat) -> None:
    chat.server_locale = "fr"
    seen = await chat.slash("tally goal", energy="10 kWh", as_="admin")
    assert "Objectif : au plus 10 kWh par semaine" in seen.text
    for typed in ("10 kW", "lots", "0 kWh", "`@everyone`"):
        refused = await chat.slash("tally goal", energy=typed, as_="admin")
        assert refused.private


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
    import discord

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


async def test_weekly_card_catches_up_once_after_a_long_absence(tmp_path: Path, book: FactorBook, clock: Hands) -> None:
    file = tmp_path / "long.db"
    async with opened(Settings(), file, book, clock) as program:
        chat = Chat(lambda: Wattson(program.io, program.features, Registration()))
        await chat.open()
        await program.decisions.boards.subscribe(chat.guild.id, chat.channel.id)
        guild, channel = chat.guild.id, chat.channel.id
        await chat.close()
    clock.pass_(days=35)
    async with opened(Settings(), file, book, clock) as program:
        assert program.decisions.boards.due() == ((guild, channel, date(2026, 3, 30)),)
        await program.decisions.boards.sent(guild, date(2026, 3, 30))
        assert program.decisions.boards.due() == ()


async def test_weekly_card_can_be_turned_off(chat: Chat, program: Program) -> None:
    panel = await chat.press(await chat.slash("setup", as_="admin"), "Tally")
    on = await chat.placed(panel, "Channel of the weekly card", chat.channel)
    assert "Mondays in <#" in on.text
    off = await chat.press(on, "End the weekly card")
    assert "**Weekly card**: none" in off.text
    assert program.decisions.boards.weekly(chat.guild.id) is None
