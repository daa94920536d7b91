"""`/learn prompt`: something to discuss, with a worked example."""

from __future__ import annotations

from discord import app_commands

from bot.cards.sentences import listed_sources_card
from bot.discord_io.feature import Feature, Tree
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction
from bot.features.learn.group import LearnGroup, group_of, subject_of
from bot.features.learn.prompt.card import prompt_card, reaches_card
from bot.features.learn.prompt.decide import Prompts


class PromptCommand:
    """The command, and what its buttons do."""

    def __init__(self, learn: LearnGroup, prompts: Prompts) -> None:
        self._learn = learn
        self._prompts = prompts
        self.feature = Feature(
            name="prompt",
            add=self._add,
            presses={
                "prompt": self._next,
                "promptlang": self._other_language,
                "promptend": self._reaches,
                "promptsrc": self._sources,
            },
        )

    def _add(self, tree: Tree) -> None:
        learn, group = self._learn, group_of(tree)

        @group.command(name="prompt", description=learn.io.words("command.learn.prompt.description"))
        @app_commands.choices(topic=learn.subjects)
        async def prompt(interaction: Interaction, topic: str | None = None) -> None:
            async with learn.io.opened(interaction):
                shown = self._prompts.another(subject_of(topic))
                card = prompt_card(shown, learn.io.voice(interaction, private=False))
                await learn.io.show(interaction, card, private=False)

        learn.io.words.describe(prompt, "command.learn.prompt")

    async def _next(self, press: Press) -> None:
        await press.show(prompt_card(self._prompts.after(press.subject), press.voice))

    async def _other_language(self, press: Press) -> None:
        await press.show(prompt_card(self._prompts.shown(press.subject), press.voice))

    async def _reaches(self, press: Press) -> None:
        await press.show(reaches_card(self._prompts.shown(press.subject), press.voice))

    async def _sources(self, press: Press) -> None:
        shown = self._prompts.shown(press.subject)
        await press.show(listed_sources_card(press.voice.text("prompt.title"), shown.sources, press.voice))
