"""`/explain`: a controversy seen from several sides."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord_io import autocomplete, responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.explain.card import explain_card, explain_sources_card
from bot.features.explain.decide import ALL, VIEWS
from bot.start.parts import Parts
from config.content.topics import DEFAULT_TOPIC


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""
    views = [app_commands.Choice(name=worded(parts.catalog, f"explain.view.{view}"), value=view) for view in VIEWS]

    @tree.command(name="explain", description=worded(parts.catalog, "command.explain.description"))
    @app_commands.choices(viewpoint=views)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def explain(interaction: discord.Interaction[Any], topic: str = DEFAULT_TOPIC, viewpoint: str = ALL) -> None:
        async with responses.opened(interaction):
            view = next(one for one in VIEWS if one == viewpoint)
            shown = parts.explainer.explain(topic, view, responses.language_of(interaction, private=True))
            language = responses.language_of(interaction, private=False)
            await responses.show(interaction, explain_card(shown, parts.catalog, language), private=False)

    autocomplete.describe(parts, explain, "command.explain")

    autocomplete.offer_topics(explain, parts.explainer.topics)


async def _walk(press: Press) -> None:
    shown = press.parts.explainer.asked(f"{press.subject}.{press.values[0]}")
    await press.turn(explain_card(shown, press.parts.catalog, press.language))


async def _other_language(press: Press) -> None:
    shown = press.parts.explainer.asked(press.subject)
    await press.turn(explain_card(shown, press.parts.catalog, press.language))


async def _sources(press: Press) -> None:
    shown = press.parts.explainer.asked(press.subject)
    await press.show(explain_sources_card(shown, press.parts.catalog, press.language))


PRESSES = {"view": _walk, "viewlang": _other_language, "viewsrc": _sources}
