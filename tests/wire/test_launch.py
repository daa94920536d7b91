"""Promises of the launcher: a bot that knows nothing of tests runs as a process and meets the stand-in."""

from __future__ import annotations

from pathlib import Path

import pytest

from .gestures import slash
from .process import launched
from .standin import Standin

BOT = """
import os, signal, sys
import discord
from discord import app_commands


class Client(discord.Client):
    async def setup_hook(self):
        self.loop.add_signal_handler(signal.SIGTERM, lambda: self.loop.create_task(self.close()))
        tree = app_commands.CommandTree(self)

        @tree.command(description="says its arguments")
        async def say(interaction):
            await interaction.response.send_message(" ".join(sys.argv))

        await tree.sync()


def main():
    try:
        Client(intents=discord.Intents(guilds=True)).run(os.environ["BOT_TOKEN"], log_handler=None)
    except discord.LoginFailure:
        print("the token is wrong")
        return 3
    return 0
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A place whose `bot` is found before the project's."""
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "__init__.py").touch()
    (tmp_path / "bot" / "__main__.py").write_text(BOT)
    return tmp_path


async def test_bot_process_connects_answers_and_stops(checkout: Path) -> None:
    async with Standin() as standin:
        async with launched(standin, "--flag", env={"BOT_TOKEN": standin.token}, cwd=checkout) as bot:
            await standin.wait_ready()
            assert (await standin.interact(slash("say"))).text == "bot --flag"
            assert await bot.stop() == 0
        assert not standin.gateway.ready.is_set()


async def test_bad_token_ends_the_process(checkout: Path) -> None:
    async with Standin() as standin:
        async with launched(standin, env={"BOT_TOKEN": "wrong"}, cwd=checkout) as bot:
            assert await bot.ended() == 3
        assert bot.lines == ["the token is wrong"]
        assert standin.requests == ["GET /api/v10/users/@me"]
