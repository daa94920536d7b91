"""The way into the stand-in: every request is noted, may be made to fail, and must carry the right token."""

from __future__ import annotations

import asyncio

from aiohttp import web
from aiohttp.typedefs import Handler

from .faults import Faults, suffered
from .response import refusal


class Door:
    """What every request passes on its way in and out."""

    def __init__(self, token: str, root: str) -> None:
        self.faults = Faults()
        self.requests: list[str] = []
        self.unknown: list[str] = []
        self.synced = asyncio.Event()
        self._token = token
        # The gateway checks the token in IDENTIFY, and an interaction brings a token of its own.
        self._open = ("/", f"{root}/gateway")
        self._own_token = (f"{root}/interactions/", f"{root}/webhooks/")

    @web.middleware
    async def passed(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        self.requests.append(f"{request.method} {request.path}")
        if fault := self.faults.due(request):
            return await suffered(fault, request, handler)
        if self._guarded(request.path) and request.headers.get("Authorization") != f"Bot {self._token}":
            return refusal(401, "401: Unauthorized")
        answered = await handler(request)
        if request.method == "PUT" and request.path.endswith("/commands"):
            self.synced.set()
        return answered

    async def nowhere(self, request: web.Request) -> web.Response:
        """For the routes that nobody built: answered as Discord does, and noted for the test to find."""
        self.unknown.append(f"{request.method} {request.path}")
        return refusal(404, "404: Not Found")

    def _guarded(self, path: str) -> bool:
        return path not in self._open and not path.startswith(self._own_token)
