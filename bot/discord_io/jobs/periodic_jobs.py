"""What the bot does unasked, once a minute: boards that changed, a week that ended, prompts, servers left long ago."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Coroutine
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import discord

from bot.cards.card import Card
from bot.discord_io.components import view_of
from bot.discord_io.responses import NETWORK, server_language
from bot.features.board.card import board_card, weekly_card
from bot.features.board.command import take_down
from bot.features.board.decide import Board
from bot.features.schedule.command import post
from bot.features.tally.decide import Shown
from bot.features.tally.periods import Span
from bot.start.parts import Parts
from bot.store import WriteFailed

log = logging.getLogger(__name__)
EVERY_S = 60.0
# Messages looked for in one round, so that a start with many boards does not ask for all of them at once.
_LOOKED_FOR = 50
_UNKNOWN_MESSAGE, _LONGEST_NONCE = 10008, 25


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
        boards, tally = self._parts.boards, self._parts.tally
        for guild in boards.stale():
            await self._safely(self._board(guild), guild)
        for guild, channel, week in boards.due():
            await self._safely(self._week(guild, channel, week), guild)
        for due in self._parts.schedules.due():
            await self._safely(post(self._client, self._parts, due), due.guild)
        for guild in boards.unsure(_LOOKED_FOR):
            await self._safely(self._look(guild), guild)
        for guild in tally.unremembered():
            await self._safely(tally.remember_prices(guild), guild)
        self._parts.sessions.look()
        await self._safely(self._parts.privacy.sweep(), 0)

    async def _safely(self, work: Coroutine[Any, Any, object], guild: int) -> None:
        try:
            await work
        except (*NETWORK, WriteFailed) as trouble:
            log.warning("server %s: %s; tried again later", guild, type(trouble).__name__)
        except Exception:
            log.exception("server %s: a round failed", guild)

    async def _board(self, guild: int) -> None:
        parts, boards = self._parts, self._parts.boards
        board, server = boards.board(guild), self._client.get_guild(guild)
        if board is None:
            return
        if server is None or server.unavailable:  # not arrived yet, or away for a while
            boards.mark_stale(guild)
            return
        channel = server.get_channel(board.channel)
        if not isinstance(channel, discord.TextChannel):
            return
        try:
            shown = await parts.tally.show(guild, "30d")
            standing = await parts.goals.standing(guild)
            card = board_card(shown, standing, parts.cost.book, parts.catalog, server_language(server, parts))
            digest = hashlib.sha256(card.text.encode()).hexdigest()[:16]
            if board.message is not None and digest == board.shows:
                return
            message = await _put(channel, board, card)
            if not await boards.shown(guild, board, message, digest):
                await take_down(server, replace(board, message=message))
        except discord.HTTPException as trouble:
            if not _for_good(trouble):
                boards.mark_stale(guild)
                raise
            log.warning("server %s: its board is off, as I may not write in channel %s", guild, board.channel)
            await boards.refuse(guild, board)
        except (*NETWORK, WriteFailed):
            boards.mark_stale(guild)
            raise

    async def _look(self, guild: int) -> None:
        """Ask whether a board's message is still there; where it is not, it comes back in the next round."""
        boards, server = self._parts.boards, self._client.get_guild(guild)
        board = boards.board(guild)
        channel = server.get_channel(board.channel) if server and board else None
        if board is None or board.message is None or not isinstance(channel, discord.TextChannel):
            return
        boards.there(guild)
        try:
            await channel.fetch_message(board.message)
        except discord.NotFound:
            await boards.gone(guild, board.message)
        except discord.Forbidden:  # without Read Message History nobody can tell
            return

    async def _week(self, guild: int, channel_id: int, week: date) -> None:
        parts, server = self._parts, self._client.get_guild(guild)
        channel = server.get_channel(channel_id) if server else None
        if server is None or not isinstance(channel, discord.TextChannel):
            return
        last = week + timedelta(days=6)
        bill = await parts.tally.between(guild, week, last)
        # Noted first: after a crash a week is rather not said than said twice.
        await parts.boards.sent(guild, week)
        if not bill.total.count:
            return
        shown = Shown("7d", Span(week, last), bill, None)
        card = weekly_card(shown, week, parts.cost.book, parts.catalog, server_language(server, parts))
        try:
            # Discord drops a second message with the same nonce, should only its answer have been lost.
            await channel.send(view=view_of(card), nonce=f"{guild}{week:%y%m%d}"[-_LONGEST_NONCE:])
        except NETWORK as trouble:
            if isinstance(trouble, discord.HTTPException) and _for_good(trouble):
                log.warning("server %s: its week stays unsaid, as I may not write in channel %s", guild, channel_id)
                return
            await parts.boards.unsent(guild, week)
            raise


def _for_good(trouble: discord.HTTPException) -> bool:
    """Whether trying again cannot help: the bot may not write there, or the channel is gone."""
    return isinstance(trouble, discord.Forbidden | discord.NotFound)


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
