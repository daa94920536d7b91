"""`/whatif`: the same use by many people, for long."""

from __future__ import annotations

from discord import app_commands

from bot.discord_io.autocomplete import Autocomplete
from bot.discord_io.feature import Feature, Tree
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction, Responses
from bot.features.cost import AnswerMemory, Estimator
from bot.features.whatif.card import whatif_card
from bot.features.whatif.decide import DEFAULT_PEOPLE, DEFAULT_PERIOD, PERIODS, asked, whatif
from energy import Period


class WhatIfCommand:
    """`/whatif`, and its card in the other language."""

    def __init__(self, io: Responses, complete: Autocomplete, estimator: Estimator, memory: AnswerMemory) -> None:
        self._io = io
        self._complete = complete
        self._estimator = estimator
        self._memory = memory
        self.feature = Feature(name="whatif", add=self._add, presses={"what": self._other_language})

    def _add(self, tree: Tree) -> None:
        @tree.command(name="whatif", description=self._io.words("command.whatif.description"))
        @app_commands.choices(per=self._io.words.choices("command.whatif.period", PERIODS))
        @app_commands.allowed_installs(guilds=True, users=True)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
        async def what_if(
            interaction: Interaction,
            activity: str,
            people: str = DEFAULT_PEOPLE,
            times: float = 1.0,
            per: str = DEFAULT_PERIOD,
            place: str | None = None,
        ) -> None:
            async with self._io.opened(interaction):
                period: Period = next(p for p in PERIODS if p == per)
                estimator = self._estimator.of_server(interaction.guild_id)
                habit = whatif(estimator, activity, people, times, period, place)
                card = whatif_card(habit, estimator.book, self._io.voice(interaction, private=False))
                await self._io.show(interaction, card, private=False)
                await self._memory.remember(interaction.user.id, habit.once)

        self._io.words.describe(what_if, "command.whatif")
        self._complete.phrases(what_if, "activity")
        self._complete.places(what_if)

    async def _other_language(self, press: Press) -> None:
        habit = asked(self._estimator, press.subject)
        await press.show(whatif_card(habit, self._estimator.book, press.voice))
        await self._memory.remember(press.person, habit.once)
