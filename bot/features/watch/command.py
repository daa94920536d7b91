"""`/tally watch | unwatch`: counting what generator bots make, from what Discord tells about their messages."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import discord
from discord import app_commands

from bot.discord_io import autocomplete, responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.setup.command import managed, panel
from bot.features.tally.command import server
from bot.features.watch.card import draft_card, unwatched_card, watching_card
from bot.features.watch.decide import Seen
from bot.start.parts import Parts
from bot.store import WriteFailed
from energy import Refusal

log = logging.getLogger(__name__)
Interaction = discord.Interaction[Any]
_LATELY = timedelta(hours=1)
_MOST_LATELY = 500


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the commands to the tally's group."""
    group = tree.get_command("tally")
    assert isinstance(group, app_commands.Group)

    @group.command(name="watch", description=worded(parts.catalog, "command.tally.watch.description"))
    async def watch(
        interaction: Interaction, bot: discord.User, counts_as: str, channel: discord.TextChannel | None = None
    ) -> None:
        async with responses.opened(interaction):
            server(interaction)
            guild = managed(interaction)
            where = channel or interaction.channel
            if not interaction.client.intents.guild_messages:
                raise Refusal("watch.off", "Messages do not reach this bot: its operator turned that off.")
            # The oldest applications have another number than their bot.
            if not bot.bot or bot == interaction.client.user:
                raise Refusal("watch.person", "Only other bots can be watched, never people.")
            if not isinstance(where, discord.TextChannel | discord.Thread | discord.VoiceChannel):
                raise Refusal("watch.channel", "Choose a text channel of this server.")
            answers = parts.tally.read(counts_as)
            language = responses.language_of(interaction, private=True)
            await interaction.response.defer(ephemeral=True)
            lately = [seen async for seen in _lately(where)]
            rule, would = await parts.watch.draft(guild, bot.id, where.id, answers, lately)
            await responses.show(
                interaction, draft_card(rule, would, parts.cost.book, parts.catalog, language), private=True
            )

    @group.command(name="unwatch", description=worded(parts.catalog, "command.tally.unwatch.description"))
    async def unwatch(interaction: Interaction, bot: discord.User) -> None:
        async with responses.opened(interaction):
            server(interaction)
            guild = managed(interaction)
            await parts.watch.stop(guild, bot.id)
            language = responses.language_of(interaction, private=True)
            await responses.show(interaction, unwatched_card(bot.id, parts.catalog, language), private=True)

    autocomplete.describe(parts, watch, "command.tally.watch")
    autocomplete.offer_recipes(parts, watch, "counts_as")
    autocomplete.describe(parts, unwatch, "command.tally.unwatch")


async def _lately(channel: discord.TextChannel | discord.Thread | discord.VoiceChannel) -> AsyncIterator[Seen]:
    """The last hour of a channel, as far as it may be read. Raises Refusal where it may not."""
    try:
        after = discord.utils.utcnow() - _LATELY
        async for message in channel.history(after=after, limit=_MOST_LATELY):
            yield seen_of(message)
    except discord.Forbidden:
        raise Refusal("watch.forbidden", "I may not read that channel's history.") from None


def seen_of(message: discord.Message) -> Seen:
    """What may be known of a message without any privilege: nothing of what it says or shows."""
    told = message.interaction_metadata
    return Seen(
        message.id,
        message.author.id,
        message.channel.id,
        answers=told is not None,
        follows_up=told is not None and told.original_response_message_id is not None,
        person=told.user.id if told is not None else None,
    )


async def count(message: discord.Message, parts: Parts) -> None:
    """Count a bot's message where its server asked for that."""
    if message.guild is None or not (message.author.bot or message.webhook_id):
        return
    try:
        await parts.watch.see(message.guild.id, seen_of(message))
    except WriteFailed as trouble:
        log.error("a watched message was not counted: %s", trouble)


async def uncount(guild: int | None, message: int, parts: Parts) -> None:
    """Take back what a deleted message had counted."""
    if guild is None:
        return
    try:
        await parts.watch.gone(guild, message)
    except WriteFailed as trouble:
        log.error("a deleted message was not taken back: %s", trouble)


async def _start(press: Press) -> None:
    parts, guild = press.parts, managed(press.interaction)
    bot, channel = (int(number) for number in press.subject.split("."))
    rule = await parts.watch.start(guild, bot, channel)
    await press.change(watching_card(rule, parts.cost.book, parts.catalog, press.language))


async def _stop(press: Press) -> None:
    """From the panel."""
    await press.parts.watch.stop(managed(press.interaction), int(press.values[0]))
    await press.change(await panel(press.interaction, "tally", press.language))


PRESSES = {"watch": _start, "setunwatch": _stop}
