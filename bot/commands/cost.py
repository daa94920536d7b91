"""`/cost video`: what an AI video takes."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands import door
from bot.commands.words import worded
from bot.render.cost import cost_card
from bot.services import lookup
from bot.services.parts import Parts

Typing = list[app_commands.Choice[str]]


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command group to the tree."""
    say = parts.catalog
    group = app_commands.Group(
        name="cost",
        description=worded(say, "command.cost.description"),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
    )

    @group.command(name="video", description=worded(say, "command.cost.video.description"))
    @app_commands.describe(
        duration=worded(say, "command.cost.video.duration"),
        model=worded(say, "command.cost.video.model"),
        resolution=worded(say, "command.cost.video.resolution"),
        clips=worded(say, "command.cost.video.clips"),
        place=worded(say, "command.cost.video.place"),
        private=worded(say, "command.cost.video.private"),
    )
    async def video(
        interaction: discord.Interaction[Any],
        duration: str = "5s",
        model: str | None = None,
        resolution: str | None = None,
        clips: int = 1,
        place: str | None = None,
        private: bool = False,  # noqa: FBT001, FBT002 - Discord passes options by name
    ) -> None:
        async with door.opened(interaction):
            answer = parts.cost.answer(parts.cost.video(duration, model, resolution, clips, place))
            language = door.language_of(interaction, private=private)
            await door.show(interaction, cost_card(answer, parts.cost.book, say, language), private=private)

    @video.autocomplete("model")
    async def model_typed(interaction: discord.Interaction[Any], typed: str) -> Typing:
        del interaction
        return _choices(lookup.models(parts.cost.book, typed, "video"))

    @video.autocomplete("place")
    async def place_typed(interaction: discord.Interaction[Any], typed: str) -> Typing:
        language = door.language_of(interaction, private=True)
        return _choices(lookup.places(parts.cost.book, typed, language))

    tree.add_command(group)


def _choices(found: list[tuple[str, str]]) -> Typing:
    return [app_commands.Choice(name=name[:100], value=identity) for name, identity in found]
