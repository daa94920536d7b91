"""`/about`: how the numbers are made, and what the bot takes itself."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord_io import responses
from bot.discord_io.translator import worded
from bot.features.about.card import about_card
from bot.features.about.decide import own_energy_wh
from bot.start.parts import Parts


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""

    @tree.command(name="about", description=worded(parts.catalog, "command.about.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def about(interaction: discord.Interaction[Any]) -> None:
        async with responses.opened(interaction):
            language = responses.language_of(interaction, private=True)
            own = own_energy_wh(parts.cost)
            card = about_card(parts.version, parts.cost.book, own, parts.catalog, language)
            await responses.show(interaction, card, private=True)
