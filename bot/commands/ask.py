"""`/ask`: a use of AI in free words."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands import door
from bot.commands.words import worded
from bot.render.ask import ask_card
from bot.services.parts import Parts


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""

    @tree.command(name="ask", description=worded(parts.catalog, "command.ask.description"))
    @app_commands.describe(question=worded(parts.catalog, "command.ask.question"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(interaction: discord.Interaction[Any], question: str) -> None:
        async with door.opened(interaction):
            answers = parts.cost.ask(question)
            language = door.language_of(interaction, private=False)
            await door.show(interaction, ask_card(answers, parts.cost.book, parts.catalog, language), private=False)
