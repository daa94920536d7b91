"""The providers' servers as a local one plays them: the documented answers, or whatever a test wants instead."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer
from pydantic import SecretStr

from bot.clock import Clock
from bot.grid.electricity_maps import ElectricityMaps
from bot.grid.france import France
from bot.grid.great_britain import GreatBritain
from bot.grid.latest import LatestFigures

FRENCH = "/api/explore/v2.1/catalog/datasets/eco2mix-national-tr/records"
KEY = "not-for-others"


def british(now: datetime, *, forecast: Any = 156, actual: Any = 149) -> dict[str, Any]:
    ends = now + timedelta(minutes=30)
    intensity = {"forecast": forecast, "actual": actual, "index": "moderate"}
    return {"data": [{"from": f"{now:%Y-%m-%dT%H:%MZ}", "to": f"{ends:%Y-%m-%dT%H:%MZ}", "intensity": intensity}]}


def french(now: datetime, taux_co2: Any = 21) -> dict[str, Any]:
    return {"total_count": 1, "results": [{"date_heure": now.isoformat(), "taux_co2": taux_co2}]}


def mapped(now: datetime, zone: str, **other: Any) -> dict[str, Any]:
    answer = {
        "zone": zone,
        "carbonIntensity": 302,
        "datetime": f"{now:%Y-%m-%dT%H:%M:%S}.350Z",
        "updatedAt": f"{now:%Y-%m-%dT%H:%M:%S}.350Z",
        "emissionFactorType": "lifecycle",
        "isEstimated": True,
        "estimationMethod": "TIME_SLICER_AVERAGE",
    }
    return {**answer, **other}


class Servers:
    """What was asked, and what is answered instead of the documented shape."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.asked: list[web.Request] = []
        self.body: bytes | None = None
        self.status = 200
        self.headers: dict[str, str] = {}
        self.delay_s = 0.0

    def says(self, answer: Any) -> None:
        self.body = json.dumps(answer).encode()

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(request)
        await asyncio.sleep(self.delay_s)
        now = self.clock.now()
        documented = {
            "/intensity": british(now),
            FRENCH: french(now),
            "/carbon-intensity/latest": mapped(now, request.query.get("zone", "")),
        }
        body = json.dumps(documented[request.path]).encode() if self.body is None else self.body
        return web.Response(body=body, status=self.status, headers={"Content-Type": "application/json", **self.headers})


@asynccontextmanager
async def playing(clock: Clock) -> AsyncIterator[tuple[Servers, LatestFigures]]:
    """The servers, and figures that ask them."""
    servers = Servers(clock)
    app = web.Application()
    app.router.add_get("/{path:.*}", servers.answer)
    async with TestServer(app) as server:
        base = str(server.make_url("")).rstrip("/")
        zones = {"DEU": "DE", "FRA": "FR"}
        providers = (GreatBritain(base), France(base), ElectricityMaps(SecretStr(KEY), zones, base))
        figures = LatestFigures(providers, clock)
        try:
            yield servers, figures
        finally:
            await figures.close()
