"""What is offered while a person types: models, places, topics, and phrases that can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from discord import app_commands

from bot.cards.name_suggestions import MOST, models, places
from bot.discord_io.phrase_suggestions import offered, usual
from bot.discord_io.responses import Interaction, Responses
from config.content.topic_index import TopicIndex
from config.content.watch_recipes import Recipe
from config.text.voice import Voice
from energy import Activity, FactorBook, Usage

Command = app_commands.Command[Any, ..., Any]
# What fits the words typed so far, as (what is shown, what is sent).
Offer = Callable[[str, int, Voice], list[tuple[str, str]]]
_MAX_LENGTH = 100


class Autocomplete:
    """Completes options in the person's own language, from memory."""

    def __init__(self, io: Responses, book: FactorBook, recent: Callable[[int], Sequence[Usage]]) -> None:
        self._io = io
        self._book = book
        self._recent = recent

    def models(self, command: Command, activity: Activity) -> None:
        """Complete `model` with the models that do this."""
        self.complete(command, "model", lambda typed, _person, _voice: models(self._book, typed, activity))

    def places(self, command: Command) -> None:
        """Complete `place`."""
        self.complete(command, "place", lambda typed, _person, voice: places(self._book, typed, voice))

    def phrases(self, command: Command, *options: str) -> None:
        """Complete options in free words with what the person asked before, examples, and how the words are read."""
        for option in options:
            self.complete(command, option, self._phrases)

    def recipes(self, command: Command, option: str, recipes: Iterable[Recipe]) -> None:
        """Complete what a bot's message counts as: how generator bots usually answer, then free words."""
        known = tuple(recipes)

        def offer(typed: str, _person: int, voice: Voice) -> list[tuple[str, str]]:
            return [*usual(typed, known, self._book, voice), *offered(typed, (), self._book, voice)][:MOST]

        self.complete(command, option, offer)

    def topics(self, command: Command, topics: TopicIndex[Any], option: str = "topic") -> None:
        """Complete an option with titles."""
        self.complete(command, option, lambda typed, _person, voice: topics.search(typed, voice.language))

    def complete(self, command: Command, option: str, offer: Offer) -> None:
        """Complete an option with whatever is offered for the words typed so far."""

        @command.autocomplete(option)
        async def typed(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
            found = offer(current, interaction.user.id, self._io.voice(interaction, private=True))
            return [app_commands.Choice(name=name[:_MAX_LENGTH], value=value) for name, value in found]

    def _phrases(self, typed: str, person: int, voice: Voice) -> list[tuple[str, str]]:
        return offered(typed, self._recent(person), self._book, voice)
