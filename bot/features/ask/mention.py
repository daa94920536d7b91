"""The bot spoken to: "@Wattson 4 images in HD", or a direct message, answered like `/ask`."""

from __future__ import annotations

import logging
import re
import time

import discord

from bot.discord_io.components import view_of
from bot.discord_io.error_cards import about
from bot.discord_io.responses import NETWORK, Outcome, Responses
from bot.features.ask.card import ask_card
from bot.features.ask.mention_card import puzzled_card
from bot.features.cost import Answer, AnswerMemory, Estimator
from energy import Refusal

log = logging.getLogger(__name__)
_MENTION = re.compile(r"<@[!&]?\d+>")
# What its answers are counted under.
_NAME = "mention"


class Mentions:
    """Answers messages of people that name the bot itself; nothing of them is kept but the use that was read."""

    def __init__(self, io: Responses, estimator: Estimator, memory: AnswerMemory) -> None:
        self._io = io
        self._estimator = estimator
        self._memory = memory

    async def heard(self, message: discord.Message, me: discord.abc.Snowflake) -> None:
        """Answer a message, where it is said to the bot."""
        if message.author.bot or message.webhook_id is not None:
            return
        if message.guild is not None and not re.search(rf"<@!?{me.id}>", message.content):
            return
        io, came = self._io, time.perf_counter()
        voice = io.voices.speaking_in(message.guild) if message.guild else io.voices.of("")
        estimator = self._estimator.of_server(message.guild.id if message.guild else None)
        outcome: Outcome = "answered"
        answers: tuple[Answer, ...] = ()
        try:
            answers = await estimator.at_this_moment(*estimator.ask(_MENTION.sub(" ", message.content)))
            card = ask_card(answers, estimator.book, voice)
        except Refusal:
            card, outcome = puzzled_card(voice), "refused"
        except Exception as error:  # noqa: BLE001 - the outermost door for messages
            card, outcome = about(error, f"message {message.id}", estimator.book, voice)
        try:
            io.check_room()
            with io.counted():
                await message.reply(view=view_of(card, server=message.guild is not None), mention_author=False)
                self._count(outcome, came)
                await self._memory.remember(message.author.id, *answers)
        except Refusal:
            self._count("busy", came)
            log.info("message %s was not answered: too much is under way", message.id)
        except NETWORK as trouble:
            # The question may be gone, or the bot may not write here: there is nowhere to say so.
            self._count("unreachable", came)
            log.info("message %s could not be answered: %s", message.id, type(trouble).__name__)

    def _count(self, outcome: Outcome, came: float) -> None:
        if self._io.on_answer is not None:
            self._io.on_answer(_NAME, outcome, time.perf_counter() - came)
