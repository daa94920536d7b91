"""`/ask`: a use of AI in free words."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands import door, typing
from bot.commands.words import worded
from bot.parts import Parts
from bot.render.ask import ask_card


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""

    @tree.command(name="ask", description=worded(parts.catalog, "command.ask.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(interaction: discord.Interaction[Any], question: str) -> None:
        async with door.opened(interaction):
            answers = door.cost_of(interaction).ask(question)
            language = door.language_of(interaction, private=False)
            await door.show(interaction, ask_card(answers, parts.cost.book, parts.catalog, language), private=False)

    typing.describe(parts, ask, "command.ask")
    typing.offer_phrases(parts, ask, "question")
