"""What Wattson adds to discord.py: `/cost video 5s` against a constant card. `python -m tests.bench.overhead`.

Both bots are processes of their own behind their own stand-in of Discord, on real sockets. They are asked in turns,
16 at a time, each asker waiting for the answer before the next question. The time of an answer runs from the event's
going out to the callback's having been read.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import statistics
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.wire.gestures import slash
from tests.wire.process import Process, launched
from tests.wire.standin import Standin

from .table import Row, markdown, ratio

ASKING, SECONDS = 16, 1.5
QUESTION = slash("cost video", duration="5s")
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Rounds:
    """What each round of one bot gave: answers a second, the 99th percentile in ms, ms of processor an answer."""

    rates: list[float] = field(default_factory=list)
    p50s: list[float] = field(default_factory=list)
    p99s: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)


def processor_s(pid: int) -> float:
    """Seconds of processor a process has used, all its threads together."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_A_SECOND


async def one_round(standin: Standin, bot: Process, rounds: Rounds, seconds: float, asking: int = ASKING) -> None:
    """Ask for so long, and note it."""
    times: list[float] = []
    gc.collect()
    gc.disable()  # a pause of the one who measures is nobody's slowness
    used, start = processor_s(bot.pid), time.perf_counter()

    async def asker() -> None:
        while time.perf_counter() - start < seconds:
            answer = await standin.interact(QUESTION)
            times.append(answer.elapsed_s * 1000)

    await asyncio.gather(*(asker() for _ in range(asking)))
    took = time.perf_counter() - start
    gc.enable()
    quantiles = statistics.quantiles(times, n=100)
    rounds.rates.append(len(times) / took)
    rounds.p50s.append(quantiles[49])
    rounds.p99s.append(quantiles[98])
    rounds.costs.append((processor_s(bot.pid) - used) / len(times) * 1000)


@asynccontextmanager
async def pair(folder: Path) -> AsyncIterator[dict[str, tuple[Standin, Process]]]:
    """Wattson, and the constant card copied from its first answer, each with a stand-in of its own."""
    async with AsyncExitStack() as stack:
        here, there = [await stack.enter_async_context(Standin()) for _ in range(2)]
        env = {"DISCORD_TOKEN": here.token, "DATABASE_URL": f"sqlite:///{folder}/wattson.db"}
        ours = await stack.enter_async_context(launched(here, env=env))
        await here.wait_synced()
        answer = await here.interact(QUESTION)
        card = folder / "card.json"
        card.write_text(json.dumps(answer.data["components"]), encoding="utf-8")
        module = "tests.bench.constant"
        constant = await stack.enter_async_context(launched(there, str(card), env=env, module=module))
        await there.wait_synced()
        same = await there.interact(QUESTION)
        assert answer.text == same.text
        assert answer.data["components"] == same.data["components"]
        yield {"ours": (here, ours), "constant": (there, constant)}


async def measured(rounds: int, seconds: float = SECONDS, asking: int = ASKING) -> dict[str, Rounds]:
    """Both bots in turns, the first turn thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        async with pair(Path(folder)) as bots:
            taken = {name: Rounds() for name in bots}
            for turn in range(rounds + 1):
                for name in sorted(bots, reverse=bool(turn % 2)):
                    kept = taken[name] if turn else Rounds()
                    await one_round(*bots[name], kept, seconds if turn else 1.0, asking)
    return taken


def rows(rounds: int = 7) -> list[Row]:
    """Measure."""
    taken = asyncio.run(measured(rounds))
    ours, theirs = taken["ours"], taken["constant"]

    def row(what: str, unit: str, mine: list[float], other: list[float], target: str, digits: int = 0) -> Row:
        a, b = (f"{statistics.median(each):.{digits}f}{unit}" for each in (mine, other))
        return Row(what, a, b, f"{ratio(mine, other):.2f}×", target)

    return [
        row(f"`/cost video 5s`, {ASKING} at once, beside a constant card", "/s", ours.rates, theirs.rates, "≥ 0.7×"),
        row("the same, median time of an answer", " ms", ours.p50s, theirs.p50s, "", 1),
        row("the same, 99th percentile", " ms", ours.p99s, theirs.p99s, "≤ 1.5×", 1),
        row("the same, processor an answer", " ms", ours.costs, theirs.costs, "", 2),
    ]


if __name__ == "__main__":
    print(markdown(rows()))
