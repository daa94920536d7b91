"""Health and metrics of the running bot: true, and silent about servers and people."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from pathlib import Path

import aiohttp

from .gestures import button, slash
from .process import Process, launched
from .standin import Standin
from .world import ALICE, APPLICATION, GENERAL, GUILD


def settings(standin: Standin, folder: Path, **more: str) -> dict[str, str]:
    database = f"sqlite:///{folder}/wattson.db"
    return {"DISCORD_TOKEN": standin.token, "DATABASE_URL": database, "WATTSON_HTTP": "127.0.0.1:0", **more}


async def address(bot: Process) -> str:
    """Where the bot says its pages are."""
    for _ in range(3000):
        for line in bot.lines:
            if found := re.search(r"(http://127\.0\.0\.1:\d+)/healthz", line):
                return found[1]
        await asyncio.sleep(0.02)
    raise AssertionError(bot.lines)


async def read(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return answer.status, await answer.text()


async def test_healthy_only_while_connected_and_writing(standin: Standin, tmp_path: Path) -> None:
    async with launched(standin, env=settings(standin, tmp_path)) as bot:
        pages = await address(bot)
        await standin.wait_ready()
        await standin.wait_synced()
        assert await read(f"{pages}/healthz") == (200, "ok\n")
        standin.fail_next("GET /", 503, times=1000)
        await standin.drop()
        for _ in range(3000):
            status, said = await read(f"{pages}/healthz")
            if status == 503:
                break
            await asyncio.sleep(0.02)
        assert (status, said) == (503, "not connected to Discord\n")


async def test_unhealthy_where_the_store_does_not_write(standin: Standin, tmp_path: Path) -> None:
    async with launched(standin, env=settings(standin, tmp_path)) as bot:
        pages = await address(bot)
        await standin.wait_synced()
        (tmp_path / "wattson.db").rename(tmp_path / "gone.db")
        assert await read(f"{pages}/healthz") == (503, "the store does not write (store.broken)\n")
        (tmp_path / "gone.db").rename(tmp_path / "wattson.db")


async def test_metrics_count_answers_and_name_nobody(standin: Standin, tmp_path: Path) -> None:
    async with launched(standin, env=settings(standin, tmp_path, WATTSON_LOG="json")) as bot:
        await standin.wait_ready()
        await standin.wait_synced()
        answer = await standin.interact(slash("cost video", duration="5s"))
        await standin.interact(button(answer.custom_ids[0], answer.message))
        await standin.interact(slash("cost video", duration="banana"))
        await standin.interact(slash("tally add", activity="4 images"))
        _, text = await read(f"{await address(bot)}/metrics")
    for line in (
        'wattson_answers_total{command="cost video",outcome="answered"} 1.0',
        'wattson_answers_total{command="cost video",outcome="refused"} 1.0',
        'wattson_answers_total{command="tally add",outcome="answered"} 1.0',
        'wattson_answer_seconds_count{command="cost video"} 2.0',
        "wattson_connected 1.0",
        "wattson_store_waiting 0.0",
        "wattson_games_open 0.0",
    ):
        assert line in text, line
    assert re.search(r'wattson_answers_total\{command="button src",outcome="answered"\} 1\.0', text)
    for identity in (GUILD, ALICE.id, GENERAL.id, APPLICATION, "banana"):
        assert identity not in text
    assert all(json.loads(line)["message"] for line in bot.lines)


async def test_off_by_default(standin: Standin, tmp_path: Path) -> None:
    async with launched(standin, env=settings(standin, tmp_path, WATTSON_HTTP="off")) as bot:
        await standin.wait_ready()
    assert "healthz" not in "\n".join(bot.lines)


async def test_taken_port_is_said_in_one_sentence(standin: Standin, tmp_path: Path) -> None:
    port = str(standin.port)
    async with launched(standin, env=settings(standin, tmp_path, WATTSON_HTTP=port)) as bot:
        assert await bot.ended() == 1
    (line,) = bot.lines
    assert line.startswith("wattson: WATTSON_HTTP")
    assert port in line


async def test_the_images_own_health_check_tells_well_from_ill(standin: Standin, tmp_path: Path) -> None:
    checkout = Path(__file__).parents[2]
    check = re.search(r"HEALTHCHECK[^[]*(\[.*\])", (checkout / "Dockerfile").read_text())
    assert check
    _, *command = json.loads(check[1])

    async def healthy(port: str) -> bool:
        env = {"WATTSON_HTTP": f"127.0.0.1:{port}"}
        devnull = asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(sys.executable, *command, env=env, stderr=devnull)
        return await process.wait() == 0

    async with launched(standin, env=settings(standin, tmp_path)) as bot:
        port = (await address(bot)).rpartition(":")[2]
        await standin.wait_ready()
        assert await healthy(port)
    assert not await healthy(port)
