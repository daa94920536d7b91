"""What the bot does unasked, once a minute: whatever its features say is due."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Sequence
from typing import Any

import discord

from bot.discord_io.feature import Feature
from bot.discord_io.responses import NETWORK
from bot.store import WriteFailed

log = logging.getLogger(__name__)
EVERY_S = 60.0


class PeriodicJobs:
    """Walks what is due; nothing that fails for one server stops the others or the next walk."""

    def __init__(self, client: discord.Client, features: Sequence[Feature]) -> None:
        self._client = client
        self._features = features
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin; the first walk comes after a minute, when servers have arrived."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """End, wherever a walk is."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(EVERY_S)
            await self.walk()

    async def walk(self) -> None:
        """Do all that is due."""
        for feature in self._features:
            if feature.each_minute is None:
                continue
            for guild, work in feature.each_minute(self._client):
                await _safely(work, guild)


async def _safely(work: Coroutine[Any, Any, object], guild: int) -> None:
    try:
        await work
    except (*NETWORK, WriteFailed) as trouble:
        log.warning("server %s: %s; tried again later", guild, type(trouble).__name__)
    except Exception:
        log.exception("server %s: a periodic job failed", guild)
