"""The panel of a server's settings: what is set on each page, and what the bot may do now in its channels."""

from __future__ import annotations

from typing import Any

import discord

from bot.cards.card import Card
from bot.cards.permission_status import Permit, Posting
from bot.discord_io.permissions import managed, permit, text_channel
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction
from bot.features.board import Boards
from bot.features.goal import Goals
from bot.features.schedule import Schedules
from bot.features.settings import SettingsService
from bot.features.setup.card import Page, setup_card
from bot.features.setup.prompts_card import schedule_page
from bot.features.setup.tally_page_card import tally_page
from bot.features.watch import WatchService
from config.text.voice import Voice
from energy import FactorBook

Permits = dict[tuple[Posting, int], Permit]


class Panel:
    """Makes the pages; every page is for people who manage the server."""

    def __init__(
        self,
        book: FactorBook,
        settings: SettingsService,
        boards: Boards,
        goals: Goals,
        watch: WatchService,
        schedules: Schedules,
    ) -> None:
        self._book = book
        self._settings = settings
        self._boards = boards
        self._goals = goals
        self._watch = watch
        self._schedules = schedules

    async def show(self, press: Press, page: Page) -> None:
        """Put a page in the place of the one that was pressed. Raises Refusal for people who may not."""
        await press.change(await self.page(press.interaction, page, press.voice))

    async def page(self, interaction: Interaction, page: Page, voice: Voice, *, notice: int | None = None) -> Card:
        """A page. Raises Refusal for people who may not see it."""
        guild = managed(interaction)
        permits = self._permits(interaction.client, guild)
        if page == "tally":
            return await self._tally(interaction.client, guild, permits, voice)
        if page == "prompts":
            return self._prompts(guild, permits, voice)
        return setup_card(self._settings.of(guild), self._book, voice, permits=permits, notice=notice)

    async def _tally(self, client: discord.Client, guild: int, permits: Permits, voice: Voice) -> Card:
        weekly, watched = self._boards.weekly(guild), self._watch.of(guild)
        known = {rule.bot: client.get_user(rule.bot) for rule in watched}
        return tally_page(
            self._boards.board(guild),
            weekly.channel if weekly else None,
            await self._goals.of(guild),
            watched,
            permits,
            voice,
            names={bot: user.display_name for bot, user in known.items() if user is not None},
            deaf=not client.intents.guild_messages,
        )

    def _prompts(self, guild: int, permits: Permits, voice: Voice) -> Card:
        schedules, schedule = self._schedules, self._schedules.of(guild)
        where = schedule.channel if schedule.refused is None else schedule.refused
        return schedule_page(
            schedule,
            schedules.subjects,
            schedules.left(guild),
            schedules.next(guild),
            schedules.zone(guild).key,
            permits.get(("prompt", where)) if where is not None else None,
            voice,
        )

    def _permits(self, client: discord.Client, guild: int) -> Permits:
        """What everything that is set up needs, and may not do, as Discord has it this moment."""
        board, weekly = self._boards.board(guild), self._boards.weekly(guild)
        schedule, server = self._schedules.of(guild), client.get_guild(guild)
        placed: list[tuple[Posting, int | None]] = [
            ("board", board.channel if board else None),
            ("weekly", weekly.channel if weekly else None),
            ("prompt", schedule.channel if schedule.refused is None else schedule.refused),
            *(("watch", rule.channel) for rule in self._watch.of(guild)),
        ]
        if server is None:
            return {}
        return {(thing, channel): permit(server, thing, channel) for thing, channel in placed if channel is not None}


def chosen_channel(press: Press) -> discord.TextChannel:
    """The channel that was chosen, else the one the press came from. Raises Refusal where the bot may not write."""
    guild: discord.Guild | None = press.interaction.guild
    chosen: Any = press.interaction.channel
    if press.values and guild:
        chosen = guild.get_channel(int(press.values[0]))
    return text_channel(chosen)
