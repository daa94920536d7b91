"""`/whatif`: the same use by many people, for long."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord_io import autocomplete, responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.whatif.card import whatif_card
from bot.features.whatif.decide import DEFAULT_PEOPLE, DEFAULT_PERIOD, PERIODS, asked, whatif
from bot.start.parts import Parts
from energy import Period


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
        async with responses.opened(interaction):
            period: Period = next(p for p in PERIODS if p == per)
            habit = whatif(responses.cost_of(interaction), activity, people, times, period, place)
            language = responses.language_of(interaction, private=False)
            await responses.show(
                interaction, whatif_card(habit, parts.cost.book, parts.catalog, language), private=False
            )

    autocomplete.describe(parts, what_if, "command.whatif")
    autocomplete.offer_phrases(parts, what_if, "activity")
    autocomplete.offer_places(parts, what_if)


async def _other_language(press: Press) -> None:
    parts = press.parts
    habit = asked(parts.cost, press.subject)
    await press.show(whatif_card(habit, parts.cost.book, parts.catalog, press.language))


PRESSES = {"what": _other_language}
