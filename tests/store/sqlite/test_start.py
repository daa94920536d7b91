"""A store that cannot start says why, in one sentence with the file and the fix, and changes nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from bot.store.sqlite import backup_file
from bot.store.sqlite.connection import open_writer
from bot.store.sqlite.key import KEY_BYTES, key_file
from bot.store.sqlite.migrations import migrate, steps
from bot.store.sqlite.schema import VERSION
from tests.store.contract import SqliteBackend, action, opened
from tests.store.sqlite.starting import holds_its_event, refusal


async def test_a_closed_store_is_one_file_and_its_key(path: Path) -> None:
    assert {file.name for file in path.parent.iterdir()} - {"wattson.db.lock"} == {"wattson.db", "wattson.db.key"}


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "wattson.db").write_bytes(b"Dear diary, " * 1000)
    assert "is not a SQLite database" in await refusal(tmp_path / "wattson.db")
    assert (tmp_path / "wattson.db").read_bytes() == b"Dear diary, " * 1000


async def test_a_database_of_another_program(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "wattson.db")) as other:
        other.execute("CREATE TABLE photos (name TEXT)")
    before = (tmp_path / "wattson.db").read_bytes()
    assert "belongs to another program" in await refusal(tmp_path / "wattson.db")
    assert (tmp_path / "wattson.db").read_bytes() == before


@pytest.mark.parametrize("where", ["a page in the middle", "the end"])
async def test_a_damaged_database(path: Path, where: str) -> None:
    content = path.read_bytes()
    middle = 4096 * (len(content) // 8192)
    damaged = content[:middle] + b"\xa5" * 4096 + content[middle + 4096 :] if "page" in where else content[:-5000]
    path.write_bytes(damaged)
    assert "is damaged; put the latest backup" in await refusal(path)
    path.write_bytes(content)
    await holds_its_event(path)


async def test_a_newer_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert f"newer Wattson (its tables are version {VERSION + 1}, this program knows {VERSION})" in await refusal(path)
    # The other way out it names, the newer program, is the one whose version fits again.
    with closing(sqlite3.connect(path)) as fitting:
        fitting.execute(f"PRAGMA user_version = {VERSION}")
    await holds_its_event(path)


async def test_a_backup_put_back_after_a_newer_wattson_works(path: Path) -> None:
    backup_file(path, path.with_name("before.db"))
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert "put back the backup made before it" in await refusal(path)
    for suffix in ("", ".key"):
        path.with_name(f"before.db{suffix}").replace(path.with_name(f"wattson.db{suffix}"))
    await holds_its_event(path)


async def test_an_older_database_takes_the_missing_steps_and_keeps_its_rows(path: Path) -> None:
    newer = Migrations("wattson")
    newer._migrations = [*steps._migrations]

    @newer()
    def a_later_step(db: Database) -> None:
        db.execute("ALTER TABLE events ADD COLUMN place INTEGER")

    with closing(open_writer(path)) as connection:
        assert migrate(connection, newer) == VERSION + 1
        assert migrate(connection, newer) == VERSION + 1
        assert connection.execute("SELECT count, place FROM events").fetchall() == [(1, None)]
    assert "newer Wattson" in await refusal(path)


async def test_a_step_that_fails_leaves_the_version_before_it(path: Path) -> None:
    broken = Migrations("wattson")
    broken._migrations = [*steps._migrations]

    @broken()
    def half_a_step(db: Database) -> None:
        db.execute("DELETE FROM events")
        db.execute("not SQL")

    with closing(open_writer(path)) as connection, pytest.raises(sqlite3.OperationalError):
        migrate(connection, broken)
    await holds_its_event(path)


async def test_a_file_left_empty_by_a_start_that_was_cut_short(tmp_path: Path) -> None:
    (tmp_path / "wattson.db").touch()
    async with opened(SqliteBackend(tmp_path)) as store:
        assert await store.ledger.add(action("i1"))


async def test_a_missing_key(path: Path) -> None:
    secret = key_file(path).read_bytes()
    assert len(secret) == KEY_BYTES
    assert secret not in path.read_bytes()
    key_file(path).unlink()
    assert f"{key_file(path)} is missing" in await refusal(path)
    key_file(path).write_bytes(secret)
    await holds_its_event(path)


async def test_the_key_of_another_database(path: Path) -> None:
    key_file(path).write_bytes(bytes(KEY_BYTES))
    assert "is the key of another database" in await refusal(path)


async def test_a_damaged_key(path: Path) -> None:
    key_file(path).write_bytes(b"short")
    assert "must hold 32 bytes" in await refusal(path)


async def test_a_database_without_events_takes_a_new_key(tmp_path: Path) -> None:
    backend = SqliteBackend(tmp_path)
    async with opened(backend):
        pass
    key_file(backend.path).unlink()
    async with opened(backend) as store:
        assert await store.ledger.add(action("i1"))
    await holds_its_event(backend.path)
