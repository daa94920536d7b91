"""`/why`: what lies between two published figures, or between two of our own cards."""

from __future__ import annotations

from discord import app_commands

from bot.cards.card import Card
from bot.discord_io.autocomplete import Autocomplete
from bot.discord_io.feature import Feature, Tree
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction, Responses
from bot.features.cost import AnswerMemory
from bot.features.why.card import between_card, why_card, why_sources_card
from bot.features.why.decide import Between, Reconciler, Why
from config.content.disagreements import DEFAULT_CHAINS
from config.text.voice import Voice


class WhyCommand:
    """`/why`, its other chains, the sources and the other language."""

    def __init__(self, io: Responses, complete: Autocomplete, reconciler: Reconciler, memory: AnswerMemory) -> None:
        self._io = io
        self._complete = complete
        self._reconciler = reconciler
        self._memory = memory
        presses = {"chain": self._chain, "whylang": self._other_language, "whysrc": self._sources}
        self.feature = Feature(name="why", add=self._add, presses=presses)

    def _add(self, tree: Tree) -> None:
        @tree.command(name="why", description=self._io.words("command.why.description"))
        @app_commands.allowed_installs(guilds=True, users=True)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
        async def why(interaction: Interaction, topic: str = DEFAULT_CHAINS) -> None:
            async with self._io.opened(interaction):
                own, voice = (self._io.voice(interaction, private=private) for private in (True, False))
                found = await self._reconciler.why(topic, own.language)
                card = self._io.rationed(interaction, self._worded(found, voice), voice)
                await self._io.show(interaction, card, private=False)
                await self._remember(interaction.user.id, found)

        self._io.words.describe(why, "command.why")
        self._complete.topics(why, self._reconciler.topics)

    def _worded(self, found: Why | Between, voice: Voice) -> Card:
        """A topic's chain or two of our own cards."""
        return between_card(found, self._io.book, voice) if isinstance(found, Between) else why_card(found, voice)

    async def _remember(self, person: int, found: Why | Between) -> None:
        if isinstance(found, Between):
            await self._memory.remember(person, found.first, found.second)

    async def _chain(self, press: Press) -> None:
        await self._turn(press, f"{press.subject}.{press.values[0]}")

    async def _other_language(self, press: Press) -> None:
        await self._turn(press, press.subject)

    async def _sources(self, press: Press) -> None:
        found = await self._reconciler.asked(press.subject)
        assert isinstance(found, Why)
        await press.show(why_sources_card(found, press.voice))

    async def _turn(self, press: Press, subject: str) -> None:
        found = await self._reconciler.asked(subject)
        await press.show(self._io.rationed(press.interaction, self._worded(found, press.voice), press.voice))
        await self._remember(press.person, found)
