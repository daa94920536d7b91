"""What is offered while a person types: models, places, and phrases that can be read."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord_io import name_suggestions, responses
from bot.discord_io.phrase_suggestions import offered, usual
from bot.discord_io.translator import worded
from bot.start.parts import Parts
from config.content.topic_index import Topics
from energy import Activity

Interaction = discord.Interaction[Any]
Command = app_commands.Command[Any, ..., None]
_Choices = list[app_commands.Choice[str]]
_MAX_LENGTH = 100


def describe(parts: Parts, command: Command, key: str) -> None:
    """Give each of a command's options its words from the catalog."""
    for parameter in command.parameters:
        parameter_key = f"{key}.{parameter.name}"
        command._params[parameter.name].description = worded(parts.catalog, parameter_key)


def offer_models(parts: Parts, command: Command, activity: Activity) -> None:
    """Complete `model` with the models that do this."""

    @command.autocomplete("model")
    async def typed(interaction: Interaction, current: str) -> _Choices:
        del interaction
        return _choices(name_suggestions.models(parts.cost.book, current, activity))


def offer_places(parts: Parts, command: Command) -> None:
    """Complete `place` in the person's language."""

    @command.autocomplete("place")
    async def typed(interaction: Interaction, current: str) -> _Choices:
        language = responses.language_of(interaction, private=True)
        return _choices(name_suggestions.places(parts.cost.book, current, language))


def offer_phrases(parts: Parts, command: Command, *options: str) -> None:
    """Complete options in free words with what the person asked before, examples, and how the words are read."""

    async def typed(interaction: Interaction, current: str) -> _Choices:
        language = responses.language_of(interaction, private=True)
        recent = parts.recent.of(interaction.user.id)
        return _choices(offered(current, recent, parts.cost.book, parts.catalog, language))

    for option in options:
        command.autocomplete(option)(typed)


def offer_recipes(parts: Parts, command: Command, option: str) -> None:
    """Complete what a bot's message counts as: how generator bots usually answer, then free words."""

    @command.autocomplete(option)
    async def typed(interaction: Interaction, current: str) -> _Choices:
        language = responses.language_of(interaction, private=True)
        found = usual(current, parts.recipes, parts.cost.book, parts.catalog, language)
        found += offered(current, (), parts.cost.book, parts.catalog, language)
        return _choices(found[: name_suggestions.MOST])


def offer_topics(command: Command, topics: Topics[Any], option: str = "topic") -> None:
    """Complete an option with titles in the person's language."""

    @command.autocomplete(option)
    async def typed(interaction: Interaction, current: str) -> _Choices:
        return _choices(topics.search(current, responses.language_of(interaction, private=True)))


def _choices(found: list[tuple[str, str]]) -> _Choices:
    return [app_commands.Choice(name=name[:_MAX_LENGTH], value=value) for name, value in found]
