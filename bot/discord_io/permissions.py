"""What the bot must be allowed to do in a server, by what it is for: the one place that says so.

Answers to commands, buttons and menus need none of it; Discord lets an application answer whoever calls it.
"""

from __future__ import annotations

from typing import Literal

import discord

from bot.features.setup.permission_status import Permit

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
