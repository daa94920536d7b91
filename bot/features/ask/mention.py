"""The bot spoken to: "@Wattson 4 images in HD", or a direct message, answered like `/ask`."""

from __future__ import annotations

import logging
import re
import time

import discord

from bot.discord_io import responses
from bot.discord_io.components import view_of
from bot.discord_io.error_cards import about
from bot.discord_io.metrics import Outcome
from bot.features.ask.card import ask_card
from bot.features.ask.mention_card import puzzled_card
from bot.start.parts import Parts
from energy import Refusal

log = logging.getLogger(__name__)
_MENTION = re.compile(r"<@[!&]?\d+>")
# What its answers are counted under.
_NAME = "mention"


async def spoken_to(message: discord.Message, parts: Parts, me: discord.abc.Snowflake) -> None:
    """Answer a message of a person that names the bot itself; nothing of it is kept but the use that was read."""
    if message.author.bot or message.webhook_id is not None:
        return
    if message.guild is not None and not re.search(rf"<@!?{me.id}>", message.content):
        return
    came = time.perf_counter()
    outcome: Outcome = "answered"
    language = responses.server_language(message.guild, parts) if message.guild else parts.languages.default
    cost = parts.cost.at(parts.setups.of(message.guild.id if message.guild else None).place)
    try:
        answers = await parts.live.now(*cost.ask(_MENTION.sub(" ", message.content)))
        card = ask_card(answers, parts.cost.book, parts.catalog, language)
    except Refusal:
        card, outcome = puzzled_card(parts.catalog, language), "refused"
    except Exception as error:  # noqa: BLE001 - the outermost door for messages
        card, outcome = about(error, f"message {message.id}", parts, language)
    try:
        parts.gate.check()
        with parts.gate.entered():
            await message.reply(view=view_of(card, server=message.guild is not None), mention_author=False)
            parts.meter.on_answer(_NAME, outcome, time.perf_counter() - came)
            await responses.remember(parts, card, message.author.id)
    except Refusal:
        parts.meter.on_answer(_NAME, "busy", time.perf_counter() - came)
        log.info("message %s was not answered: too much is under way", message.id)
    except responses.NETWORK as trouble:
        # The question may be gone, or the bot may not write here: there is nowhere to say so.
        parts.meter.on_answer(_NAME, "unreachable", time.perf_counter() - came)
        log.info("message %s could not be answered: %s", message.id, type(trouble).__name__)
