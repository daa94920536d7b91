"""`/about`: how the numbers are made, and what the bot uses itself."""

from __future__ import annotations

from discord import app_commands

from bot.discord_io.feature import Feature, Tree
from bot.discord_io.responses import Interaction, Responses
from bot.features.about.card import about_card
from bot.features.about.decide import own_energy_wh
from bot.features.cost import Estimator


class AboutCommand:
    """`/about`; `version` is the program's."""

    def __init__(self, io: Responses, estimator: Estimator, version: str) -> None:
        self._io = io
        self._estimator = estimator
        self._version = version
        self.feature = Feature(name="about", add=self._add)

    def _add(self, tree: Tree) -> None:
        @tree.command(name="about", description=self._io.words("command.about.description"))
        @app_commands.allowed_installs(guilds=True, users=True)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
        async def about(interaction: Interaction) -> None:
            async with self._io.opened(interaction):
                own, voice = own_energy_wh(self._estimator), self._io.voice(interaction, private=True)
                card = about_card(self._version, self._estimator.book, own, voice)
                await self._io.show(interaction, card, private=True)
