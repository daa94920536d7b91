"""`/tally watch | unwatch`: counting what generator bots make, from what Discord tells about their messages."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta

import discord
from discord import app_commands

from bot.discord_io.autocomplete import Autocomplete
from bot.discord_io.feature import Feature, Tree
from bot.discord_io.permissions import managed
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction, Responses, member_server
from bot.features.tally import TallyService
from bot.features.watch.card import draft_card, unwatched_card, watching_card
from bot.features.watch.decide import Seen, WatchService
from bot.store import WriteFailed
from config.content.watch_recipes import Recipe
from energy import Refusal

log = logging.getLogger(__name__)
_LATELY = timedelta(hours=1)
_MOST_LATELY = 500
_Channel = discord.TextChannel | discord.Thread | discord.VoiceChannel


class WatchCommands:
    """The commands, the button that begins to watch, and the messages that are counted."""

    def __init__(
        self,
        io: Responses,
        complete: Autocomplete,
        watch: WatchService,
        tally: TallyService,
        recipes: Sequence[Recipe],
    ) -> None:
        self._io = io
        self._complete = complete
        self._watch = watch
        self._tally = tally
        self._recipes = recipes
        self.feature = Feature(
            name="watch",
            add=self._add,
            presses={"watch": self._start},
            load=watch.load,
            forget=watch.forget,
            heard=self._count,
            deleted=self._uncount,
        )

    def _add(self, tree: Tree) -> None:
        """Add the commands to the tally's group."""
        group = tree.get_command("tally")
        assert isinstance(group, app_commands.Group)

        @group.command(name="watch", description=self._io.words("command.tally.watch.description"))
        async def watch(
            interaction: Interaction, bot: discord.User, counts_as: str, channel: discord.TextChannel | None = None
        ) -> None:
            async with self._io.opened(interaction):
                member_server(interaction)
                guild = managed(interaction)
                where = _watchable(interaction, bot, channel)
                usages = await self._tally.read(guild, counts_as)
                await interaction.response.defer(ephemeral=True)
                lately = [seen async for seen in _lately(where)]
                rule, would = await self._watch.draft(guild, bot.id, where.id, usages, lately)
                card = draft_card(rule, would, self._io.book, self._io.voice(interaction, private=True))
                await self._io.show(interaction, card, private=True)

        @group.command(name="unwatch", description=self._io.words("command.tally.unwatch.description"))
        async def unwatch(interaction: Interaction, bot: discord.User) -> None:
            async with self._io.opened(interaction):
                member_server(interaction)
                await self._watch.stop(managed(interaction), bot.id)
                card = unwatched_card(bot.id, self._io.voice(interaction, private=True))
                await self._io.show(interaction, card, private=True)

        self._io.words.describe(watch, "command.tally.watch")
        self._complete.recipes(watch, "counts_as", self._recipes)
        self._io.words.describe(unwatch, "command.tally.unwatch")

    async def _count(self, message: discord.Message, _: discord.abc.Snowflake) -> None:
        """Count a bot's message where its server asked for that."""
        if message.guild is None or not (message.author.bot or message.webhook_id):
            return
        try:
            await self._watch.see(message.guild.id, seen_of(message))
        except WriteFailed as trouble:
            log.error("a watched message was not counted: %s", trouble)

    async def _uncount(self, guild: int, message: int) -> None:
        """Take back what a deleted message had counted."""
        try:
            await self._watch.gone(guild, message)
        except WriteFailed as trouble:
            log.error("a deleted message was not taken back: %s", trouble)

    async def _start(self, press: Press) -> None:
        guild = managed(press.interaction)
        bot, channel = (int(number) for number in press.subject.split("."))
        rule = await self._watch.start(guild, bot, channel)
        await press.change(watching_card(rule, self._io.book, press.voice))


def _watchable(interaction: Interaction, bot: discord.User, channel: discord.TextChannel | None) -> _Channel:
    """Where a bot is to be watched. Raises Refusal where it cannot be."""
    where = channel or interaction.channel
    if not interaction.client.intents.guild_messages:
        raise Refusal("watch.off", "Messages do not reach this bot: its operator turned that off.")
    # The oldest applications have another number than their bot.
    if not bot.bot or bot == interaction.client.user:
        raise Refusal("watch.person", "Only other bots can be watched, never people.")
    if not isinstance(where, discord.TextChannel | discord.Thread | discord.VoiceChannel):
        raise Refusal("watch.channel", "Choose a text channel of this server.")
    return where


async def _lately(channel: _Channel) -> AsyncIterator[Seen]:
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
