"""`/source CODE`: what stands behind an answer."""

from __future__ import annotations

from discord import app_commands

from bot.discord_io.feature import Feature, Tree
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction, Responses
from bot.features.cost import AnswerMemory
from bot.features.source.card import source_card


class SourceCommand:
    """`/source`, and its card in the other language."""

    def __init__(self, io: Responses, memory: AnswerMemory) -> None:
        self._io = io
        self._memory = memory
        self.feature = Feature(name="source", add=self._add, presses={"trace": self._other_language})

    def _add(self, tree: Tree) -> None:
        @tree.command(name="source", description=self._io.words("command.source.description"))
        @app_commands.allowed_installs(guilds=True, users=True)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
        async def source(interaction: Interaction, code: str) -> None:
            async with self._io.opened(interaction):
                found = await self._memory.find(code)
                # A long page of numbers, for people who want to check; the code itself is what people share.
                card = source_card(found, self._io.book, self._io.voice(interaction, private=True))
                await self._io.show(interaction, card, private=True)

        self._io.words.describe(source, "command.source")

    async def _other_language(self, press: Press) -> None:
        found = await self._memory.find(press.subject)
        await press.show(source_card(found, self._io.book, press.voice))
