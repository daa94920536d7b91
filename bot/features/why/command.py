"""`/why`: what lies between two published figures, or between two of our own cards."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.cards.card import Card
from bot.discord_io import autocomplete, responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.why.card import between_card, why_card, why_sources_card
from bot.features.why.decide import Between, Why
from bot.start.parts import Parts
from config.content.disagreements import DEFAULT_CHAINS


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""

    @tree.command(name="why", description=worded(parts.catalog, "command.why.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def why(interaction: discord.Interaction[Any], topic: str = DEFAULT_CHAINS) -> None:
        async with responses.opened(interaction):
            found = await parts.reconciler.why(topic, responses.language_of(interaction, private=True))
            language = responses.language_of(interaction, private=False)
            card = responses.rationed(interaction, why_words(found, parts, language), language)
            await responses.show(interaction, card, private=False)

    autocomplete.describe(parts, why, "command.why")
    autocomplete.offer_topics(why, parts.reconciler.topics)


def why_words(found: Why | Between, parts: Parts, language: str) -> Card:
    """A topic's chain or two of our own cards, worded."""
    if isinstance(found, Between):
        return between_card(found, parts.cost.book, parts.catalog, language)
    return why_card(found, parts.catalog, language)


async def _chain(press: Press) -> None:
    await _turn(press, f"{press.subject}.{press.values[0]}")


async def _other_language(press: Press) -> None:
    await _turn(press, press.subject)


async def _sources(press: Press) -> None:
    found = await press.parts.reconciler.asked(press.subject)
    assert isinstance(found, Why)
    await press.show(why_sources_card(found, press.parts.catalog, press.language))


async def _turn(press: Press, subject: str) -> None:
    found = await press.parts.reconciler.asked(subject)
    card = why_words(found, press.parts, press.language)
    await press.show(responses.rationed(press.interaction, card, press.language))


PRESSES = {"chain": _chain, "whylang": _other_language, "whysrc": _sources}
