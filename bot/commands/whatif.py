"""`/whatif`: the same use by many people, for long."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands import door, typing
from bot.commands.presses import Press
from bot.commands.words import worded
from bot.parts import Parts
from bot.render.whatif import whatif_card
from bot.services.whatif import DEFAULT_PEOPLE, DEFAULT_PERIOD, PERIODS, asked, whatif
from energy.scenario import Period


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""
    periods = [
        app_commands.Choice(name=worded(parts.catalog, f"command.whatif.period.{period}"), value=period)
        for period in PERIODS
    ]

    @tree.command(name="whatif", description=worded(parts.catalog, "command.whatif.description"))
    @app_commands.choices(per=periods)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def what_if(
        interaction: discord.Interaction[Any],
        activity: str,
        people: str = DEFAULT_PEOPLE,
        times: float = 1.0,
        per: str = DEFAULT_PERIOD,
        place: str | None = None,
    ) -> None:
        async with door.opened(interaction):
            period: Period = next(p for p in PERIODS if p == per)
            habit = whatif(door.cost_of(interaction), activity, people, times, period, place)
            language = door.language_of(interaction, private=False)
            await door.show(interaction, whatif_card(habit, parts.cost.book, parts.catalog, language), private=False)

    typing.describe(parts, what_if, "command.whatif")
    typing.offer_phrases(parts, what_if, "activity")
    typing.offer_places(parts, what_if)


async def _other_language(press: Press) -> None:
    parts = press.parts
    habit = asked(parts.cost, press.subject)
    await press.show(whatif_card(habit, parts.cost.book, parts.catalog, press.language))


PRESSES = {"what": _other_language}
