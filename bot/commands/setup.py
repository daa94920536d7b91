"""`/setup`: a server's language and place, for its managers."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands import door
from bot.commands.presses import Form, Press
from bot.commands.words import worded
from bot.parts import Parts
from bot.render.card import Card
from bot.render.setup import ANOTHER, NOT_CHOSEN, setup_card
from energy import Refusal

_MAX_PLACE = 60


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""

    @tree.command(name="setup", description=worded(parts.catalog, "command.setup.description"))
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    async def setup(interaction: discord.Interaction[Any]) -> None:
        async with door.opened(interaction):
            guild = managed(interaction)
            language = door.language_of(interaction, private=True)
            await door.show(interaction, _panel(parts, guild, language), private=True)


def managed(interaction: discord.Interaction[Any]) -> int:
    """The server's id. Raises Refusal where the person may not manage it: Discord's own check is only a default."""
    if interaction.guild_id is None or not interaction.permissions.manage_guild:
        raise Refusal("manager.needed", "This needs the permission Manage Server.")
    return interaction.guild_id


def _panel(parts: Parts, guild: int, language: str) -> Card:
    return setup_card(parts.setups.of(guild), parts.cost.book, parts.catalog, language)


async def _language(press: Press) -> None:
    guild = managed(press.interaction)
    chosen = press.values[0]
    await press.parts.setups.choose_language(guild, None if chosen == NOT_CHOSEN else chosen)
    await press.change(_panel(press.parts, guild, press.language))


async def _place(press: Press) -> None:
    guild, chosen = managed(press.interaction), press.values[0]
    if chosen == ANOTHER:
        words = press.parts.catalog
        title, label = words.text(press.language, "setup.form_title"), words.text(press.language, "setup.form_place")
        await press.ask(Form(title, label, "setplace", press.language, _MAX_PLACE))
        return
    await press.parts.setups.choose_place(guild, None if chosen == NOT_CHOSEN else chosen)
    await press.change(_panel(press.parts, guild, press.language))


PRESSES = {"setlang": _language, "setplace": _place}
