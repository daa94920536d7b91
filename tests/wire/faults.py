"""Failures to order: what the next requests on a route meet instead of Discord's answer."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web
from aiohttp.typedefs import Handler

from .response import response
from .world import Json


@dataclass(slots=True)
class Fault:
    """One failure, waiting for the requests it is meant for."""

    route: str
    status: int
    body: Json | str | None
    retry_after: float | None
    times: int
    carried_out: bool


class Faults:
    """The failures still waiting, first come first served."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._waiting.append(fault)

    def due(self, request: web.Request) -> Fault | None:
        line = f"{request.method} {request.path}"
        for fault in self._waiting:
            if fault.route in line:
                fault.times -= 1
                self._waiting = [one for one in self._waiting if one.times > 0]
                return fault
        return None


async def suffered(fault: Fault, request: web.Request, handler: Handler) -> web.StreamResponse:
    """The failure itself; status 0 cuts the connection without a word."""
    if fault.carried_out:
        await handler(request)
    if fault.status == 0:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()
    if fault.status != 429:
        if isinstance(fault.body, dict):
            return response(fault.body, status=fault.status)
        return web.Response(status=fault.status, text=fault.body or "upstream unavailable")
    wait_s = 1.0 if fault.retry_after is None else fault.retry_after
    told = fault.body or {"message": "You are being rate limited.", "retry_after": wait_s, "global": False}
    # Without "Via" discord.py takes a 429 for a ban by the edge network and raises instead of waiting.
    headers = {"Via": "1.1 stand-in", "Retry-After": f"{wait_s:g}", "X-RateLimit-Scope": "user"}
    return response(told, status=429, headers=headers)
