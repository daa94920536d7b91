"""`/source CODE`: what stands behind an answer."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands import door, typing
from bot.commands.presses import Press
from bot.commands.words import worded
from bot.parts import Parts
from bot.render.source import source_card


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""

    @tree.command(name="source", description=worded(parts.catalog, "command.source.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def source(interaction: discord.Interaction[Any], code: str) -> None:
        async with door.opened(interaction):
            found = await parts.traces.find(code)
            # A long page of numbers, for whoever wants to check; the code itself is what people share.
            language = door.language_of(interaction, private=True)
            await door.show(interaction, source_card(found, parts.cost.book, parts.catalog, language), private=True)

    typing.describe(parts, source, "command.source")


async def _other_language(press: Press) -> None:
    parts = press.parts
    found = await parts.traces.find(press.subject)
    await press.show(source_card(found, parts.cost.book, parts.catalog, press.language))


PRESSES = {"trace": _other_language}
