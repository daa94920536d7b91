"""The Discord client: command tree, translator, persistent buttons, one error door."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands

from bot.commands import add_all, door
from bot.commands.buttons import TEMPLATE, CardButton
from bot.commands.words import CatalogTranslator
from bot.registration import Registration
from bot.services.parts import Parts
from energy import Refusal

log = logging.getLogger(__name__)
# Guilds alone: enough for commands, buttons and leaving a server; nothing privileged.
INTENTS = discord.Intents(guilds=True)
_WITH_CUSTOM_ID = (discord.InteractionType.component, discord.InteractionType.modal_submit)


class Tree(app_commands.CommandTree["Wattson"]):
    """The command tree; its errors go through the door."""

    async def on_error(self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /) -> None:
        """Hand every command error to the one error door."""
        await door.failed(interaction, error)


class Wattson(discord.Client):
    """The bot. `registration` decides when the commands are sent to Discord."""

    def __init__(self, parts: Parts, registration: Registration) -> None:
        super().__init__(intents=INTENTS, allowed_mentions=discord.AllowedMentions.none(), max_messages=None)
        self.parts = parts
        self._registration = registration
        self._registering: asyncio.Task[None] | None = None
        self.tree = Tree(self)
        add_all(self.tree, parts)

    async def setup_hook(self) -> None:
        """Register buttons and commands before the first event arrives."""
        self.add_dynamic_items(CardButton)
        await self.tree.set_translator(CatalogTranslator(self.parts.catalog))
        if self._registration.at_once:
            await self._registration.register(self.tree)
        else:
            # Registering waits for Discord; people should not wait for it.
            self._registering = asyncio.create_task(self._register())

    async def _register(self) -> None:
        try:
            await self._registration.register(self.tree)
        except (discord.DiscordException, OSError) as error:
            log.error("The commands could not be registered (%s); they stay as Discord knows them.", error)

    async def on_connect(self) -> None:
        """Say that people can ask from now on."""
        log.info("Connected as %s: ready to answer.", self.user)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Answer buttons that no version of this program knows any more."""
        if interaction.type not in _WITH_CUSTOM_ID:
            return
        data: Mapping[str, Any] = interaction.data or {}
        if not TEMPLATE.fullmatch(str(data.get("custom_id", ""))):
            await door.failed(interaction, Refusal("button.old", "This button belongs to an older version."))

    async def close(self) -> None:
        """Stop, and end what was under way."""
        if self._registering is not None:
            self._registering.cancel()
        await super().close()
