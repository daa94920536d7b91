"""`/explain`: a controversy seen from several sides."""

from __future__ import annotations

from discord import app_commands

from bot.discord_io.autocomplete import Autocomplete
from bot.discord_io.feature import Feature, Tree
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction, Responses
from bot.features.explain.card import explain_card, explain_sources_card
from bot.features.explain.decide import ALL, VIEWS, Explainer
from config.content.topics import DEFAULT_TOPIC


class ExplainCommand:
    """`/explain`, the walk from side to side, the sources and the other language."""

    def __init__(self, io: Responses, complete: Autocomplete, explainer: Explainer) -> None:
        self._io = io
        self._complete = complete
        self._explainer = explainer
        presses = {"view": self._walk, "viewlang": self._other_language, "viewsrc": self._sources}
        self.feature = Feature(name="explain", add=self._add, presses=presses)

    def _add(self, tree: Tree) -> None:
        @tree.command(name="explain", description=self._io.words("command.explain.description"))
        @app_commands.choices(viewpoint=self._io.words.choices("explain.view", VIEWS))
        @app_commands.allowed_installs(guilds=True, users=True)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
        async def explain(interaction: Interaction, topic: str = DEFAULT_TOPIC, viewpoint: str = ALL) -> None:
            async with self._io.opened(interaction):
                view = next(one for one in VIEWS if one == viewpoint)
                shown = self._explainer.explain(topic, view, self._io.voice(interaction, private=True).language)
                card = explain_card(shown, self._io.voice(interaction, private=False))
                await self._io.show(interaction, card, private=False)

        self._io.words.describe(explain, "command.explain")
        self._complete.topics(explain, self._explainer.topics)

    async def _walk(self, press: Press) -> None:
        await press.turn(explain_card(self._explainer.asked(f"{press.subject}.{press.values[0]}"), press.voice))

    async def _other_language(self, press: Press) -> None:
        await press.turn(explain_card(self._explainer.asked(press.subject), press.voice))

    async def _sources(self, press: Press) -> None:
        await press.show(explain_sources_card(self._explainer.asked(press.subject), press.voice))
