"""Killing a process that writes, again and again: `python -m tests.store.sqlite.crash --rounds 200`.

A child writes under load and prints a number once its entry is acknowledged; at a random moment it is killed with
SIGKILL. The next child is first given again all that was not acknowledged, and some that was. After each kill every
acknowledged entry must be there once, none twice, and the roll-ups must be the sum of the events.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from bot.store import Action
from bot.store.sqlite import open_store
from bot.store.sqlite.key import Key, key_file
from tests.store.contract import assert_roll_ups_match

WRITERS = 50
USAGES = [f"video;5s;model=m{n}" for n in range(12)]


@cache
def action_of(number: int) -> Action:
    """Everything about an entry follows from its number, so that any process can deliver it again."""
    rng = random.Random(number)
    items = tuple((rng.choice(USAGES), rng.randint(1, 10**9)) for _ in range(rng.choice((1, 1, 1, 3))))
    day = date(2026, 1, 1) + timedelta(days=rng.randrange(30))
    return Action(rng.randint(1, 8), day, items, rng.choice(("declared", "counted")), f"i{number}", rng.randint(1, 99))


async def write(path: Path, first: int, again: list[int]) -> None:
    """Deliver `again`, then new entries from `first` on, until killed."""
    store = await open_store(path)
    numbers = iter([*again, *range(first, first + 10**6)])

    async def writer() -> None:
        for number in numbers:
            print(f"sent {number}", flush=True)
            new = await store.ledger.add(action_of(number))
            print(f"{'new' if new else 'known'} {number}", flush=True)

    await asyncio.gather(*(writer() for _ in range(WRITERS)))


@dataclass
class Seen:
    """What the children said, over all rounds."""

    sent: set[int] = field(default_factory=set)
    acknowledged: set[int] = field(default_factory=set)
    redelivered: int = 0
    recovered: int = 0


def kill_one(path: Path, seen: Seen, rng: random.Random) -> None:
    """One child, from its start to its sudden end."""
    lost = sorted(seen.sent - seen.acknowledged)
    twice = rng.sample(sorted(seen.acknowledged), min(200, len(seen.acknowledged)))
    again = lost + twice
    first = max(seen.sent, default=0) + 1
    command = [sys.executable, "-m", "tests.store.sqlite.crash", "--child", str(path), str(first), *map(str, again)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        killer = None
        for line in child.stdout:
            if killer is None:  # not while Python is still starting, which takes longer than any write
                killer = threading.Timer(rng.uniform(0, 0.25), child.kill)
                killer.start()
            said, _, number = line.partition(" ")
            if not line.endswith("\n"):
                break  # cut off by the kill
            if said == "sent":
                seen.sent.add(int(number))
                continue
            if int(number) in seen.acknowledged:
                assert said == "known", f"{number} was acknowledged, and counted again"
                seen.redelivered += 1
            elif said == "known":
                seen.recovered += 1
            seen.acknowledged.add(int(number))
        assert killer is not None, "the child never wrote"
        killer.cancel()
        killer.join()


def check(path: Path, seen: Seen) -> int:
    """The promises, read from the file after a crash; how many entries are there."""
    key = Key(key_file(path).read_bytes())
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        rows = connection.execute(
            "SELECT guild, source, name, count FROM events JOIN usages ON usages.id = usage ORDER BY guild, source"
        ).fetchall()
    assert_roll_ups_match(path)
    stored: dict[tuple[int, bytes], list[tuple[str, int]]] = {}
    for guild, source, *item in rows:
        stored.setdefault((guild, source[:-1]), []).append(tuple(item))
    entries = len(stored)
    for number in seen.sent:
        action = action_of(number)
        items = stored.pop((action.guild, key.source(action.source)), None)
        assert items or number not in seen.acknowledged, f"{number} was acknowledged, and is lost"
        assert items is None or tuple(items) == action.items, f"{number} is there in part, or twice"
    assert not stored, "something is there that nobody sent"
    return entries


def run(rounds: int, folder: Path, seed: int) -> str:
    """So many kills on one file, checked after each; a sentence about what happened."""
    path, seen, rng = folder / "wattson.db", Seen(), random.Random(seed)
    entries = 0
    for _ in range(rounds):
        kill_one(path, seen, rng)
        entries = check(path, seen)
    return (
        f"{rounds} kills: {len(seen.sent):,} sent, {len(seen.acknowledged):,} acknowledged, {entries:,} stored; "
        f"0 lost, 0 twice; {seen.redelivered:,} delivered again after an answer; "
        f"{seen.recovered:,} were stored by a child killed before it could answer"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10**6)
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        path, first, *again = given.child
        asyncio.run(write(Path(path), int(first), [int(number) for number in again]))
        return
    print(f"seed {given.seed}")
    with tempfile.TemporaryDirectory() as folder:
        print(run(given.rounds, Path(folder), given.seed))


if __name__ == "__main__":
    main()
