"""`/ask`: one use of AI in free words, or several; and what the buttons of any card of several do."""

from __future__ import annotations

from discord import app_commands

from bot.discord_io.autocomplete import Autocomplete
from bot.discord_io.feature import Feature, Tree
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction, Responses
from bot.features.ask.card import ask_card
from bot.features.ask.mention import Mentions
from bot.features.cost import Answer, AnswerMemory, Estimator, several_sources_card


class AskCommands:
    """`/ask`, and the bot spoken to by its name."""

    def __init__(self, io: Responses, complete: Autocomplete, estimator: Estimator, memory: AnswerMemory) -> None:
        self._io = io
        self._complete = complete
        self._estimator = estimator
        self._memory = memory
        self.feature = Feature(
            name="ask",
            add=self._add,
            presses={"asked": self._other_language, "srcall": self._sources},
            heard=Mentions(io, estimator, memory).heard,
        )

    def _add(self, tree: Tree) -> None:
        @tree.command(name="ask", description=self._io.words("command.ask.description"))
        @app_commands.allowed_installs(guilds=True, users=True)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
        async def ask(interaction: Interaction, question: str) -> None:
            async with self._io.opened(interaction):
                estimator = self._estimator.of_server(interaction.guild_id)
                answers = await estimator.at_this_moment(*estimator.ask(question))
                card = ask_card(answers, estimator.book, self._io.voice(interaction, private=False))
                await self._io.show(interaction, card, private=False)
                await self._memory.remember(interaction.user.id, *answers)

        self._io.words.describe(ask, "command.ask")
        self._complete.phrases(ask, "question")

    async def _answers(self, press: Press) -> tuple[Answer, ...]:
        """The answers whose codes a button of several carries. Raises Refusal where one is kept no more."""
        return tuple(answer for thing in await self._memory.answers(press.subject) for answer in thing)

    async def _other_language(self, press: Press) -> None:
        answers = await self._answers(press)
        await press.show(ask_card(answers, self._estimator.book, press.voice))
        await self._memory.remember(press.person, *answers)

    async def _sources(self, press: Press) -> None:
        answers = await self._answers(press)
        await press.show(several_sources_card(answers, self._estimator.book, press.voice))
        await self._memory.remember(press.person, *answers)
