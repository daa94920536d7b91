"""Discord on the loopback: its REST API and its gateway, for a real bot on real sockets."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Self

from aiohttp import web

from . import world
from .answers import Answer
from .door import Door
from .envelope import envelope
from .faults import Fault
from .gateway import Gateway
from .gestures import Gesture
from .registry import Registry
from .replies import Replies
from .rest import Rest
from .world import ALICE, EVERYDAY, TOKEN, Json, Person, snowflake

ROOT = "/api/v10"


class Standin:
    """A Discord that knows one bot (by `token`) and one server (or `guilds`), and remembers all it was asked."""

    def __init__(
        self, token: str = TOKEN, *, guild_locale: str = "en-US", guilds: Sequence[Json] | None = None
    ) -> None:
        if guilds is None:
            guilds = [world.guild(guild_locale)]
        self.token = token
        self.port = 0
        self.door = Door(token, ROOT)
        self.gateway = Gateway(token, guilds)
        self.registry = Registry()
        self._replies = Replies()
        self._rest = Rest(self.registry, guilds)
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """The root of the REST API, for `discord.http.Route.BASE`."""
        return f"http://127.0.0.1:{self.port}{ROOT}"

    @property
    def requests(self) -> list[str]:
        """`METHOD /path` of every request so far."""
        return self.door.requests

    @property
    def unknown(self) -> list[str]:
        """The requests that no route here answers; a bot under test should leave none."""
        return self.door.unknown

    @property
    def identify(self) -> Json:
        """What the bot last introduced itself with, its intents among the rest."""
        return self.gateway.identifies[-1]

    @property
    def commands(self) -> list[Json]:
        """The global commands exactly as the bot last registered them."""
        return self.registry.payloads()

    @property
    def posts(self) -> list[Json]:
        """The messages the bot posted by itself, as they stand now."""
        return list(self._rest.posts.values())

    async def __aenter__(self) -> Self:
        app = web.Application(middlewares=[self.door.passed])
        app.add_routes(self._rest.routes(ROOT) + self._replies.routes(ROOT))
        app.router.add_get("/", self.gateway.serve)
        app.router.add_route("*", "/{rest:.*}", self.door.nowhere)
        self._runner = web.AppRunner(app, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port = self._runner.addresses[0][1]
        self.gateway.url = self._rest.gateway_url = f"ws://127.0.0.1:{self.port}/"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.gateway.drop(None)
        if self._runner is not None:
            await self._runner.cleanup()

    async def wait_ready(self, timeout: float = 60.0) -> None:
        """Until the bot can receive interactions: it identified (or resumed), and READY went out."""
        await _within(timeout, self.gateway.ready, "the bot did not identify")

    async def wait_synced(self, timeout: float = 60.0) -> None:
        """Until the bot has registered its commands, now or before."""
        await _within(timeout, self.door.synced, "the bot did not register its commands")

    async def interact(
        self,
        gesture: Gesture,
        *,
        locale: str = "en-US",
        guild_locale: str = "en-US",
        user: Person = ALICE,
        permissions: int = EVERYDAY,
        guild: bool = True,
        away: bool = False,
        id: str | None = None,
        timeout: float = 3.0,
    ) -> Answer:
        """Do something and wait for the bot's first word on it; the same `id` again is a duplicate delivery."""
        gesture = self.registry.fitted(gesture)
        answer = self._replies.expect(id or snowflake(), gesture, guild=guild)
        before = answer.attempts
        sent = envelope(
            gesture,
            id=answer.id,
            token=answer.token,
            user=user,
            permissions=permissions,
            locale=locale,
            guild_locale=guild_locale,
            guild=guild,
            away=away,
        )
        await self.dispatch("INTERACTION_CREATE", sent)
        await answer.attempted(before + 1, timeout)
        return answer

    async def dispatch(self, event: str, data: Json) -> None:
        """Send any gateway event; while the connection is cut it waits for the resume, as at Discord."""
        await self.gateway.dispatch(event, data)

    async def drop(self, code: int | None = None) -> None:
        """Cut the gateway connection without a word, or close it with Discord's `code`."""
        await self.gateway.drop(code)

    def fail_next(
        self,
        route: str,
        status: int,
        body: Json | str | None = None,
        *,
        retry_after: float | None = None,
        times: int = 1,
        carried_out: bool = False,
    ) -> None:
        """Make the next requests whose `METHOD /path` contains `route` fail; status 0 cuts the connection.

        With `carried_out` the request takes effect and only its answer is lost.
        """
        self.door.faults.add(Fault(route, status, body, retry_after, times, carried_out))


async def _within(timeout: float, event: asyncio.Event, otherwise: str) -> None:
    try:
        await asyncio.wait_for(event.wait(), timeout)
    except TimeoutError:
        raise TimeoutError(f"{otherwise} within {timeout:g} s") from None
