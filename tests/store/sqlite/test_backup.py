"""A backup is whole, of one moment, opens as it is, and replaces nothing."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.store import Store, WriteFailed
from bot.store.sqlite import StorageError, backup_file
from bot.store.sqlite.key import key_file
from tests.store.contract import ANA, CLIP, GUILD, SqliteBackend, action, counts_of, opened, records_of


async def test_a_backup_opens_and_has_everything(store: Store, tmp_path: Path) -> None:
    await store.ledger.add(action("i1", items=((CLIP, 5),)))
    await store.notes.put(GUILD, "goal", "less")
    (tmp_path / "copies").mkdir()
    await store.backup(tmp_path / "copies" / "wattson.db")
    async with opened(SqliteBackend(tmp_path / "copies")) as copy:
        assert await records_of(copy) == await records_of(store)
        assert await copy.notes.named("") == {(GUILD, "goal"): "less"}
        assert not await copy.ledger.add(action("i1"))
        assert await copy.ledger.erase_person(ANA) == 1


async def test_a_backup_is_of_one_moment_while_writing_goes_on(store: Store, tmp_path: Path) -> None:
    async def write() -> None:
        for n in range(400):
            await store.ledger.add(action(f"i{n}", items=((CLIP, 1), (CLIP, 2))))

    writing = asyncio.create_task(write())
    for n in range(4):
        await store.backup(tmp_path / f"copy{n}.db")
        with closing(sqlite3.connect(tmp_path / f"copy{n}.db")) as copy:
            assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            events, rolled = (
                copy.execute(f"SELECT total(count) FROM {table}").fetchone()[0] for table in ("events", "rollups")
            )
            assert events == rolled
            assert events % 3 == 0
    await writing
    assert await counts_of(store) == {CLIP: 1200}


async def test_another_process_can_make_it_while_the_bot_runs(tmp_path: Path) -> None:
    backend, copy = SqliteBackend(tmp_path), tmp_path / "copy.db"
    async with opened(backend) as store:
        await store.ledger.add(action("i1"))
        code = "import sys, pathlib, bot.store.sqlite as s; s.backup_file(*map(pathlib.Path, sys.argv[1:]))"
        await asyncio.to_thread(subprocess.run, [sys.executable, "-c", code, backend.path, copy], check=True)
        await store.ledger.add(action("i2"))
        assert await counts_of(store) == {CLIP: 2}
    backup_file(backend.path, tmp_path / "of a closed one.db")
    for name, count in (("copy.db", 1), ("of a closed one.db", 2)):
        with closing(sqlite3.connect(tmp_path / name)) as connection:
            assert connection.execute("SELECT count(*) FROM events").fetchone() == (count,)


async def test_only_the_owner_can_read_it(store: Store, tmp_path: Path) -> None:
    await store.backup(tmp_path / "copy.db")
    for name in ("copy.db", "copy.db.key", "wattson.db", "wattson.db-wal", "wattson.db.key"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert key_file(tmp_path / "copy.db").read_bytes() == (tmp_path / "wattson.db.key").read_bytes()


@pytest.mark.parametrize("existing", ["copy.db", "copy.db.key"])
async def test_a_backup_replaces_nothing(store: Store, tmp_path: Path, existing: str) -> None:
    (tmp_path / existing).write_text("precious")
    with pytest.raises(WriteFailed, match=rf"{existing} exists already; choose another name") as refused:
        await store.backup(tmp_path / "copy.db")
    assert refused.value.code == "store.broken"
    assert (tmp_path / existing).read_text() == "precious"


async def test_a_backup_that_fails_leaves_nothing_behind(store: Store, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    with pytest.raises(WriteFailed, match="could not be used for the backup"):
        await store.backup(tmp_path / "no such folder" / "copy.db")
    with pytest.raises(StorageError, match=r"nothing\.db"):
        backup_file(tmp_path / "nothing.db", tmp_path / "copy.db")
    assert set(tmp_path.iterdir()) == before
