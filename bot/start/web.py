"""`/healthz` and `/metrics`, for whoever watches the bot: never an id of a server, a person or a message."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from bot.discord_io.responses import Outcome
from bot.start.program import Program
from bot.store import Store, WriteFailed

# A store that has not written by then would keep people waiting longer than Discord does.
PATIENCE_S = 2.5
# However often it is asked, the disk is tried only so often.
EVERY_S = 5.0
# Around the second that a first word may take, and the three that Discord waits.
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 5.0)


class Health:
    """Whether the bot can do its work: connected, and the store writes."""

    def __init__(self, store: Store, connected: Callable[[], bool]) -> None:
        self.connected = connected
        self._store = store
        self._tried_at, self._trouble = float("-inf"), ""
        self._one_at_a_time = asyncio.Lock()

    async def trouble(self) -> str:
        """What is wrong, in one sentence; nothing where all is well."""
        if not self.connected():
            return "not connected to Discord"
        async with self._one_at_a_time:
            now = asyncio.get_running_loop().time()
            if now - self._tried_at >= EVERY_S:
                self._trouble = await self._unwritable()
                self._tried_at = now
        return self._trouble

    async def _unwritable(self) -> str:
        try:
            await asyncio.wait_for(self._store.probe(), PATIENCE_S)
        except WriteFailed as trouble:
            return f"the store does not write ({trouble.code})"
        except TimeoutError:
            return f"the store does not write within {PATIENCE_S:g} s"
        return ""


def collected(program: Program, health: Health) -> CollectorRegistry:
    """The numbers, each read when asked for; the answers are counted from now on."""
    registry = CollectorRegistry()
    answers = Counter("wattson_answers", "Answers by command and outcome.", ("command", "outcome"), registry=registry)
    seconds = Histogram(
        "wattson_answer_seconds", "Until a person saw an answer.", ("command",), buckets=BUCKETS, registry=registry
    )
    for name, says, read in (
        ("wattson_connected", "1 while connected to Discord.", lambda: float(health.connected())),
        ("wattson_store_waiting", "Writes waiting for their turn.", lambda: program.store.waiting),
        ("wattson_under_way", "Answers under way.", lambda: program.io.under_way),
        ("wattson_games_open", "Games and lessons that are open.", lambda: program.decisions.sessions.how_many),
    ):
        Gauge(name, says, registry=registry).set_function(read)
    book = Info("wattson_build", "Version of the program and edition of its numbers.", registry=registry)
    book.info({"version": program.version, "book": program.io.book.version})
    ProcessCollector(registry=registry)

    def count(command: str, outcome: Outcome, taken_s: float) -> None:
        answers.labels(command, outcome).inc()
        seconds.labels(command).observe(taken_s)

    program.io.on_answer = count
    return registry


@asynccontextmanager
async def served(address: tuple[str, int], program: Program, connected: Callable[[], bool]) -> AsyncIterator[str]:
    """The two pages, until the end; gives where they are. Raises OSError where the address cannot be had."""
    health = Health(program.store, connected)
    registry = collected(program, health)

    async def healthz(_: web.Request) -> web.Response:
        trouble = await health.trouble()
        return web.Response(text=f"{trouble or 'ok'}\n", status=503 if trouble else 200)

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})

    app = web.Application()
    app.add_routes([web.get("/healthz", healthz), web.get("/metrics", metrics)])
    runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=0.5)
    try:
        await runner.setup()
        await web.TCPSite(runner, *address).start()
        host, port = runner.addresses[0][:2]
        yield f"http://{f'[{host}]' if ':' in host else host}:{port}"
    finally:
        await runner.cleanup()
