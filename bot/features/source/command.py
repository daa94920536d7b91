"""`/source CODE`: what stands behind an answer."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord_io import autocomplete, responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.source.card import source_card
from bot.start.parts import Parts


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""

    @tree.command(name="source", description=worded(parts.catalog, "command.source.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def source(interaction: discord.Interaction[Any], code: str) -> None:
        async with responses.opened(interaction):
            found = await parts.traces.find(code)
            # A long page of numbers, for whoever wants to check; the code itself is what people share.
            language = responses.language_of(interaction, private=True)
            await responses.show(
                interaction, source_card(found, parts.cost.book, parts.catalog, language), private=True
            )

    autocomplete.describe(parts, source, "command.source")


async def _other_language(press: Press) -> None:
    parts = press.parts
    found = await parts.traces.find(press.subject)
    await press.show(source_card(found, parts.cost.book, parts.catalog, press.language))


PRESSES = {"trace": _other_language}
