"""`/setup`: a server's language, place, time zone and weekly card, for its managers."""

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

_MAX_TYPED = 60


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
    weekly = parts.boards.weekly(guild)
    channel = weekly.channel if weekly else None
    return setup_card(parts.setups.of(guild), channel, parts.cost.book, parts.catalog, language)


async def _language(press: Press) -> None:
    guild = managed(press.interaction)
    chosen = press.values[0]
    await press.parts.setups.choose_language(guild, None if chosen == NOT_CHOSEN else chosen)
    await press.change(_panel(press.parts, guild, press.language))


async def _place(press: Press) -> None:
    guild, chosen = managed(press.interaction), press.values[0]
    if chosen == ANOTHER:
        await _type(press, "place")
        return
    await press.parts.setups.choose_place(guild, None if chosen == NOT_CHOSEN else chosen)
    await press.change(_panel(press.parts, guild, press.language))


async def _zone(press: Press) -> None:
    guild, chosen = managed(press.interaction), press.values[0]
    if chosen == ANOTHER:
        await _type(press, "zone")
        return
    await press.parts.setups.choose_zone(guild, chosen)
    await press.change(_panel(press.parts, guild, press.language))


async def _weekly(press: Press) -> None:
    guild, channel = managed(press.interaction), press.interaction.channel
    if press.subject == "on" and isinstance(channel, discord.TextChannel):
        writable(channel)
        await press.parts.boards.subscribe(guild, channel.id)
    else:
        await press.parts.boards.subscribe(guild, None)
    await press.change(_panel(press.parts, guild, press.language))


async def _type(press: Press, what: str) -> None:
    words = press.parts.catalog
    title, label = (words.text(press.language, f"setup.form_{part}") for part in (f"{what}_title", what))
    await press.ask(Form(title, label, f"set{what}", press.language, _MAX_TYPED))


def writable(channel: discord.TextChannel) -> None:
    """Raises Refusal where the bot may not write."""
    may = channel.permissions_for(channel.guild.me)
    if not (may.view_channel and may.send_messages):
        raise Refusal("board.forbidden", "I may not write in that channel: View Channel and Send Messages are needed.")


PRESSES = {"setlang": _language, "setplace": _place, "setzone": _zone, "weekly": _weekly}
