"""Keeps the messages of games and lessons up to date: many presses, few edits."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from typing import Any

import discord

from bot.cards.card import Card
from bot.discord_io.components import view_of
from bot.discord_io.feature import Job
from bot.discord_io.responses import NETWORK
from bot.features.learn.session import Session
from bot.features.learn.sessions import Sessions
from bot.store import WriteFailed

log = logging.getLogger(__name__)
# Discord lets a channel be edited about five times in five seconds; games leave room for people.
EVERY_S = 3.0


class MessageRefresher:
    """Edits each stale message once a while.

    `shows` gives the card of each kind of session; `lessons` says how a lesson's thread is kept up and moved on.
    """

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._client: discord.Client | None = None
        self.shows: dict[str, Callable[..., Awaitable[Card]]] = {}
        self.keep_up: Callable[[discord.Client, Session], Coroutine[Any, Any, None]] = _nothing
        self.move_on: Callable[[Session], Coroutine[Any, Any, object]] = _nothing
        self._task: asyncio.Task[None] | None = None
        self._rested, self._stopped = 0.0, False

    def start(self, client: discord.Client) -> None:
        """Listen, and edit what was left stale."""
        self._client, self._stopped = client, False
        self._sessions.notify = self._stir
        self._sessions.look()

    async def stop(self) -> None:
        """End, wherever it is."""
        self._stopped = True
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def each_minute(self, _: discord.Client) -> Iterator[Job]:
        """Look around; what is found is dealt with apart from other jobs."""
        self._sessions.look()
        return iter(())

    async def settled(self) -> None:
        """Wait until nothing is under way."""
        while self._task is not None and not self._task.done():
            await asyncio.wait({self._task})

    def _stir(self) -> None:
        if not self._stopped and (self._task is None or self._task.done()):
            self._task = asyncio.get_running_loop().create_task(self._run())

    async def _run(self) -> None:
        """Edit at once what stirs after a rest; while much stirs, rest in between.

        What failed is tried again in a minute, when `look` stirs.
        """
        loop, failed = asyncio.get_running_loop(), set[tuple[int, str]]()
        stirring = True
        while stirring:
            if (left := min(self._rested - loop.time(), EVERY_S)) > 0:
                await asyncio.sleep(left)
            failed |= await self.walk()
            self._rested = loop.time() + EVERY_S
            stirring = bool(self._sessions.stale) and not self._stopped
        self._sessions.stale |= failed

    async def walk(self) -> set[tuple[int, str]]:
        """Move on what is due, edit what is stale, close what is over; which messages are to be tried again."""
        sessions, failed = self._sessions, set[tuple[int, str]]()
        for lesson in sessions.due():
            await self._safely(self.move_on(lesson), lesson)
        stale, sessions.stale = sessions.stale, set()
        for key in stale:
            if (session := sessions.find(*key)) is not None and not await self._safely(self._edit(session), session):
                failed.add(key)
        for session in sessions.over():
            await self._safely(self._close(session), session)
        return failed

    async def _safely(self, work: Coroutine[Any, Any, object], session: Session) -> bool:
        """Whether it is done with: also where trying again cannot help."""
        try:
            await work
        except (*NETWORK, WriteFailed) as trouble:
            log.warning("server %s: a game's message was not edited: %s", session.guild, type(trouble).__name__)
            return isinstance(trouble, discord.NotFound | discord.Forbidden)
        except Exception:
            log.exception("server %s: a game's message could not be made", session.guild)
        return True

    async def _edit(self, session: Session, *, over: bool = False) -> None:
        assert self._client is not None
        if session.kind == "class" and not over:
            await self.keep_up(self._client, session)
        channel: Any = self._client.get_channel(session.channel) if session.channel else None
        if channel is None or session.message is None:
            return
        card = await self.shows[session.kind](session, over=over)
        await channel.get_partial_message(session.message).edit(view=view_of(card))

    async def _close(self, session: Session) -> None:
        """Show how it ended, then forget it; a message that is gone does not keep it."""
        try:
            await self._edit(session, over=True)
        except discord.HTTPException as trouble:
            log.warning("server %s: a game's end was not shown: %s", session.guild, type(trouble).__name__)
        # Of a lesson nothing stays in the file either; its games go before it.
        await self._sessions.end(session, scrub=session.kind == "class")


async def _nothing(*_: object) -> None:
    """What happens with lessons where there are none."""
