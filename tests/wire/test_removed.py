"""A server that removes the bot: its data waits for the announced days, then is erased; everybody else is answered."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.features.privacy.decide import DAYS_AFTER_LEAVING

from .gestures import slash
from .life import alive, counted, faults, rows, until
from .standin import Standin
from .world import GUILD, guild

QUESTION = slash("cost video", duration="5s")


async def goes_on(standin: Standin) -> None:
    assert "about 100 Wh" in (await standin.interact(QUESTION, guild=False)).text


async def count_something(standin: Standin) -> None:
    assert "4 AI images" in (await standin.interact(slash("tally add", activity="4 images"))).text


def noted(folder: Path) -> bool:
    """Whether its time runs."""
    return bool(rows(folder, f"SELECT 1 FROM notes WHERE guild = {GUILD} AND name = 'left'"))


def kept(folder: Path) -> int:
    """How many rows of any table are the server's."""
    tables = ("events", "rollups", "notes", "answers")
    return sum(rows(folder, f"SELECT count(*) FROM {table} WHERE guild = {GUILD}")[0][0] for table in tables)


async def test_removal_is_noted_and_the_bot_goes_on(tmp_path: Path) -> None:
    async with alive(tmp_path) as (standin, bot):
        await count_something(standin)
        await standin.dispatch("GUILD_DELETE", {"id": GUILD})
        await until(lambda: noted(tmp_path))
        assert counted(tmp_path) == 4
        await goes_on(standin)
        assert not faults(bot)


async def test_data_is_kept_for_the_announced_days_and_then_erased(tmp_path: Path) -> None:
    async with alive(tmp_path) as (standin, bot):
        await count_something(standin)
        await standin.dispatch("GUILD_DELETE", {"id": GUILD})
        await until(lambda: noted(tmp_path))
    async with alive(tmp_path, days_later=DAYS_AFTER_LEAVING - 1, guilds=[]) as (standin, bot):
        await asyncio.sleep(0.5)  # several rounds
        await goes_on(standin)
        assert counted(tmp_path) == 4
    async with alive(tmp_path, days_later=DAYS_AFTER_LEAVING, guilds=[]) as (standin, bot):
        await until(lambda: kept(tmp_path) == 0)
        await goes_on(standin)
        assert not faults(bot)


async def test_removal_while_it_was_away_is_noticed_at_the_next_start(tmp_path: Path) -> None:
    async with alive(tmp_path) as (standin, _):
        await count_something(standin)
    assert not noted(tmp_path)
    async with alive(tmp_path, guilds=[]) as (standin, _):
        await until(lambda: noted(tmp_path))
        await goes_on(standin)
    assert counted(tmp_path) == 4


async def test_server_that_comes_back_in_time_finds_its_tally(tmp_path: Path) -> None:
    async with alive(tmp_path) as (standin, bot):
        await count_something(standin)
        await standin.dispatch("GUILD_DELETE", {"id": GUILD})
        await until(lambda: noted(tmp_path))
        await standin.dispatch("GUILD_CREATE", guild())
        await until(lambda: not noted(tmp_path))
        assert "4 items" in (await standin.interact(slash("tally show"))).text
        assert not faults(bot)
        assert standin.unknown == []


async def test_outage_is_no_removal(tmp_path: Path) -> None:
    async with alive(tmp_path) as (standin, bot):
        await count_something(standin)
        await standin.dispatch("GUILD_DELETE", {"id": GUILD, "unavailable": True})
        await goes_on(standin)
        await standin.dispatch("GUILD_CREATE", guild())
        assert "4 items" in (await standin.interact(slash("tally show"))).text
        assert not noted(tmp_path)
        assert not faults(bot)
