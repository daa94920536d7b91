"""`/help`: three examples to tap."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord_io import responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.help.card import help_card
from bot.start.parts import Parts


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""

    @tree.command(name="help", description=worded(parts.catalog, "command.help.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def help_(interaction: discord.Interaction[Any]) -> None:
        async with responses.opened(interaction):
            language = responses.language_of(interaction, private=True)
            await responses.show(interaction, help_card(parts.cost, parts.catalog, language), private=True)


async def _help(press: Press) -> None:
    await press.show(help_card(press.parts.cost, press.parts.catalog, press.language))


PRESSES = {"help": _help}
