"""`/claim` and the message menu "Check this claim"."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.discord_io.feature import Feature, Tree
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction, Responses
from bot.features.claim.card import claim_card, claim_sources_card
from bot.features.claim.decide import LONGEST, ClaimChecker, NotKnown

_Text = app_commands.Range[str, 1, LONGEST]


class ClaimCommand:
    """`/claim`, the menu, the sources and the other language."""

    def __init__(self, io: Responses, claims: ClaimChecker) -> None:
        self._io = io
        self._claims = claims
        presses = {"claimlang": self._other_language, "claimsrc": self._sources}
        self.feature = Feature(name="claim", add=self._add, presses=presses)

    def _add(self, tree: Tree) -> None:
        @tree.command(name="claim", description=self._io.words("command.claim.description"))
        @app_commands.allowed_installs(guilds=True, users=True)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
        async def claim(interaction: Interaction, text: _Text) -> None:
            async with self._io.opened(interaction):
                checked = await self._claims.check(text)
                # What cannot be judged concerns only the person who asked.
                private = isinstance(checked, NotKnown)
                card = claim_card(checked, self._io.book, self._io.voice(interaction, private=private))
                await self._io.show(interaction, card, private=private)

        @tree.context_menu(name=self._io.words("command.check.name"))
        @app_commands.allowed_installs(guilds=True, users=True)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
        async def check(interaction: Interaction, message: discord.Message) -> None:
            async with self._io.opened(interaction):
                checked = await self._claims.check(message.content)
                card = claim_card(checked, self._io.book, self._io.voice(interaction, private=True))
                await self._io.show(interaction, card, private=True)

        self._io.words.describe(claim, "command.claim")

    async def _other_language(self, press: Press) -> None:
        await press.turn(claim_card(self._claims.asked(press.subject), self._io.book, press.voice))

    async def _sources(self, press: Press) -> None:
        await press.show(claim_sources_card(self._claims.asked(press.subject), press.voice))
