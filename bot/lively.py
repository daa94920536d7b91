"""Keeps the messages of games and lessons up to date: many presses, few edits."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.commands.door import NETWORK
from bot.commands.views import view_of
from bot.parts import Parts
from bot.render.card import Card
from bot.services.ports import Unsaved
from bot.services.sessions import Session

log = logging.getLogger(__name__)
# Discord lets a channel be edited about five times in five seconds; games leave room for people.
EVERY_S = 3.0
# What a session's message shows now; None where nothing of it changes.
Shows = Callable[[Session, Parts], Awaitable[Card | None]]


class Lively:
    """Edits each stale message once a while. `shows` gives the card of each kind of session."""

    def __init__(self, client: discord.Client, parts: Parts, shows: dict[str, Shows]) -> None:
        self._client = client
        self._parts = parts
        self._shows = shows
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """End, wherever it is."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(EVERY_S)
            await self.walk()

    async def walk(self) -> None:
        """Edit what is stale, once each."""
        sessions = self._parts.sessions
        stale, sessions.stale = sessions.stale, set()
        for guild, identity in stale:
            if (session := sessions.find(guild, identity)) is None:
                continue
            try:
                await self._edit(session)
            except (*NETWORK, Unsaved) as trouble:
                log.warning("server %s: a game's message was not edited: %s", guild, type(trouble).__name__)
                if not isinstance(trouble, discord.NotFound | discord.Forbidden):
                    sessions.touch(session)
            except Exception:
                log.exception("server %s: a game's message could not be made", guild)

    async def _edit(self, session: Session) -> None:
        card = await self._shows[session.kind](session, self._parts) if session.kind in self._shows else None
        channel: Any = self._client.get_channel(session.channel) if session.channel else None
        if card is None or channel is None or session.message is None:
            return
        await channel.get_partial_message(session.message).edit(view=view_of(card))
