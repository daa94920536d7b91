"""`/compare`: up to four things in free words, side by side."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands import door, typing
from bot.commands.presses import Press
from bot.commands.words import worded
from bot.parts import Parts
from bot.render.compare import compare_card
from bot.services.compare import Thing, compared


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""

    @tree.command(name="compare", description=worded(parts.catalog, "command.compare.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def compare(
        interaction: discord.Interaction[Any],
        first: str,
        second: str,
        third: str | None = None,
        fourth: str | None = None,
    ) -> None:
        async with door.opened(interaction):
            words = [typed for typed in (first, second, third, fourth) if typed and typed.strip()]
            things = compared(door.cost_of(interaction), words)
            parts.pictures.check(interaction.user.id)
            language = door.language_of(interaction, private=False)
            await door.show(interaction, compare_card(things, parts.cost.book, parts.catalog, language), private=False)

    typing.describe(parts, compare, "command.compare")
    typing.offer_phrases(parts, compare, "first", "second", "third", "fourth")


async def _other_language(press: Press) -> None:
    parts = press.parts
    things = [Thing(answers) for answers in await parts.traces.answers(press.subject)]
    parts.pictures.check(press.interaction.user.id)
    await press.show(compare_card(things, parts.cost.book, parts.catalog, press.language))


PRESSES = {"cmp": _other_language}
