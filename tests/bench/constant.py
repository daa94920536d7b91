"""The least a bot can do: `/cost video` sends one card that never changes. `python -m tests.bench.constant PORT FILE`.

The card is the one Wattson sends, read from the file, made once and sent again and again: no reckoning, no wording,
no language, no memory, no log. What is left is discord.py.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

from tests.wire.launch import aim

Item = discord.ui.Item[discord.ui.LayoutView]


def card(components: list[dict[str, Any]]) -> discord.ui.LayoutView:
    """The view whose JSON this is: a container of texts and rows of buttons."""
    (container,) = components
    inner: list[Item] = []
    for part in container["components"]:
        if part["type"] == 10:
            inner.append(discord.ui.TextDisplay(part["content"]))
        else:
            inner.append(discord.ui.ActionRow(*(_button(one) for one in part["components"])))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.Container(*inner, accent_colour=container["accent_color"]))
    view.stop()  # or discord.py would keep it in memory for its buttons
    return view


def _button(part: dict[str, Any]) -> discord.ui.Button[discord.ui.LayoutView]:
    return discord.ui.Button(label=part["label"], custom_id=part["custom_id"])


class Constant(discord.Client):
    """One command, with the options of the real one."""

    def __init__(self, components: list[dict[str, Any]]) -> None:
        super().__init__(intents=discord.Intents(guilds=True), allowed_mentions=discord.AllowedMentions.none())
        self.components = components
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        self.loop.add_signal_handler(signal.SIGTERM, lambda: self.loop.create_task(self.close()))
        cost = app_commands.Group(name="cost", description="costs")
        view = card(self.components)

        @cost.command(description="a video")
        async def video(
            interaction: discord.Interaction[Constant],
            duration: str = "5s",
            model: str | None = None,
            resolution: str | None = None,
            clips: int = 1,
            place: str | None = None,
            private: bool = False,
        ) -> None:
            await interaction.response.send_message(view=view, ephemeral=private)

        self.tree.add_command(cost)
        await self.tree.sync()


def main() -> None:
    port, file = sys.argv[1:]
    aim(int(port))
    logging.getLogger("discord").setLevel(logging.WARNING)
    components = json.loads(Path(file).read_text(encoding="utf-8"))
    Constant(components).run(os.environ["DISCORD_TOKEN"], log_handler=None)


if __name__ == "__main__":
    main()
