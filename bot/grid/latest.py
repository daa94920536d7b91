"""The latest figure of every grid: kept for the provider's own period, asked for only when somebody wants to know."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import aiohttp

from bot.clock import Clock
from bot.grid.provider import Provider, Request
from energy import Live

log = logging.getLogger(__name__)
# A person waits so long for a figure; the question goes on so long, for the next one who asks.
PATIENCE_S, TIMEOUT_S = 0.5, 2.0
MOST_BYTES = 64 * 1024
# A provider that failed is left alone for so long.
REST = timedelta(minutes=5)
# What is older says nothing about now; clocks may differ by a little.
OLDEST, SKEW = timedelta(hours=3), timedelta(minutes=5)
# Nothing is unpacked, so that a small answer cannot grow.
_HEADERS = {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "wattson"}


@dataclass(frozen=True, slots=True)
class _Known:
    live: Live | None
    until: datetime


class LatestFigures:
    """Asks the first provider that knows a place. Owns its connections and its questions under way until `close`."""

    def __init__(self, providers: Sequence[Provider], clock: Clock) -> None:
        self._providers = tuple(providers)
        self._clock = clock
        self._known: dict[str, _Known] = {}
        self._asking: dict[str, asyncio.Task[Live | None]] = {}
        self._session: aiohttp.ClientSession | None = None

    def source(self, place: str) -> str | None:
        """Who tells about a place."""
        return next((provider.source for provider in self._providers if provider.request(place)), None)

    async def now(self, place: str) -> Live | None:
        """The figure that is kept, else a new one within half a second; None where it cannot be had."""
        known = self._known.get(place)
        if known is not None and self._clock.now() < known.until:
            return known.live
        asking = self._asking.get(place)
        if asking is None:
            asking = self._asking[place] = asyncio.create_task(self._ask(place))
            asking.add_done_callback(lambda _: self._asking.pop(place, None))
        done, _ = await asyncio.wait({asking}, timeout=PATIENCE_S)
        return asking.result() if done and not asking.cancelled() else None

    async def close(self) -> None:
        """End the questions under way, then the connections."""
        under_way = list(self._asking.values())
        for asking in under_way:
            asking.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def _ask(self, place: str) -> Live | None:
        provider, request = next((p, r) for p in self._providers if (r := p.request(place)))
        live, rest = None, REST
        try:
            live = self._fresh(provider.read(await self._fetched(request), place))
            rest = provider.period
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as trouble:
            # Not the message: it may quote the answer, or the request and its key.
            log.warning("no live figure by %s for %s (%s)", provider.source, place, type(trouble).__name__)
        self._known[place] = _Known(live, self._clock.now() + rest)
        return live

    async def _fetched(self, request: Request) -> bytes:
        """The body of a good answer. Raises ValueError for another, or a larger one than any should be."""
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=TIMEOUT_S)
            self._session = aiohttp.ClientSession(timeout=timeout, headers=_HEADERS, auto_decompress=False)
        # Wherever else an answer points to, the key does not go there.
        async with self._session.get(
            request.url, params=request.query, headers=request.headers, allow_redirects=False
        ) as answer:
            if answer.status != 200:
                raise ValueError(f"status {answer.status}")
            body = bytearray()
            async for chunk in answer.content.iter_any():
                body += chunk
                if len(body) > MOST_BYTES:
                    raise ValueError("too large")
            return bytes(body)

    def _fresh(self, live: Live) -> Live:
        now = self._clock.now()
        if not now - OLDEST <= live.at <= now + SKEW:
            raise ValueError("not of now")
        return live
