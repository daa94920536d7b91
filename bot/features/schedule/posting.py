"""Posting a prompt that is due."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import discord

from bot.discord_io.components import view_of
from bot.discord_io.feature import Feature, Job
from bot.discord_io.responses import NETWORK, Responses, passes
from bot.features.learn.prompt import Prompts, prompt_card
from bot.features.schedule.decide import Schedules
from bot.features.schedule.timetable import Due

log = logging.getLogger(__name__)
_LONGEST_NONCE = 25


class ScheduledPrompts:
    """Posts prompts at their hours; where the bot may not write, there are none any more."""

    def __init__(self, io: Responses, schedules: Schedules, prompts: Prompts) -> None:
        self._io = io
        self._schedules = schedules
        self._prompts = prompts
        self.feature = Feature(
            name="schedule", load=schedules.load, forget=schedules.forget, each_minute=self._each_minute
        )

    def _each_minute(self, client: discord.Client) -> Iterator[Job]:
        for due in self._schedules.due():
            yield due.guild, self._post(client, due)

    async def _post(self, client: discord.Client, due: Due) -> None:
        """Post one. Where the bot may not write, the next manager who opens the panel reads so.

        Raises what the network raises where trying again may help; the prompt is due again then. Raises WriteFailed.
        """
        server, schedules = client.get_guild(due.guild), self._schedules
        if server is None or server.unavailable:  # not arrived yet, or away for a while
            return
        channel = server.get_channel(due.channel)
        if not isinstance(channel, discord.TextChannel):
            await self._refused(due)
            return
        before = schedules.of(due.guild)
        # Noted first: after a crash a prompt is rather not posted than posted twice.
        identity = await schedules.deal(due)
        if identity is None:
            return
        card = prompt_card(self._prompts.shown(identity), self._io.voices.speaking_in(server))
        try:
            # Discord drops a second message with the same nonce, should only its answer have been lost.
            await channel.send(view=view_of(card), nonce=f"{due.guild}{due.day:%y%m%d}p"[-_LONGEST_NONCE:])
        except (discord.Forbidden, discord.NotFound):
            await self._refused(due)
        except NETWORK as trouble:
            if not isinstance(trouble, discord.HTTPException) or passes(trouble):
                await schedules.undo(due, before)
            raise

    async def _refused(self, due: Due) -> None:
        log.warning("server %s: its prompts are off, as I may not write in channel %s", due.guild, due.channel)
        await self._schedules.refuse(due)
