"""The Discord client: command tree, translator, persistent buttons, one error responses."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Mapping
from typing import Any

import discord
from discord import app_commands

from bot.discord_io import responses
from bot.discord_io.jobs.message_refresher import Lively
from bot.discord_io.jobs.periodic_jobs import Rounds
from bot.discord_io.presses import KNOWN, CardItem, sent
from bot.discord_io.registration import Registration
from bot.discord_io.translator import CatalogTranslator
from bot.features.ask.mention import spoken_to
from bot.features.registry import add_all, all_presses, all_shows
from bot.features.watch.command import count, uncount
from bot.features.welcome.command import greet
from bot.start.parts import Parts
from bot.store import WriteFailed
from energy import Refusal

log = logging.getLogger(__name__)
_WITH_CUSTOM_ID = (discord.InteractionType.component, discord.InteractionType.modal_submit)


def intents(*, watch: bool) -> discord.Intents:
    """What Discord sends: servers and direct messages, and with `watch` that messages exist. Nothing privileged.

    A message that mentions the bot carries its words without any privilege.
    """
    return discord.Intents(guilds=True, dm_messages=True, guild_messages=watch)


class Tree(app_commands.CommandTree["Wattson"]):
    """The command tree; its errors go through the responses."""

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Let a command in where there is room; what is offered while typing is answered from memory at once."""
        typing = interaction.type is discord.InteractionType.autocomplete
        return typing or await responses.admitted(interaction)

    async def on_error(self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /) -> None:
        """Hand every command error to the one error responses."""
        await responses.failed(interaction, error)


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
        self.rounds = Rounds(self, parts)
        self.lively = Lively(self, parts, all_shows())

    async def setup_hook(self) -> None:
        """Register buttons and commands before the first event arrives."""
        self.add_dynamic_items(CardItem)
        self.rounds.start()
        self.lively.start()
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
            await responses.failed(interaction, Refusal("button.old", "This button belongs to an older version."))

    async def on_message(self, message: discord.Message) -> None:
        """Answer whoever speaks to the bot, count watched bots; other words arrive empty, looked at by nobody."""
        if self.user is not None and message.author.id != self.user.id:
            await count(message, self.parts)
            await spoken_to(message, self.parts, self.user)

    async def on_raw_message_delete(self, gone: discord.RawMessageDeleteEvent) -> None:
        """Take back what the message had counted, and put a board that was deleted up again."""
        await self._deleted(gone.guild_id, gone.message_id)

    async def on_raw_bulk_message_delete(self, gone: discord.RawBulkMessageDeleteEvent) -> None:
        """The same for each of them."""
        for message in gone.message_ids:
            await self._deleted(gone.guild_id, message)

    async def _deleted(self, guild: int | None, message: int) -> None:
        await uncount(guild, message, self.parts)
        if guild is not None:
            await self._noted(self.parts.boards.gone(guild, message))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Let the time run after which everything of the server is erased."""
        await self._noted(self.parts.privacy.left(guild.id))

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Keep what is there, where the bot came back; say hello, where it never was."""
        await self._noted(self.parts.privacy.returned(guild.id))
        await self._noted(greet(guild, self.parts))

    async def on_ready(self) -> None:
        """Notice the servers that the bot was removed from while it was away."""
        await self._noted(self.parts.privacy.compare({guild.id for guild in self.guilds}))

    async def _noted(self, writing: Coroutine[Any, Any, None]) -> None:
        try:
            await writing
        except WriteFailed as trouble:
            log.error("what went or came could not be noted: %s", trouble)

    async def close(self) -> None:
        """Stop, and end what was under way."""
        if self._registering is not None:
            self._registering.cancel()
        await self.lively.stop()
        await self.rounds.stop()
        await super().close()
