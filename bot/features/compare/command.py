"""`/compare`: up to four things in free words, side by side."""

from __future__ import annotations

from discord import app_commands

from bot.discord_io.autocomplete import Autocomplete
from bot.discord_io.feature import Feature, Tree
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction, Responses
from bot.features.compare.card import compare_card
from bot.features.compare.decide import ComparedOption, compared
from bot.features.cost import AnswerMemory, Estimator


class CompareCommand:
    """`/compare`, and its card in the other language."""

    def __init__(self, io: Responses, complete: Autocomplete, estimator: Estimator, memory: AnswerMemory) -> None:
        self._io = io
        self._complete = complete
        self._estimator = estimator
        self._memory = memory
        self.feature = Feature(name="compare", add=self._add, presses={"cmp": self._other_language})

    def _add(self, tree: Tree) -> None:
        @tree.command(name="compare", description=self._io.words("command.compare.description"))
        @app_commands.allowed_installs(guilds=True, users=True)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
        async def compare(
            interaction: Interaction, first: str, second: str, third: str | None = None, fourth: str | None = None
        ) -> None:
            async with self._io.opened(interaction):
                words = [typed for typed in (first, second, third, fourth) if typed and typed.strip()]
                estimator = self._estimator.of_server(interaction.guild_id)
                things = compared(estimator, words)
                self._io.pictures.ration.check(interaction.user.id)
                card = compare_card(things, estimator.book, self._io.voice(interaction, private=False))
                await self._io.show(interaction, card, private=False)
                await self._memory.remember(interaction.user.id, *(one for thing in things for one in thing.answers))

        self._io.words.describe(compare, "command.compare")
        self._complete.phrases(compare, "first", "second", "third", "fourth")

    async def _other_language(self, press: Press) -> None:
        things = [ComparedOption(answers) for answers in await self._memory.answers(press.subject)]
        self._io.pictures.ration.check(press.person)
        await press.show(compare_card(things, self._estimator.book, press.voice))
        await self._memory.remember(press.person, *(one for thing in things for one in thing.answers))
