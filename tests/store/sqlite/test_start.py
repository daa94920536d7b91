"""A store that cannot start says why, in one sentence with the file and the fix, and changes nothing."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from bot.store.sqlite import StorageError, backup_file, open_store
from bot.store.sqlite.connection import open_writer
from bot.store.sqlite.key import KEY_BYTES, key_file
from bot.store.sqlite.migrations import migrate, steps
from bot.store.sqlite.schema import VERSION
from tests.store.contract import CLIP, SqliteBackend, action, counts_of, opened

NOBODY = 65_534
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


async def refusal(path: Path) -> str:
    with pytest.raises(StorageError) as refused:
        await open_store(path)
    sentence = str(refused.value)
    assert str(path) in sentence
    assert "\n" not in sentence
    return sentence


def other_wattson(path: Path) -> subprocess.Popen[str]:
    """A process that opens a store, says so, and holds it until its input ends."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    """A database with one event, closed."""
    backend = SqliteBackend(tmp_path)
    async with opened(backend) as store:
        await store.ledger.add(action("i1"))
    return backend.path


async def holds_its_event(path: Path) -> None:
    async with opened(SqliteBackend(path.parent)) as store:
        assert await counts_of(store) == {CLIP: 1}


async def test_a_closed_store_is_one_file_and_its_key(path: Path) -> None:
    assert {file.name for file in path.parent.iterdir()} - {"wattson.db.lock"} == {"wattson.db", "wattson.db.key"}


async def test_a_missing_folder(tmp_path: Path) -> None:
    assert "does not exist; create it, or change DATABASE_URL" in await refusal(tmp_path / "data" / "wattson.db")


async def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    assert "does not exist; create it" in await refusal(tmp_path / "data" / "wattson.db")


async def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "wattson.db").mkdir()
    assert "is a folder; point DATABASE_URL to a file" in await refusal(tmp_path / "wattson.db")


@pytest.fixture
def nobody() -> Iterator[Path]:
    """A folder of somebody without rights: root may write whatever is read-only, so a test as root is somebody else."""
    with tempfile.TemporaryDirectory() as name:
        folder, root = Path(name), os.geteuid() == 0
        folder.chmod(0o755)
        if root:
            try:
                os.chown(folder, NOBODY, NOBODY)
                os.seteuid(NOBODY)
            except OSError:
                pytest.skip("root may not become anybody else here")
        try:
            yield folder
        finally:
            if root:
                os.seteuid(0)


async def test_a_folder_that_became_read_only_works_again_once_it_is_not(nobody: Path) -> None:
    async with opened(SqliteBackend(nobody)) as store:
        await store.ledger.add(action("i1"))
    nobody.chmod(0o555)
    assert "cannot be written; give the bot's user write access to it" in await refusal(nobody / "wattson.db")
    nobody.chmod(0o755)
    await holds_its_event(nobody / "wattson.db")


async def test_a_new_file_in_a_read_only_folder(nobody: Path) -> None:
    nobody.chmod(0o555)
    assert "cannot be written" in await refusal(nobody / "wattson.db")
    assert list(nobody.iterdir()) == []
    nobody.chmod(0o755)
    async with opened(SqliteBackend(nobody)) as store:
        assert await store.ledger.add(action("i1"))


async def test_a_file_that_became_read_only_works_again_once_it_is_not(nobody: Path) -> None:
    file = nobody / "wattson.db"
    async with opened(SqliteBackend(nobody)) as store:
        await store.ledger.add(action("i1"))
    file.chmod(0o444)
    before = file.read_bytes()
    assert "cannot be written (Permission denied); give the bot's user write access to it" in await refusal(file)
    assert file.read_bytes() == before
    file.chmod(0o600)
    await holds_its_event(file)


async def test_a_file_that_may_not_be_read(nobody: Path) -> None:
    file = nobody / "wattson.db"
    async with opened(SqliteBackend(nobody)) as store:
        await store.ledger.add(action("i1"))
    file.chmod(0)
    assert "cannot be written (Permission denied); give the bot's user write access" in await refusal(file)
    file.chmod(0o600)
    await holds_its_event(file)


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
