"""The bot spoken to: "@Wattson 4 images in HD", or a direct message, answered like `/ask`."""

from __future__ import annotations

import logging
import re

import discord

from bot.commands import door
from bot.commands.views import view_of
from bot.parts import Parts
from bot.render.ask import ask_card
from bot.render.mention import puzzled_card
from energy import Refusal

log = logging.getLogger(__name__)
_MENTION = re.compile(r"<@[!&]?\d+>")


async def spoken_to(message: discord.Message, parts: Parts, me: discord.abc.Snowflake) -> None:
    """Answer a message of a person that names the bot itself; nothing of it is kept but the use that was read."""
    if message.author.bot or message.webhook_id is not None:
        return
    if message.guild is not None and not re.search(rf"<@!?{me.id}>", message.content):
        return
    language = door.server_language(message.guild, parts) if message.guild else parts.languages.default
    cost = parts.cost.at(parts.setups.of(message.guild.id if message.guild else None).place)
    try:
        answers = cost.ask(_MENTION.sub(" ", message.content))
        card = ask_card(answers, parts.cost.book, parts.catalog, language)
    except Refusal:
        card = puzzled_card(parts.catalog, language)
    try:
        parts.gate.check()
        with parts.gate.entered():
            await message.reply(view=view_of(card, server=message.guild is not None), mention_author=False)
    except Refusal:
        log.info("message %s was not answered: too much is under way", message.id)
        return
    except door.NETWORK as trouble:
        # The question may be gone, or the bot may not write here: there is nowhere to say so.
        log.info("message %s could not be answered: %s", message.id, type(trouble).__name__)
        return
    await door.remember(parts, card, message.author.id)
