"""`/setup`: a server's language, place, time zone, board and weekly card, for its managers."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands import door
from bot.commands.presses import Form, Press
from bot.commands.words import worded
from bot.parts import Parts
from bot.render.card import Card
from bot.render.setup import ANOTHER, NOT_CHOSEN, Trouble, setup_card
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
            language = door.language_of(interaction, private=True)
            await door.show(interaction, _panel(interaction, language), private=True)


def managed(interaction: discord.Interaction[Any]) -> int:
    """The server's id. Raises Refusal where the person may not manage it: Discord's own check is only a default."""
    if interaction.guild_id is None or not interaction.permissions.manage_guild:
        raise Refusal("manager.needed", "This needs the permission Manage Server.")
    return interaction.guild_id


def _panel(interaction: discord.Interaction[Any], language: str) -> Card:
    """What is set, with a look at what the bot may do now in the channels it needs."""
    parts, guild = door.parts_of(interaction), managed(interaction)
    weekly, board, watched = parts.boards.weekly(guild), parts.boards.board(guild), parts.watch.of(guild)
    server = interaction.client.get_guild(guild)
    trouble = dict[int, Trouble]()
    if server is not None:
        for channel in {rule.channel for rule in watched}:
            trouble |= _trouble(server, channel, writing=False)
        for place in (weekly, board):
            trouble |= _trouble(server, place.channel, writing=True) if place else {}
    return setup_card(
        parts.setups.of(guild),
        weekly.channel if weekly else None,
        parts.cost.book,
        parts.catalog,
        language,
        board=board,
        watched=watched,
        trouble=trouble,
    )


def _trouble(server: discord.Guild, channel_id: int, *, writing: bool) -> dict[int, Trouble]:
    channel = server.get_channel_or_thread(channel_id)
    if channel is None:
        return {channel_id: "gone"}
    may = channel.permissions_for(server.me)
    if not may.view_channel and not writing:
        return {channel_id: "unseen"}
    return {channel_id: "unwritable"} if writing and not (may.view_channel and may.send_messages) else {}


async def _language(press: Press) -> None:
    guild = managed(press.interaction)
    chosen = press.values[0]
    await press.parts.setups.choose_language(guild, None if chosen == NOT_CHOSEN else chosen)
    await press.change(_panel(press.interaction, press.language))


async def _place(press: Press) -> None:
    guild, chosen = managed(press.interaction), press.values[0]
    if chosen == ANOTHER:
        await _type(press, "place")
        return
    await press.parts.setups.choose_place(guild, None if chosen == NOT_CHOSEN else chosen)
    await press.change(_panel(press.interaction, press.language))


async def _zone(press: Press) -> None:
    guild, chosen = managed(press.interaction), press.values[0]
    if chosen == ANOTHER:
        await _type(press, "zone")
        return
    await press.parts.setups.choose_zone(guild, chosen)
    await press.change(_panel(press.interaction, press.language))


async def _weekly(press: Press) -> None:
    guild = managed(press.interaction)
    channel = text_channel(press.interaction.channel).id if press.subject == "on" else None
    await press.parts.boards.subscribe(guild, channel)
    await press.change(_panel(press.interaction, press.language))


async def _type(press: Press, what: str) -> None:
    words = press.parts.catalog
    title, label = (words.text(press.language, f"setup.form_{part}") for part in (f"{what}_title", what))
    await press.ask(Form(title, label, f"set{what}", press.language, _MAX_TYPED))


def text_channel(channel: object) -> discord.TextChannel:
    """A channel for what the bot says unasked. Raises Refusal where it is no text channel or may not be written in."""
    if not isinstance(channel, discord.TextChannel):
        raise Refusal("board.channel", "Choose a text channel of this server.")
    may = channel.permissions_for(channel.guild.me)
    if not (may.view_channel and may.send_messages):
        raise Refusal("board.forbidden", "I may not write in that channel: View Channel and Send Messages are needed.")
    return channel


PRESSES = {"setlang": _language, "setplace": _place, "setzone": _zone, "weekly": _weekly}
