"""Trouble while running: callers are told, nothing acknowledged is lost, and it works again once the cause is gone."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from bot.store import WriteFailed
from bot.store.sqlite import SqliteStore, open_store, scrub
from bot.store.sqlite.connection import open_writer
from bot.store.sqlite.writer import WAITING, Writer
from tests.store.contract import ANA, CLIP, GUILD, Backend, SqliteBackend, action, counts_of, opened, records_of


@pytest.fixture
def backend(tmp_path: Path) -> SqliteBackend:
    return SqliteBackend(tmp_path)


async def add_until_refused(store: SqliteStore, most: int = 5000) -> tuple[int, WriteFailed]:
    """How many were acknowledged before the first refusal."""
    done = 0
    while done < most:
        batch = [store.ledger.add(action(f"i{done + n}")) for n in range(100)]
        answers = await asyncio.gather(*batch, return_exceptions=True)
        refused = [answer for answer in answers if isinstance(answer, Exception)]
        done += answers.count(True)
        if refused:
            assert isinstance(refused[0], WriteFailed)
            return done, refused[0]
    raise AssertionError("nothing was refused")


async def works_again(store: SqliteStore, acknowledged: int) -> None:
    assert await counts_of(store) == {CLIP: acknowledged}
    assert await store.ledger.add(action("after"))
    assert await counts_of(store) == {CLIP: acknowledged + 1}


async def test_a_file_that_may_not_grow(backend: Backend) -> None:
    async with opened(backend) as store:
        pages = await store._writer.do(lambda c: c.execute("PRAGMA page_count").fetchone()[0])
        await store._writer.do(lambda c: c.execute(f"PRAGMA max_page_count = {pages + 8}").fetchone())
        acknowledged, refused = await add_until_refused(store)
        assert refused.code == "store.full"
        assert "No space is left" in str(refused)
        await store._writer.do(lambda c: c.execute("PRAGMA max_page_count = 1000000").fetchone())
        await works_again(store, acknowledged)
    async with opened(backend) as store:
        assert await counts_of(store) == {CLIP: acknowledged + 1}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=768k", "tmpfs", disk]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("may not mount a small disk")
    yield disk
    subprocess.run(["umount", disk], check=True)


async def test_a_disk_that_is_full(small_disk: Path) -> None:
    backend = SqliteBackend(small_disk)
    async with opened(backend) as store:
        await store.ledger.add(action("before"))
        ballast = small_disk / "ballast"
        with ballast.open("wb", buffering=0) as file, suppress(OSError):
            while file.write(bytes(4096)):
                pass
        acknowledged, refused = await add_until_refused(store)
        assert refused.code == "store.full"
        with pytest.raises(WriteFailed) as no_backup:
            await store.backup(small_disk / "copy.db")
        assert no_backup.value.code == "store.full"
        ballast.unlink()
        await works_again(store, acknowledged + 1)
    async with opened(backend) as store:
        assert await counts_of(store) == {CLIP: acknowledged + 2}


async def test_a_file_locked_by_another_program(backend: SqliteBackend) -> None:
    async with opened(backend) as store:
        await store.ledger.add(action("before"))
        with closing(sqlite3.connect(backend.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            started = asyncio.get_running_loop().time()
            with pytest.raises(WriteFailed, match="locked by another program") as refused:
                await store.ledger.add(action("i1"))
            assert asyncio.get_running_loop().time() - started < 2.5
            assert refused.value.code == "store.busy"
            assert await counts_of(store) == {CLIP: 1}
        await works_again(store, 1)


async def test_a_file_deleted_while_in_use_is_said_and_not_written_into_the_void(backend: SqliteBackend) -> None:
    async with opened(backend) as store:
        await store.ledger.add(action("before"))
        aside = backend.path.rename(backend.path.with_name("aside.db"))
        for n in range(2):
            with pytest.raises(WriteFailed, match="was deleted or replaced while in use") as refused:
                await store.ledger.add(action(f"i{n}"))
            assert refused.value.code == "store.broken"
        assert not backend.path.exists()
        aside.rename(backend.path)
        await works_again(store, 1)


async def test_a_deleted_file_leaves_no_log_that_would_ruin_a_backup_put_in_its_place(backend: SqliteBackend) -> None:
    async with opened(backend) as store:
        await store.ledger.add(action("i1"))
        await store.backup(backend.path.with_name("copy.db"))
        await store.ledger.add(action("i2"))
        backend.path.unlink()
    assert not backend.path.with_name("wattson.db-wal").exists()
    backend.path.with_name("copy.db").rename(backend.path)
    async with opened(backend) as store:
        await works_again(store, 1)


async def test_a_log_deleted_while_in_use_is_said(backend: SqliteBackend) -> None:
    async with opened(backend) as store:
        await store.ledger.add(action("before"))
        backend.path.with_name("wattson.db-wal").unlink()
        with pytest.raises(WriteFailed, match="was deleted or replaced"):
            await store.ledger.add(action("i1"))


async def test_a_file_moved_away_while_a_write_is_under_way_is_said(backend: SqliteBackend) -> None:
    """What was committed lies in a file that nobody will open again: it is not acknowledged."""
    writer = Writer(open_writer(backend.path), backend.path)
    aside = backend.path.with_name("aside.db")

    def write_as_the_file_goes(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO notes VALUES (1, 'goal', 'less')")
        backend.path.rename(aside)

    with pytest.raises(WriteFailed, match="was deleted or replaced while in use") as refused:
        await writer.do(write_as_the_file_goes)
    assert refused.value.code == "store.broken"
    aside.rename(backend.path)
    await writer.close()


async def test_damage_met_while_running_is_said(backend: SqliteBackend) -> None:
    async with opened(backend) as store:
        await asyncio.gather(*(store.ledger.add(action(f"i{n}", author=n)) for n in range(2000)))
    store = await open_store(backend.path)
    size = backend.path.stat().st_size
    with backend.path.open("rb+") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))
    with pytest.raises(WriteFailed) as refused:
        await records_of(store)
    assert refused.value.code == "store.broken"
    await store.close()


async def test_an_entry_that_fails_does_not_take_its_group_with_it(backend: SqliteBackend) -> None:
    async with opened(backend) as store:
        bad = [
            store._writer.do(lambda c: c.execute("INSERT INTO notes VALUES (1, NULL, NULL)")),
            store._writer.do(lambda c: c.execute("not SQL")),
            store.notes.put(2**64, "too large", "an id"),
        ]
        good = [store.ledger.add(action(f"i{n}")) for n in range(50)]
        answers = await asyncio.gather(*good[:25], *bad, *good[25:], return_exceptions=True)
        assert [answer for answer in answers if answer is not True] == answers[25:28]
        assert [answer.code for answer in answers[25:28]] == ["store.broken"] * 3
        assert await counts_of(store) == {CLIP: 50}


async def test_those_who_wait_share_a_transaction(backend: SqliteBackend) -> None:
    async with opened(backend) as store:
        commits: list[str] = []
        store._writer._connection.set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)
        await asyncio.gather(*(store.ledger.add(action(f"i{n}")) for n in range(1000)))
        assert len(commits) <= 8


async def test_more_waiting_writes_than_can_be_served_are_refused_at_once(backend: SqliteBackend) -> None:
    async with opened(backend) as store:
        with closing(sqlite3.connect(backend.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            adding = [asyncio.create_task(store.ledger.add(action(f"i{n}"))) for n in range(WAITING + 300)]
            await asyncio.sleep(0.05)
            refused = [task for task in adding if task.done()]
            assert 0 < len(refused) <= 300
            assert {task.exception().code for task in refused} == {"store.busy"}
        answers = await asyncio.gather(*adding, return_exceptions=True)
        acknowledged = answers.count(True)
        assert acknowledged >= WAITING - 300
        await works_again(store, acknowledged)


async def test_what_is_erased_while_somebody_reads_the_log_goes_as_soon_as_they_are_done(
    backend: SqliteBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scrub, "RETRY_S", 0.05)
    async with opened(backend) as store:
        await store.ledger.add(action("i1"))
        author = bytes.fromhex((await records_of(store))[0].author)
        with closing(sqlite3.connect(f"{backend.path.as_uri()}?mode=ro", uri=True)) as other:
            other.execute("BEGIN")
            other.execute("SELECT * FROM events").fetchall()
            assert await store.ledger.erase_person(ANA) == 1
            assert author in backend.raw()
        for _ in range(100):
            if author not in backend.raw():
                break
            await asyncio.sleep(0.05)
        assert author not in backend.raw()
        assert await store.ledger.add(action("i1", guild=GUILD))


async def test_a_closed_store_says_so(backend: SqliteBackend) -> None:
    store = await open_store(backend.path)
    await store.close()
    for call in (store.ledger.add(action()), store.ledger.totals(GUILD), store.notes.put(GUILD, "goal", "less")):
        with pytest.raises(WriteFailed, match="closed"):
            await call


async def test_the_log_of_errors_repeats_nothing_that_was_written(
    backend: SqliteBackend, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with opened(backend) as store:
        with pytest.raises(WriteFailed) as refused:
            await store.notes.put(2**64, "diary", "my secret")
    assert "secret" not in caplog.text + str(refused.value)
    assert "store.broken" in caplog.text
