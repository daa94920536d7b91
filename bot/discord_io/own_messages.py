"""The bot's own messages in a channel, taken down where it still can."""

from __future__ import annotations

import logging

import discord

from bot.discord_io.responses import NETWORK

log = logging.getLogger(__name__)


async def delete_message(guild: discord.Guild | None, channel_id: int, message: int | None) -> None:
    """Delete a message of ours; where it, its channel or the right to is gone, it stays, and the log says so."""
    channel = guild.get_channel(channel_id) if guild else None
    if guild is None or message is None or not isinstance(channel, discord.TextChannel):
        return
    try:
        await channel.get_partial_message(message).delete()
    except NETWORK as trouble:
        log.info("server %s: a message stays in channel %s: %s", guild.id, channel_id, type(trouble).__name__)
