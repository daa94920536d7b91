"""Live figures: read as documented, kept for the grid's own period, and none at all where anything is odd."""

from __future__ import annotations

import asyncio
import gzip
import json
import time
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from bot.grid import chosen, latest
from bot.grid.latest import LatestFigures
from config.settings import Settings, SettingsError, load_settings
from energy import Basis, FactorBook
from energy.places.live import Live, Method
from tests.chat.hands import Hands

from .servers import FRENCH, KEY, Servers, british, french, mapped

PLACES = {"GBR": 149.0, "FRA": 21.0, "DEU": 302.0}


@pytest.mark.parametrize(("place", "value"), PLACES.items())
async def test_documented_shape_is_read(figures: LatestFigures, clock: Hands, place: str, value: float) -> None:
    live = await figures.now(place)
    assert live is not None
    assert (live.g_per_kwh, live.at, live.source) == (value, clock.moment, figures.source(place))
    assert live.method is (Method.LIFE_CYCLE if place == "DEU" else Method.DIRECT)


async def test_questions_are_as_documented(figures: LatestFigures, servers: Servers) -> None:
    for place in PLACES:
        await figures.now(place)
    british_, french_, mapped_ = servers.asked
    assert british_.path == "/intensity"
    assert french_.path == FRENCH
    assert french_.query["where"] == "taux_co2 is not null"
    assert mapped_.query == {"zone": "DE"}
    assert [request.headers.get("auth-token") for request in servers.asked] == [None, None, KEY]


async def test_forecast_stands_in_until_the_half_hour_is_over(
    figures: LatestFigures, servers: Servers, clock: Hands
) -> None:
    servers.says(british(clock.moment, actual=None))
    assert await figures.now("GBR") == Live(156.0, clock.moment, "neso-live", Basis.ESTIMATED)


async def test_first_provider_that_knows_a_place_tells(figures: LatestFigures) -> None:
    assert figures.source("FRA") == "rte-live"
    assert figures.source("USA") is None


@pytest.mark.parametrize(("place", "minutes"), [("GBR", 30), ("FRA", 15), ("DEU", 60)])
async def test_figure_is_kept_for_the_grids_own_period(
    figures: LatestFigures, servers: Servers, clock: Hands, place: str, minutes: int
) -> None:
    first = await figures.now(place)
    clock.pass_(minutes=minutes - 1)
    assert await figures.now(place) == first
    assert len(servers.asked) == 1
    clock.pass_(minutes=1)
    assert await figures.now(place) != first
    assert len(servers.asked) == 2


NOW = Hands().moment
ODD: dict[str, Any] = {
    "negative": british(NOW, actual=-1),
    "zero": british(NOW, actual=0),
    "too much": british(NOW, actual=2001),
    "text": british(NOW, actual="149"),
    "truth": british(NOW, actual=True),
    "neither": british(NOW, forecast=None, actual=None),
    "no number": british(NOW, actual=float("nan")),
    "beyond numbers": british(NOW, actual=10**400),
    "endless": british(NOW, actual=float("inf")),
    "old": british(NOW - timedelta(hours=4)),
    "to come": british(NOW + timedelta(hours=1)),
    "no half hour": {"data": []},
    "error": {"error": {"code": "500 Internal Server Error", "message": "There was a problem"}},
    "list": [],
    "nothing": None,
    "moment without a zone": {"data": [{"from": "2026-03-04T12:00", "intensity": {"forecast": 1, "actual": 1}}]},
    "no moment": {"data": [{"from": 1772625600, "intensity": {"forecast": 1, "actual": 1}}]},
    "outside the calendar": {
        "data": [{"from": "0001-01-01T00:00+14:00", "intensity": {"forecast": 1, "actual": 1}}],
    },
}


@pytest.mark.parametrize("answer", ODD.values(), ids=list(ODD))
async def test_odd_answer_is_no_figure(figures: LatestFigures, servers: Servers, answer: Any) -> None:
    servers.says(answer)
    assert await figures.now("GBR") is None
    assert len(servers.asked) == 1


async def test_other_zone_or_method_is_no_figure(figures: LatestFigures, servers: Servers, clock: Hands) -> None:
    for answer in (
        mapped(clock.moment, "FR"),
        mapped(clock.moment, "DE", emissionFactorType="direct"),
        mapped(clock.moment, "DE", emissionFactorType=None),
        mapped(clock.moment, "DE", carbonIntensity=None),
        french(clock.moment),
    ):
        servers.says(answer)
        assert await figures.now("DEU") is None
        clock.pass_(minutes=6)
    assert len(servers.asked) == 5


BROKEN = (b"", b"{", b"<html>", b"\xff\xfe", b"[" * 60_000, b"\0" * 100)


@pytest.mark.parametrize("body", BROKEN, ids=[repr(body[:6]) for body in BROKEN])
async def test_broken_answer_is_no_figure(figures: LatestFigures, servers: Servers, body: bytes) -> None:
    servers.body = body
    assert await figures.now("FRA") is None


@pytest.mark.parametrize("status", [204, 302, 401, 403, 404, 429, 500, 503])
async def test_other_status_is_no_figure(
    figures: LatestFigures, servers: Servers, clock: Hands, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    servers.status, servers.headers = status, {"Location": "/elsewhere"} if status == 302 else {}
    assert await figures.now("DEU") is None
    # Wherever an answer points to, nobody follows with the key, and the key is in no log.
    assert [request.path for request in servers.asked] == ["/carbon-intensity/latest"]
    assert KEY not in caplog.text


async def test_huge_answer_is_not_read_to_its_end(figures: LatestFigures, servers: Servers, clock: Hands) -> None:
    servers.body = json.dumps(french(clock.moment)).encode() + b" " * latest.MOST_BYTES
    assert await figures.now("FRA") is None


async def test_packed_answer_is_not_unpacked(figures: LatestFigures, servers: Servers, clock: Hands) -> None:
    servers.body, servers.headers = (
        gzip.compress(json.dumps(french(clock.moment)).encode()),
        {"Content-Encoding": "gzip"},
    )
    assert await figures.now("FRA") is None


async def test_slow_answer_keeps_nobody_waiting_and_serves_the_next(figures: LatestFigures, servers: Servers) -> None:
    servers.delay_s = 1.5
    began = time.perf_counter()
    assert await figures.now("FRA") is None
    assert time.perf_counter() - began < servers.delay_s
    found = [await figures.now("FRA") for _ in range(20)]
    assert found[-1] is not None
    assert len(servers.asked) == 1


async def test_answer_that_never_comes_is_given_up_within_two_seconds(
    figures: LatestFigures, servers: Servers, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert latest.TIMEOUT_S <= 2.0
    monkeypatch.setattr(latest, "TIMEOUT_S", 0.1)
    servers.delay_s = 1.0
    assert await figures.now("FRA") is None
    assert "no live figure by rte-live for FRA (" in caplog.text


async def test_many_who_ask_at_once_are_one_question(figures: LatestFigures, servers: Servers) -> None:
    found = await asyncio.gather(*(figures.now("GBR") for _ in range(50)))
    assert len(set(found)) == len(servers.asked) == 1


async def test_provider_that_failed_is_left_alone_for_a_while(
    figures: LatestFigures, servers: Servers, clock: Hands
) -> None:
    servers.status = 500
    for _ in range(3):
        assert await figures.now("GBR") is None
    assert len(servers.asked) == 1
    servers.status = 200
    clock.pass_(minutes=5)
    assert await figures.now("GBR") is not None


async def test_server_that_is_not_there_is_no_figure(clock: Hands) -> None:
    from bot.grid.great_britain import GreatBritain

    figures = LatestFigures([GreatBritain("http://127.0.0.1:9")], clock)
    assert await figures.now("GBR") is None
    await figures.close()


async def test_closing_ends_what_is_under_way(figures: LatestFigures, servers: Servers) -> None:
    servers.delay_s = 30.0
    waiting = asyncio.create_task(figures.now("GBR"))
    await asyncio.sleep(0.1)
    began = time.perf_counter()
    await figures.close()
    assert await waiting is None
    assert time.perf_counter() - began < servers.delay_s / 3


@pytest.mark.parametrize("value", [-1.0, 0.0, 0.04, 2000.1, float("nan"), float("inf")])
def test_what_no_grid_emits_is_no_figure(value: float) -> None:
    with pytest.raises(ValueError, match="no grid emits"):
        Live(value, NOW, "neso-live")


def test_moment_is_kept_in_utc_to_the_minute() -> None:
    paris = timezone(timedelta(hours=1))
    live = Live(21.04, datetime(2026, 3, 4, 13, 15, 42, 7, paris), "rte-live")
    assert (live.g_per_kwh, live.at) == (21.0, datetime(2026, 3, 4, 12, 15, tzinfo=UTC))


def test_nobody_is_asked_unless_the_operator_says_so(book: FactorBook, clock: Hands) -> None:
    assert chosen(Settings(), book, clock) is None
    both = chosen(Settings(wattson_grid="fr,gb"), book, clock)
    assert both is not None
    assert [both.source(place) for place in ("FRA", "GBR", "DEU")] == ["rte-live", "neso-live", None]


def test_key_opens_countries_but_no_groups(book: FactorBook, clock: Hands) -> None:
    asked = chosen(Settings(wattson_grid="gb,electricitymaps", wattson_electricitymaps_token=KEY), book, clock)
    assert asked is not None
    told = [asked.source(place) for place in ("GBR", "DEU", "EUU", "WLD", "US-CA")]
    assert told == ["neso-live", "electricity-maps-live", None, None, None]


@pytest.mark.parametrize("value", ["gb,mars", "on", "gb;fr", "https://example.org"])
def test_provider_that_does_not_exist_is_named(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("WATTSON_GRID", value)
    with pytest.raises(SettingsError, match=r"WATTSON_GRID: .*gb, fr, electricitymaps"):
        load_settings()


def test_key_is_asked_for_where_it_is_needed_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATTSON_GRID", " FR , electricitymaps,")
    monkeypatch.delenv("WATTSON_ELECTRICITYMAPS_TOKEN", raising=False)
    with pytest.raises(SettingsError, match="WATTSON_ELECTRICITYMAPS_TOKEN"):
        load_settings()
    monkeypatch.setenv("WATTSON_ELECTRICITYMAPS_TOKEN", KEY)
    settings = load_settings()
    assert settings.grids == ("fr", "electricitymaps")
    assert KEY not in repr(settings)
