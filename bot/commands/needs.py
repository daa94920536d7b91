"""What the bot must be allowed to do in a server, by what it is for: the one place that says so.

Answers to commands, buttons and menus need none of it; Discord lets an application answer whoever calls it.
"""

from __future__ import annotations

from typing import Literal

import discord

Purpose = Literal["watch", "mention", "board", "weekly"]

NEEDS: dict[Purpose, discord.Permissions] = {
    "watch": discord.Permissions(view_channel=True),
    # A reply names the message it answers, which Discord lets only those do who may read it again.
    "mention": discord.Permissions(
        view_channel=True, send_messages=True, send_messages_in_threads=True, read_message_history=True
    ),
    # Whether its message is still there is looked up after a restart.
    "board": discord.Permissions(view_channel=True, send_messages=True, read_message_history=True),
    "weekly": discord.Permissions(view_channel=True, send_messages=True),
}


def needed() -> discord.Permissions:
    """All of it together, as the link to invite the bot asks for."""
    together = discord.Permissions.none()
    for permissions in NEEDS.values():
        together |= permissions
    return together
