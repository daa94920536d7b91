"""`/claim` and the message menu "Check this claim"."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord_io import autocomplete, responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.claim.card import claim_card, claim_sources_card
from bot.features.claim.decide import LONGEST, NotKnown
from bot.start.parts import Parts

_Text = app_commands.Range[str, 1, LONGEST]


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command and the menu to the tree."""

    @tree.command(name="claim", description=worded(parts.catalog, "command.claim.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def claim(interaction: discord.Interaction[Any], text: _Text) -> None:
        async with responses.opened(interaction):
            checked = await parts.claims.check(text)
            # What cannot be judged concerns only who asked.
            private = isinstance(checked, NotKnown)
            language = responses.language_of(interaction, private=private)
            await responses.show(
                interaction, claim_card(checked, parts.cost.book, parts.catalog, language), private=private
            )

    @tree.context_menu(name=worded(parts.catalog, "command.check.name"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def check(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        async with responses.opened(interaction):
            checked = await parts.claims.check(message.content)
            language = responses.language_of(interaction, private=True)
            await responses.show(
                interaction, claim_card(checked, parts.cost.book, parts.catalog, language), private=True
            )

    autocomplete.describe(parts, claim, "command.claim")


async def _other_language(press: Press) -> None:
    parts, checked = press.parts, press.parts.claims.asked(press.subject)
    await press.turn(claim_card(checked, parts.cost.book, parts.catalog, press.language))


async def _sources(press: Press) -> None:
    checked = press.parts.claims.asked(press.subject)
    await press.show(claim_sources_card(checked, press.parts.catalog, press.language))


PRESSES = {"claimlang": _other_language, "claimsrc": _sources}
