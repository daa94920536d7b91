"""`/explain`: a controversy seen from several sides."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands import door, typing
from bot.commands.presses import Press
from bot.commands.words import worded
from bot.parts import Parts
from bot.render.explain import explain_card, explain_sources_card
from bot.services.explain import ALL, VIEWS
from config.viewpoints import DEFAULT_TOPIC


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""
    views = [app_commands.Choice(name=worded(parts.catalog, f"explain.view.{view}"), value=view) for view in VIEWS]

    @tree.command(name="explain", description=worded(parts.catalog, "command.explain.description"))
    @app_commands.choices(viewpoint=views)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def explain(interaction: discord.Interaction[Any], topic: str = DEFAULT_TOPIC, viewpoint: str = ALL) -> None:
        async with door.opened(interaction):
            view = next(one for one in VIEWS if one == viewpoint)
            shown = parts.explainer.explain(topic, view, door.language_of(interaction, private=True))
            language = door.language_of(interaction, private=False)
            await door.show(interaction, explain_card(shown, parts.catalog, language), private=False)

    typing.describe(parts, explain, "command.explain")

    typing.offer_topics(explain, parts.explainer.topics)


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
