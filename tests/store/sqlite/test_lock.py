"""One database, one Wattson: a second one is kept out until the first is gone."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.store.contract import SqliteBackend, action, opened
from tests.store.sqlite.starting import holds_its_event, refusal

HOLD = """
import asyncio, sys, pathlib, bot.store.sqlite
async def hold():
    try:
        store = await bot.store.sqlite.open_store(pathlib.Path(sys.argv[1]))
    except bot.store.sqlite.StorageError as error:
        return print(error, flush=True)
    print("open", flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await store.close()
asyncio.run(hold())
"""


def other_wattson(path: Path) -> subprocess.Popen[str]:
    """A process that opens a store, says so, and holds it until its input ends."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


async def test_a_second_wattson_is_kept_out_until_the_first_is_gone(path: Path) -> None:
    with other_wattson(path) as other:
        assert await asyncio.to_thread(other.stdout.readline) == "open\n"
        assert "is in use by another Wattson" in await refusal(path)
        other.kill()  # even a killed one leaves no lock behind
    await holds_its_event(path)


async def test_of_two_that_start_at_once_on_a_new_file_one_starts(tmp_path: Path) -> None:
    both = [other_wattson(tmp_path / "wattson.db") for _ in range(2)]
    said = sorted([await asyncio.to_thread(other.stdout.readline) for other in both])
    for other in both:
        other.communicate("")
    assert "is in use by another Wattson" in said[0]
    assert said[1] == "open\n"
    async with opened(SqliteBackend(tmp_path)) as store:
        assert await store.ledger.add(action("i1"))


async def test_a_database_locked_by_another_program_at_the_start(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "is locked by another program" in await refusal(path)
    await holds_its_event(path)
