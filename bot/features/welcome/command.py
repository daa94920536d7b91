"""The one message the bot writes by itself to a server it joins, where it may."""

from __future__ import annotations

import logging

import discord

from bot.discord_io.components import view_of
from bot.discord_io.responses import NETWORK, server_language
from bot.features.welcome.card import welcome_card
from bot.start.parts import Parts

log = logging.getLogger(__name__)


async def greet(server: discord.Guild, parts: Parts) -> None:
    """Say hello in the channel a server has for that, at most once ever; else nothing. Raises WriteFailed."""
    channel = server.system_channel
    if channel is None:
        return
    may = channel.permissions_for(server.me)
    if not (may.view_channel and may.send_messages) or not await parts.welcomes.first(server.id):
        return
    try:
        await channel.send(view=view_of(welcome_card(parts.cost, parts.catalog, server_language(server, parts))))
    except NETWORK as trouble:
        log.warning("server %s was not greeted: %s", server.id, type(trouble).__name__)
