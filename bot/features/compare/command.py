"""`/compare`: up to four things in free words, side by side."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord_io import autocomplete, responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.compare.card import compare_card
from bot.features.compare.decide import Thing, compared
from bot.start.parts import Parts


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
        async with responses.opened(interaction):
            words = [typed for typed in (first, second, third, fourth) if typed and typed.strip()]
            things = compared(responses.cost_of(interaction), words)
            parts.pictures.check(interaction.user.id)
            language = responses.language_of(interaction, private=False)
            await responses.show(
                interaction, compare_card(things, parts.cost.book, parts.catalog, language), private=False
            )

    autocomplete.describe(parts, compare, "command.compare")
    autocomplete.offer_phrases(parts, compare, "first", "second", "third", "fourth")


async def _other_language(press: Press) -> None:
    parts = press.parts
    things = [Thing(answers) for answers in await parts.traces.answers(press.subject)]
    parts.pictures.check(press.interaction.user.id)
    await press.show(compare_card(things, parts.cost.book, parts.catalog, press.language))


PRESSES = {"cmp": _other_language}
