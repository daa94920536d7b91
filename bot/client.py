"""The Discord client: command tree, translator, persistent buttons, one error door."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands

from bot.commands import add_all, all_presses, door
from bot.commands.mention import spoken_to
from bot.commands.presses import ITEMS, KNOWN, sent
from bot.commands.words import CatalogTranslator
from bot.parts import Parts
from bot.registration import Registration
from energy import Refusal

log = logging.getLogger(__name__)
_WITH_CUSTOM_ID = (discord.InteractionType.component, discord.InteractionType.modal_submit)


def intents(*, watch: bool) -> discord.Intents:
    """What Discord sends: servers and direct messages, and with `watch` that messages exist. Nothing privileged.

    A message that mentions the bot carries its words without any privilege.
    """
    return discord.Intents(guilds=True, dm_messages=True, guild_messages=watch)


class Tree(app_commands.CommandTree["Wattson"]):
    """The command tree; its errors go through the door."""

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Let a command in where there is room; what is offered while typing is answered from memory at once."""
        typing = interaction.type is discord.InteractionType.autocomplete
        return typing or await door.admitted(interaction)

    async def on_error(self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /) -> None:
        """Hand every command error to the one error door."""
        await door.failed(interaction, error)


class Wattson(discord.Client):
    """The bot. `registration` decides when the commands are sent to Discord, `watch` whether messages reach it."""

    def __init__(self, parts: Parts, registration: Registration, *, watch: bool = True) -> None:
        super().__init__(
            intents=intents(watch=watch), allowed_mentions=discord.AllowedMentions.none(), max_messages=None
        )
        self.parts = parts
        self._registration = registration
        self._registering: asyncio.Task[None] | None = None
        self.tree = Tree(self)
        add_all(self.tree, parts)
        self.presses = all_presses()

    async def setup_hook(self) -> None:
        """Register buttons and commands before the first event arrives."""
        self.add_dynamic_items(*ITEMS)
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
        """Answer forms, and buttons that no version of this program knows any more."""
        if interaction.type not in _WITH_CUSTOM_ID or await sent(interaction):
            return
        data: Mapping[str, Any] = interaction.data or {}
        if not KNOWN.fullmatch(str(data.get("custom_id", ""))):
            await door.failed(interaction, Refusal("button.old", "This button belongs to an older version."))

    async def on_message(self, message: discord.Message) -> None:
        """Answer whoever speaks to the bot; other people's words arrive empty and are looked at by nobody."""
        if self.user is not None:
            await spoken_to(message, self.parts, self.user)

    async def close(self) -> None:
        """Stop, and end what was under way."""
        if self._registering is not None:
            self._registering.cancel()
        await super().close()
