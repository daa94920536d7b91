"""What the bot holds in memory, with no server and with a thousand: `python -m tests.bench.memory`.

Beside it a bare discord.py bot that got the same servers. A server has channels and roles as a middling one does.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
from pathlib import Path

from tests.wire.gestures import slash
from tests.wire.process import launched
from tests.wire.standin import Standin
from tests.wire.world import Json, guild

from .pictures import memory
from .table import Row, against, markdown

ROUNDS = 3
SERVERS = (0, 1000)
CHANNELS, ROLES = 20, 10
SETTLE_S = 1.0
CARD = [{"type": 17, "accent_color": 0, "components": [{"type": 10, "content": "a card"}]}]


def servers(count: int) -> list[Json]:
    """So many of them, each with ids of its own."""
    return [_server(2_000_000_000_000_000_000 + number * 1000) for number in range(count)]


def _server(first: int) -> Json:
    one = guild()
    channel, role = one["channels"][0], one["roles"][0]
    channels = [channel | {"id": str(first + n), "name": f"channel-{n}", "position": n} for n in range(1, CHANNELS + 1)]
    roles = [role | {"id": str(first + 100 + n), "name": f"role-{n}", "position": n} for n in range(1, ROLES)]
    everyone = role | {"id": str(first)}
    return one | {"id": str(first), "name": f"server {first}", "channels": channels, "roles": [everyone, *roles]}


async def held(guilds: list[Json], folder: Path, *, bare: bool = False) -> float:
    """MiB of a bot with these servers, once it has answered."""
    async with Standin(guilds=guilds) as standin:
        env = {"DISCORD_TOKEN": standin.token, "DATABASE_URL": f"sqlite:///{folder}/wattson.db"}
        card = folder / "card.json"
        card.write_text(json.dumps(CARD), encoding="utf-8")
        arguments, module = ([str(card)], "tests.bench.constant") if bare else ([], "tests.wire.launch")
        async with launched(standin, *arguments, env=env, module=module) as bot:
            await standin.wait_ready(30)
            await standin.interact(slash("cost video", duration="5s"), guild=False, timeout=30)
            await asyncio.sleep(SETTLE_S)
            return memory(bot.pid)


def rows() -> list[Row]:
    """Measure."""
    found = []
    for count in SERVERS:
        taken: tuple[list[float], list[float]] = ([], [])
        for _ in range(ROUNDS):
            with tempfile.TemporaryDirectory() as folder:
                for bare, values in zip((False, True), taken, strict=True):
                    values.append(asyncio.run(held(servers(count), Path(folder), bare=bare)))
        what = f"memory with {count:,} servers"
        found.append(against(what, taken[0], "a bare discord.py bot", taken[1], "MiB"))
    return found


if __name__ == "__main__":
    print(markdown(rows()))
