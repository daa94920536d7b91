"""`/claim` and the message menu "Check this claim"."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands import door, typing
from bot.commands.presses import Press
from bot.commands.words import worded
from bot.parts import Parts
from bot.render.claim import claim_card, claim_sources_card
from bot.services.claim import LONGEST, NotKnown

_Text = app_commands.Range[str, 1, LONGEST]


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command and the menu to the tree."""

    @tree.command(name="claim", description=worded(parts.catalog, "command.claim.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def claim(interaction: discord.Interaction[Any], text: _Text) -> None:
        async with door.opened(interaction):
            checked = await parts.claims.check(text)
            # What cannot be judged concerns only who asked.
            private = isinstance(checked, NotKnown)
            language = door.language_of(interaction, private=private)
            await door.show(interaction, claim_card(checked, parts.cost.book, parts.catalog, language), private=private)

    @tree.context_menu(name=worded(parts.catalog, "command.check.name"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def check(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        async with door.opened(interaction):
            checked = await parts.claims.check(message.content)
            language = door.language_of(interaction, private=True)
            await door.show(interaction, claim_card(checked, parts.cost.book, parts.catalog, language), private=True)

    typing.describe(parts, claim, "command.claim")


async def _other_language(press: Press) -> None:
    parts, checked = press.parts, press.parts.claims.asked(press.subject)
    await press.turn(claim_card(checked, parts.cost.book, parts.catalog, press.language))


async def _sources(press: Press) -> None:
    checked = press.parts.claims.asked(press.subject)
    await press.show(claim_sources_card(checked, press.parts.catalog, press.language))


PRESSES = {"claimlang": _other_language, "claimsrc": _sources}
