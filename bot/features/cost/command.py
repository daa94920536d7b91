"""`/cost video | image | text | audio`: what a use of AI uses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Any, get_args

from discord import app_commands

from bot.cards.card import Card
from bot.discord_io.autocomplete import Autocomplete
from bot.discord_io.feature import Feature, Tree
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction, Responses
from bot.features.cost.answer_memory import AnswerMemory
from bot.features.cost.card import cost_card, sources_card
from bot.features.cost.decide import DEFAULT_CLIP, DEFAULT_LENGTH, DEFAULT_SOUND, Answer, Estimator
from bot.features.cost.levers import changes
from bot.features.cost.levers_card import levers_card
from bot.features.cost.uncertainty_card import wide_card
from config.text.voice import Voice
from energy import Activity, AudioKind

Command = app_commands.Command[Any, ..., None]
# Cards kept for the next who asks the same, as most people do: worded anew, an answer takes half as long again.
_KEPT = 200


class CostCommands:
    """The commands of `/cost`, and the buttons under every single answer."""

    def __init__(self, io: Responses, complete: Autocomplete, estimator: Estimator, memory: AnswerMemory) -> None:
        self._io = io
        self._complete = complete
        self._estimator = estimator
        self._memory = memory

        @lru_cache(_KEPT)
        def worded(answer: Answer, voice: Voice) -> Card:
            return cost_card(answer, estimator.book, voice)

        self._worded = worded
        self.feature = Feature(
            name="cost",
            add=self._add,
            presses={
                "src": self._sources,
                "lang": self._card,
                "show": self._card,
                "wide": self._wide,
                "lev": self._levers,
            },
        )

    def _add(self, tree: Tree) -> None:
        group = app_commands.Group(
            name="cost",
            description=self._io.words("command.cost.description"),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )
        for command in (self._video(), self._image(), self._text(), self._audio()):
            group.add_command(command)
        tree.add_command(group)

    async def _answer(self, interaction: Interaction, ask: Callable[[Estimator], Answer], *, private: bool) -> None:
        """Answer what was typed, show the card, then remember; a refusal comes before anything is shown."""
        async with self._io.opened(interaction):
            estimator = self._estimator.of_server(interaction.guild_id)
            (answer,) = await estimator.at_this_moment(ask(estimator))
            card = self._worded(answer, self._io.voice(interaction, private=private))
            await self._io.show(interaction, card, private=private)
            await self._memory.remember(interaction.user.id, answer)

    def _video(self) -> Command:
        async def video(
            interaction: Interaction,
            duration: str = DEFAULT_CLIP,
            model: str | None = None,
            resolution: str | None = None,
            clips: int = 1,
            place: str | None = None,
            private: bool = False,  # noqa: FBT001, FBT002 - Discord passes options by name
        ) -> None:
            await self._answer(
                interaction, lambda here: here.video(duration, model, resolution, clips, place), private=private
            )

        return self._command("video", video)

    def _image(self) -> Command:
        async def image(
            interaction: Interaction,
            count: int = 1,
            model: str | None = None,
            size: str | None = None,
            steps: int | None = None,
            place: str | None = None,
            private: bool = False,  # noqa: FBT001, FBT002
        ) -> None:
            await self._answer(interaction, lambda here: here.image(count, model, size, steps, place), private=private)

        return self._command("image", image)

    def _text(self) -> Command:
        async def text(
            interaction: Interaction,
            length: str = DEFAULT_LENGTH,
            model: str | None = None,
            count: int = 1,
            place: str | None = None,
            private: bool = False,  # noqa: FBT001, FBT002
        ) -> None:
            await self._answer(interaction, lambda here: here.text(length, model, count, place), private=private)

        return self._command("text", text)

    def _audio(self) -> Command:
        async def audio(
            interaction: Interaction,
            kind: str | None = None,
            duration: str = DEFAULT_SOUND,
            model: str | None = None,
            place: str | None = None,
            private: bool = False,  # noqa: FBT001, FBT002
        ) -> None:
            await self._answer(interaction, lambda here: here.audio(kind, duration, model, place), private=private)

        kinds = self._io.words.choices("command.cost.kind", get_args(AudioKind))
        return self._command("audio", app_commands.choices(kind=kinds)(audio))

    def _command(self, name: Activity, callback: Callable[..., Awaitable[None]]) -> Command:
        """A command of the group: its words from the catalog, its models and places offered while typing."""
        key = f"command.cost.{name}"
        command: Command = app_commands.Command(
            name=name,
            description=self._io.words(f"{key}.description"),
            callback=callback,  # type: ignore[arg-type]
        )
        self._io.words.describe(command, key)
        self._complete.models(command, name)
        self._complete.places(command)
        return command

    async def _sources(self, press: Press) -> None:
        answer = self._estimator.asked(press.subject)
        await press.show(sources_card(answer, self._estimator.book, press.voice))
        await self._memory.remember(press.person, answer)

    async def _card(self, press: Press) -> None:
        answer = self._estimator.asked(press.subject)
        await press.show(self._worded(answer, press.voice))
        await self._memory.remember(press.person, answer)

    async def _wide(self, press: Press) -> None:
        card = wide_card(self._estimator.asked(press.subject), self._estimator.book, press.voice)
        await press.show(self._io.rationed(press.interaction, card, press.voice))

    async def _levers(self, press: Press) -> None:
        answer = self._estimator.asked(press.subject)
        found = changes(self._estimator, answer)
        await press.show(levers_card(answer, found, self._estimator.book, press.voice))
