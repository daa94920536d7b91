"""What Wattson adds to discord.py: `/cost video 5s` against a constant card. `python -m tests.bench.overhead`.

Both bots are processes of their own behind their own stand-in of Discord, on real sockets. They are asked in turns,
16 at a time, each asker waiting for the answer before the next question. The time of an answer runs from the event's
going out to the callback's having been read. Wattson keeps answers for whoever asks the same, so a second table row
asks what nobody asked before, every time: each is reckoned, worded and its trace code written down.
"""

from __future__ import annotations

import asyncio
import gc
import itertools
import json
import os
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.wire.gestures import Gesture, slash
from tests.wire.process import Process, launched
from tests.wire.standin import Standin

from .table import Row, against, markdown

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


def new_ones() -> Iterator[Gesture]:
    """Questions that differ."""
    return (slash("cost video", duration=f"{milliseconds / 1000:.3f}s") for milliseconds in itertools.count(5001))


async def one_round(
    standin: Standin, bot: Process, rounds: Rounds, seconds: float, questions: Iterator[Gesture]
) -> None:
    """Ask for so long, and note it."""
    times: list[float] = []
    gc.collect()
    gc.freeze()
    gc.disable()  # a pause of the one who measures is nobody's slowness
    used, start = processor_s(bot.pid), time.perf_counter()

    async def asker() -> None:
        while time.perf_counter() - start < seconds:
            answer = await standin.interact(next(questions))
            times.append(answer.elapsed_s * 1000)

    await asyncio.gather(*(asker() for _ in range(ASKING)))
    took = time.perf_counter() - start
    gc.enable()
    quantiles = statistics.quantiles(times, n=100)
    rounds.rates.append(len(times) / took)
    rounds.p50s.append(quantiles[49])
    rounds.p99s.append(quantiles[98])
    rounds.costs.append((processor_s(bot.pid) - used) / len(times) * 1000)


@asynccontextmanager
async def pair(folder: Path) -> AsyncIterator[tuple[tuple[Standin, Process], tuple[Standin, Process]]]:
    """Wattson, and the constant card copied from its first answer, each with a stand-in of its own."""
    async with AsyncExitStack() as stack:
        here, there = [await stack.enter_async_context(Standin()) for _ in range(2)]
        env = {"DISCORD_TOKEN": here.token, "DATABASE_URL": f"sqlite:///{folder}/wattson.db"}
        ours = await stack.enter_async_context(launched(here, env=env))
        await here.wait_synced()
        await here.wait_ready()
        answer = await here.interact(QUESTION)
        card = folder / "card.json"
        card.write_text(json.dumps(answer.data["components"]), encoding="utf-8")
        module = "tests.bench.constant"
        constant = await stack.enter_async_context(launched(there, str(card), env=env, module=module))
        await there.wait_synced()
        await there.wait_ready()
        same = await there.interact(QUESTION)
        assert answer.text == same.text
        assert answer.data["components"] == same.data["components"]
        yield (here, ours), (there, constant)


async def measured(rounds: int, seconds: float = SECONDS) -> dict[str, tuple[Rounds, Rounds]]:
    """The same question and new ones, each put to both bots in turns; the first turn is thrown away.

    In it Wattson's memory of answers fills, so that what is measured is a bot that has been running for a while.
    """
    taken = {name: (Rounds(), Rounds()) for name in ("the same", "new")}
    asked = {"new": new_ones(), "the same": itertools.repeat(QUESTION)}
    with tempfile.TemporaryDirectory() as folder:
        async with pair(Path(folder)) as bots:
            for turn in range(rounds + 1):
                for what, questions in asked.items():
                    for which in (0, 1) if turn % 2 else (1, 0):
                        kept = taken[what][which] if turn else Rounds()
                        await one_round(*bots[which], kept, seconds, questions)
    return taken


def rows(rounds: int = 7) -> list[Row]:
    """Measure."""
    taken = asyncio.run(measured(rounds))

    def row(what: str, unit: str, asked: str, field: str, target: str = "", digits: int = 0) -> Row:
        ours, theirs = (getattr(each, field) for each in taken[asked])
        return against(what, ours, "a constant card", theirs, unit, target, digits)

    one, other = f"`/cost video 5s`, {ASKING} at once", f"a length nobody asked before, {ASKING} at once"
    return [
        row(f"{one}: answers", "/s", "the same", "rates", "≥ 0.7×"),
        row(f"{one}: median time", "ms", "the same", "p50s", digits=1),
        row(f"{one}: 99th percentile", "ms", "the same", "p99s", "≤ 1.5×", 1),
        row(f"{one}: processor an answer", "ms", "the same", "costs", digits=2),
        row(f"{other}: answers", "/s", "new", "rates"),
        row(f"{other}: 99th percentile", "ms", "new", "p99s", digits=1),
    ]


if __name__ == "__main__":
    print(markdown(rows()))
