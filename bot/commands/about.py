"""`/about`: how the numbers are made, and what the bot takes itself."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands import door
from bot.commands.words import worded
from bot.parts import Parts
from bot.render.about import about_card
from bot.services.about import own_energy_wh


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""

    @tree.command(name="about", description=worded(parts.catalog, "command.about.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def about(interaction: discord.Interaction[Any]) -> None:
        async with door.opened(interaction):
            language = door.language_of(interaction, private=True)
            own = own_energy_wh(parts.cost)
            card = about_card(parts.version, parts.cost.book, own, parts.catalog, language)
            await door.show(interaction, card, private=True)
