"""What the bot does unasked, once a minute: boards that changed, a week that ended, servers that left long ago."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import discord

from bot.commands.door import NETWORK, server_language
from bot.commands.views import view_of
from bot.parts import Parts
from bot.render.board import board_card, weekly_card
from bot.render.card import Card
from bot.services.board import Board
from bot.services.period import Span
from bot.services.ports import Unsaved
from bot.services.tally import Shown

log = logging.getLogger(__name__)
EVERY_S = 60.0
_UNKNOWN_MESSAGE = 10008


class Rounds:
    """Walks the servers that need something; nothing that fails for one server stops the others or the next round."""

    def __init__(self, client: discord.Client, parts: Parts) -> None:
        self._client = client
        self._parts = parts
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin; the first round comes after a minute, when servers have arrived."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """End, wherever a round is."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(EVERY_S)
            await self.walk()

    async def walk(self) -> None:
        """One round."""
        for guild in self._parts.boards.stale():
            await self._safely(self._board(guild), guild)
        for guild, channel, week in self._parts.boards.due():
            await self._safely(self._week(guild, channel, week), guild)
        await self._safely(self._parts.privacy.sweep(), 0)

    async def _safely(self, work: Any, guild: int) -> None:
        try:
            await work
        except (*NETWORK, Unsaved) as trouble:
            log.warning("server %s: %s; tried again later", guild, type(trouble).__name__)
            self._parts.boards.touch(guild)
        except Exception:
            log.exception("server %s: a round failed", guild)

    async def _board(self, guild: int) -> None:
        parts, board, server = self._parts, self._parts.boards.board(guild), self._client.get_guild(guild)
        channel = server.get_channel(board.channel) if server and board else None
        if board is None or server is None or not isinstance(channel, discord.TextChannel):
            return
        shown = await parts.tally.show(guild, "30d")
        card = board_card(
            shown, await parts.goals.standing(guild), parts.cost.book, parts.catalog, server_language(server, parts)
        )
        digest = hashlib.sha256(card.text.encode()).hexdigest()[:16]
        if board.message is not None and digest == board.shows:
            return
        message = await _put(channel, board, card)
        await parts.boards.place(guild, replace(board, message=message, shows=digest))
        await parts.tally.remember_prices(guild)

    async def _week(self, guild: int, channel_id: int, week: date) -> None:
        parts, server = self._parts, self._client.get_guild(guild)
        channel = server.get_channel(channel_id) if server else None
        if server is None or not isinstance(channel, discord.TextChannel):
            return
        last = week + timedelta(days=6)
        bill = await parts.tally.between(guild, week, last)
        # Noted first: after a crash a week is rather not said than said twice.
        await parts.boards.sent(guild, week)
        if bill.total.count:
            shown = Shown("7d", Span(week, last), bill, None)
            card = weekly_card(shown, week, parts.cost.book, parts.catalog, server_language(server, parts))
            await channel.send(view=view_of(card))


async def _put(channel: discord.TextChannel, board: Board, card: Card) -> int:
    """Edit the board's message, or post a new one where it is gone; the message's id."""
    if board.message is not None:
        try:
            await channel.get_partial_message(board.message).edit(view=view_of(card))
        except discord.NotFound as gone:
            if gone.code != _UNKNOWN_MESSAGE:
                raise
        else:
            return board.message
    return (await channel.send(view=view_of(card))).id
