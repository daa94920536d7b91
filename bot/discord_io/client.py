"""The Discord client: command tree, translator, persistent buttons, one error door."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Sequence
from typing import Any

import discord
from discord import app_commands

from bot.discord_io.feature import Feature, all_presses
from bot.discord_io.periodic_jobs import PeriodicJobs
from bot.discord_io.presses import CardItem, Presses
from bot.discord_io.registration import Registration
from bot.discord_io.responses import Interaction, Responses
from bot.discord_io.translator import CatalogTranslator
from bot.store import WriteFailed

log = logging.getLogger(__name__)
_WITH_CUSTOM_ID = (discord.InteractionType.component, discord.InteractionType.modal_submit)


def intents(*, watch: bool) -> discord.Intents:
    """What Discord sends: servers and direct messages, and with `watch` that messages exist. Nothing privileged.

    A message that mentions the bot carries its words without any privilege.
    """
    return discord.Intents(guilds=True, dm_messages=True, guild_messages=watch)


class Tree(app_commands.CommandTree["Wattson"]):
    """The command tree; its errors go through the door."""

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Let a command in where there is room; what is offered while typing is answered from memory at once."""
        typing = interaction.type is discord.InteractionType.autocomplete
        return typing or await self.client.io.admitted(interaction)

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Hand every command error to the one error door."""
        await self.client.io.failed(interaction, error)


class Wattson(discord.Client):
    """The bot. `registration` decides when the commands are sent to Discord, `watch` whether messages reach it."""

    def __init__(
        self, io: Responses, features: Sequence[Feature], registration: Registration, *, watch: bool = True
    ) -> None:
        super().__init__(
            intents=intents(watch=watch), allowed_mentions=discord.AllowedMentions.none(), max_messages=None
        )
        self.io = io
        self.features = features
        self._registration = registration
        self._registering: asyncio.Task[None] | None = None
        self.tree = Tree(self)
        for feature in features:
            if feature.add is not None:
                feature.add(self.tree)
        self.presses = Presses(io, all_presses(features))
        self.jobs = PeriodicJobs(self, features)

    async def setup_hook(self) -> None:
        """Register buttons and commands before the first event arrives."""
        self.add_dynamic_items(CardItem)
        self.jobs.start()
        for feature in self.features:
            if feature.started is not None:
                feature.started(self)
        await self.tree.set_translator(CatalogTranslator(self.io.voices.catalog))
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
        if interaction.type in _WITH_CUSTOM_ID:
            await self.presses.others(interaction)

    async def on_message(self, message: discord.Message) -> None:
        """Tell the features; words arrive empty, but for those said to the bot, and are looked at by nobody."""
        if self.user is not None and message.author.id != self.user.id:
            for feature in self.features:
                if feature.heard is not None:
                    await feature.heard(message, self.user)

    async def on_raw_message_delete(self, gone: discord.RawMessageDeleteEvent) -> None:
        """Take back what the message had counted, and put a board that was deleted up again."""
        await self._deleted(gone.guild_id, gone.message_id)

    async def on_raw_bulk_message_delete(self, gone: discord.RawBulkMessageDeleteEvent) -> None:
        """The same for each of them."""
        for message in gone.message_ids:
            await self._deleted(gone.guild_id, message)

    async def _deleted(self, guild: int | None, message: int) -> None:
        for feature in self.features:
            if guild is not None and feature.deleted is not None:
                await _noted(feature.deleted(guild, message))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Let the time run after which everything of the server is erased."""
        for feature in self.features:
            if feature.left is not None:
                await _noted(feature.left(guild.id))

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Keep what is there, where the bot came back; say hello, where it never was."""
        for feature in self.features:
            if feature.joined is not None:
                await _noted(feature.joined(guild))

    async def on_ready(self) -> None:
        """Notice the servers that the bot was removed from while it was away."""
        for feature in self.features:
            if feature.ready is not None:
                await _noted(feature.ready({guild.id for guild in self.guilds}))

    async def close(self) -> None:
        """Stop, and end what was under way."""
        if self._registering is not None:
            self._registering.cancel()
        for feature in self.features:
            if feature.stopped is not None:
                await feature.stopped()
        await self.jobs.stop()
        await super().close()


async def _noted(writing: Awaitable[None]) -> None:
    try:
        await writing
    except WriteFailed as trouble:
        log.error("what went or came could not be noted: %s", trouble)
