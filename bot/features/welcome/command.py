"""The one message the bot writes by itself to a server it joins, where it may."""

from __future__ import annotations

import logging

import discord

from bot.discord_io.components import view_of
from bot.discord_io.feature import Feature
from bot.discord_io.responses import NETWORK, Responses
from bot.features.cost import Estimator
from bot.features.help import examples
from bot.features.welcome.card import welcome_card
from bot.features.welcome.decide import Welcomes

log = logging.getLogger(__name__)


class Welcome:
    """Says hello in the channel a server has for that, at most once ever; else nothing."""

    def __init__(self, io: Responses, estimator: Estimator, welcomes: Welcomes) -> None:
        self._io = io
        self._estimator = estimator
        self._welcomes = welcomes
        self.feature = Feature(name="welcome", joined=self._greet)

    async def _greet(self, server: discord.Guild) -> None:
        channel = server.system_channel
        if channel is None:
            return
        may = channel.permissions_for(server.me)
        if not (may.view_channel and may.send_messages) or not await self._welcomes.first(server.id):
            return
        card = welcome_card(examples(self._estimator), self._io.voices.speaking_in(server))
        try:
            await channel.send(view=view_of(card))
        except NETWORK as trouble:
            log.warning("server %s was not greeted: %s", server.id, type(trouble).__name__)
