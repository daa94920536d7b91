"""The board's message and the card of a finished week, put where they belong in Discord."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from datetime import date, timedelta

import discord

from bot.cards.card import Card
from bot.discord_io.components import view_of
from bot.discord_io.feature import Job
from bot.discord_io.own_messages import delete_message
from bot.discord_io.responses import NETWORK, Responses
from bot.features.board.card import board_card, weekly_card
from bot.features.board.decide import Board, Boards
from bot.features.goal import Goals
from bot.features.tally import Shown, Span, TallyService
from bot.store import WriteFailed

log = logging.getLogger(__name__)
# Messages looked for in one walk, so that a start with many boards does not ask for all of them at once.
_LOOKED_FOR = 50
_UNKNOWN_MESSAGE, _LONGEST_NONCE = 10008, 25


class BoardMessages:
    """Edits boards that show too little, posts weeks that are over, and looks whether boards are still there."""

    def __init__(self, io: Responses, boards: Boards, tally: TallyService, goals: Goals) -> None:
        self._io = io
        self._boards = boards
        self._tally = tally
        self._goals = goals

    def due(self, client: discord.Client) -> Iterator[Job]:
        """What is to be done now."""
        for guild in self._boards.stale():
            yield guild, self._edit(client, guild)
        for guild, channel, week in self._boards.due():
            yield guild, self._week(client, guild, channel, week)
        for guild in self._boards.unsure(_LOOKED_FOR):
            yield guild, self._look(client, guild)

    async def _edit(self, client: discord.Client, guild: int) -> None:
        boards, board, server = self._boards, self._boards.board(guild), client.get_guild(guild)
        if board is None:
            return
        if server is None or server.unavailable:  # not arrived yet, or away for a while
            boards.mark_stale(guild)
            return
        channel = server.get_channel(board.channel)
        if not isinstance(channel, discord.TextChannel):
            return
        try:
            shown = await self._tally.show(guild, "30d")
            standing = await self._goals.standing(guild)
            card = board_card(shown, standing, self._io.book, self._io.voices.speaking_in(server))
            digest = hashlib.sha256(card.text.encode()).hexdigest()[:16]
            if board.message is not None and digest == board.shows:
                return
            message = await _put(channel, board, card)
            if not await boards.shown(guild, board, message, digest):
                await delete_message(server, board.channel, message)
        except discord.HTTPException as trouble:
            if not _for_good(trouble):
                boards.mark_stale(guild)
                raise
            log.warning("server %s: its board is off, as I may not write in channel %s", guild, board.channel)
            await boards.refuse(guild, board)
        except (*NETWORK, WriteFailed):
            boards.mark_stale(guild)
            raise

    async def _look(self, client: discord.Client, guild: int) -> None:
        """Ask whether a board's message is still there; where it is not, it comes back in the next walk."""
        boards, server = self._boards, client.get_guild(guild)
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

    async def _week(self, client: discord.Client, guild: int, channel_id: int, week: date) -> None:
        server = client.get_guild(guild)
        channel = server.get_channel(channel_id) if server else None
        if server is None or not isinstance(channel, discord.TextChannel):
            return
        last = week + timedelta(days=6)
        totals = await self._tally.between(guild, week, last)
        # Noted first: after a crash a week is rather not said than said twice.
        await self._boards.sent(guild, week)
        if not totals.total.count:
            return
        shown = Shown("7d", Span(week, last), totals, None)
        card = weekly_card(shown, week, self._io.book, self._io.voices.speaking_in(server))
        try:
            # Discord drops a second message with the same nonce, should only its answer have been lost.
            await channel.send(view=view_of(card), nonce=f"{guild}{week:%y%m%d}"[-_LONGEST_NONCE:])
        except NETWORK as trouble:
            if isinstance(trouble, discord.HTTPException) and _for_good(trouble):
                log.warning("server %s: its week stays unsaid, as I may not write in channel %s", guild, channel_id)
                return
            await self._boards.unsent(guild, week)
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
