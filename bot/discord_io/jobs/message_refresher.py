"""Keeps the messages of games and lessons up to date: many presses, few edits."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Mapping
from typing import Any

import discord

from bot.discord_io.components import view_of
from bot.discord_io.responses import NETWORK
from bot.features.learn.group import Shows
from bot.features.learn.lesson.steps import keep_up
from bot.features.learn.session import Session
from bot.start.parts import Parts
from bot.store import WriteFailed

log = logging.getLogger(__name__)
# Discord lets a channel be edited about five times in five seconds; games leave room for people.
EVERY_S = 3.0


class Lively:
    """Edits each stale message once a while. `shows` gives the card of each kind of session."""

    def __init__(self, client: discord.Client, parts: Parts, shows: Mapping[str, Shows]) -> None:
        self._client = client
        self._parts = parts
        self._shows = shows
        self._task: asyncio.Task[None] | None = None
        self._rested, self._stopped = 0.0, False

    def start(self) -> None:
        """Listen, and edit what was left stale."""
        self._parts.sessions.notify = self._notify
        self._parts.sessions.look()

    async def stop(self) -> None:
        """End, wherever it is."""
        self._stopped = True
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def _notify(self) -> None:
        if not self._stopped and (self._task is None or self._task.done()):
            self._task = asyncio.get_running_loop().create_task(self._run())

    async def _run(self) -> None:
        """Edit at once what stirs after a rest; while much stirs, rest in between.

        What failed is tried again in a minute, when `look` stirs.
        """
        loop, sessions, failed = asyncio.get_running_loop(), self._parts.sessions, set[tuple[int, str]]()
        stirring = True
        while stirring:
            if (left := min(self._rested - loop.time(), EVERY_S)) > 0:
                await asyncio.sleep(left)
            failed |= await self.walk()
            self._rested = loop.time() + EVERY_S
            stirring = bool(sessions.stale) and not self._stopped
        sessions.stale |= failed

    async def walk(self) -> set[tuple[int, str]]:
        """Move on what is due, edit what is stale, close what is over; which messages are to be tried again."""
        sessions, failed = self._parts.sessions, set[tuple[int, str]]()
        for lesson in sessions.due():
            await self._safely(self._move(lesson), lesson)
        stale, sessions.stale = sessions.stale, set()
        for key in stale:
            if (session := sessions.find(*key)) is not None and not await self._safely(self._edit(session), session):
                failed.add(key)
        for session in sessions.over():
            await self._safely(self._close(session), session)
        return failed

    async def _safely(self, work: Coroutine[Any, Any, None], session: Session) -> bool:
        """Whether it is done with: also where trying again cannot help."""
        try:
            await work
        except (*NETWORK, WriteFailed) as trouble:
            log.warning("server %s: a game's message was not edited: %s", session.guild, type(trouble).__name__)
            return isinstance(trouble, discord.NotFound | discord.Forbidden)
        except Exception:
            log.exception("server %s: a game's message could not be made", session.guild)
        return True

    async def _move(self, lesson: Session) -> None:
        """Take a lesson's next step, where nobody did in time."""
        await self._parts.classes.advance(lesson, lesson.phase)

    async def _edit(self, session: Session, *, over: bool = False) -> None:
        if session.kind == "class" and not over:
            await keep_up(self._client, self._parts, self._shows, session)
        channel: Any = self._client.get_channel(session.channel) if session.channel else None
        if channel is None or session.message is None:
            return
        card = await self._shows[session.kind](session, self._parts, over=over)
        await channel.get_partial_message(session.message).edit(view=view_of(card))

    async def _close(self, session: Session) -> None:
        """Show how it ended, then forget it; a message that is gone does not keep it."""
        try:
            await self._edit(session, over=True)
        except discord.HTTPException as trouble:
            log.warning("server %s: a game's end was not shown: %s", session.guild, type(trouble).__name__)
        # Of a lesson nothing stays in the file either; its games go before it.
        await self._parts.sessions.end(session, scrub=session.kind == "class")
