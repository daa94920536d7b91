"""`/help`: three examples to tap."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands import door
from bot.commands.presses import Press
from bot.commands.words import worded
from bot.parts import Parts
from bot.render.help import help_card


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""

    @tree.command(name="help", description=worded(parts.catalog, "command.help.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def help_(interaction: discord.Interaction[Any]) -> None:
        async with door.opened(interaction):
            language = door.language_of(interaction, private=True)
            await door.show(interaction, help_card(parts.cost, parts.catalog, language), private=True)


async def _help(press: Press) -> None:
    await press.show(help_card(press.parts.cost, press.parts.catalog, press.language))


PRESSES = {"help": _help}
