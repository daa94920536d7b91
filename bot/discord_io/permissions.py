"""What the bot must be allowed to do in a server, by what it is for: the one place that says so.

Answers to commands, buttons and menus need none of it; Discord lets an application answer whoever calls it.
"""

from __future__ import annotations

from typing import Any, Literal

import discord

from bot.cards.permission_status import Permit
from energy import Refusal

Purpose = Literal["watch", "mention", "board", "weekly", "prompt", "class"]

NEEDS: dict[Purpose, discord.Permissions] = {
    "watch": discord.Permissions(view_channel=True),
    # A reply names the message it answers, which Discord lets only those do who may read it again.
    "mention": discord.Permissions(
        view_channel=True, send_messages=True, send_messages_in_threads=True, read_message_history=True
    ),
    # Whether its message is still there is looked up after a restart.
    "board": discord.Permissions(view_channel=True, send_messages=True, read_message_history=True),
    "weekly": discord.Permissions(view_channel=True, send_messages=True),
    "prompt": discord.Permissions(view_channel=True, send_messages=True),
    # How a class guessed is posted as a picture.
    "class": discord.Permissions(
        view_channel=True, create_public_threads=True, send_messages_in_threads=True, attach_files=True
    ),
}


def needed() -> discord.Permissions:
    """All of it together, as the link to invite the bot asks for."""
    together = discord.Permissions.none()
    for permissions in NEEDS.values():
        together |= permissions
    return together


def permit(server: discord.Guild, purpose: Purpose, channel_id: int) -> Permit:
    """What is needed in a channel, and what of it the bot may not do there this moment."""
    needs = tuple(name for name, on in NEEDS[purpose] if on)
    channel = server.get_channel_or_thread(channel_id)
    if channel is None:
        return Permit(channel_id, needs, gone=True)
    may = dict(channel.permissions_for(server.me))
    return Permit(channel_id, needs, tuple(name for name in needs if not may[name]))


def managed(interaction: discord.Interaction[Any]) -> int:
    """The server's id. Raises Refusal where the person may not manage it: Discord's own check is only a default."""
    if interaction.guild_id is None or not interaction.permissions.manage_guild:
        raise Refusal("manager.needed", "This needs the permission Manage Server.")
    return interaction.guild_id


def text_channel(channel: object) -> discord.TextChannel:
    """A channel for what the bot says unasked. Raises Refusal where it is no text channel or may not be written in."""
    if not isinstance(channel, discord.TextChannel):
        raise Refusal("board.channel", "Choose a text channel of this server.")
    may = channel.permissions_for(channel.guild.me)
    if not (may.view_channel and may.send_messages):
        raise Refusal("board.forbidden", "I may not write in that channel: View Channel and Send Messages are needed.")
    return channel
