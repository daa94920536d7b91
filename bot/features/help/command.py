"""`/help`: three examples to tap."""

from __future__ import annotations

from discord import app_commands

from bot.discord_io.feature import Feature, Tree
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction, Responses
from bot.features.cost import Estimator
from bot.features.help.card import help_card
from bot.features.help.decide import examples


class HelpCommand:
    """`/help`, and the button that shows it."""

    def __init__(self, io: Responses, estimator: Estimator) -> None:
        self._io = io
        self._estimator = estimator
        self.feature = Feature(name="help", add=self._add, presses={"help": self._help})

    def _add(self, tree: Tree) -> None:
        @tree.command(name="help", description=self._io.words("command.help.description"))
        @app_commands.allowed_installs(guilds=True, users=True)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
        async def help_(interaction: Interaction) -> None:
            async with self._io.opened(interaction):
                estimator = self._estimator.of_server(interaction.guild_id)
                card = help_card(examples(estimator), self._io.voice(interaction, private=True))
                await self._io.show(interaction, card, private=True)

    async def _help(self, press: Press) -> None:
        await press.show(help_card(examples(self._estimator), press.voice))
