"""The doctor finds what is wrong, says what to do, ends with 1, and changes nothing; what is in order it leaves so."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections import namedtuple
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.start.doctor import disk, examination, machine, texts
from bot.start.doctor.notes import notes
from bot.store import WriteFailed
from bot.store.sqlite import open_store
from bot.store.sqlite.key import key_file
from bot.store.sqlite.schema import VERSION
from tests.start.doctor.conftest import Doctor
from tests.wire.world import TOKEN


def change(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()


async def test_healthy_set_up_has_nothing_that_fails(doctor: Doctor) -> None:
    began = time.monotonic()
    status, lines = await doctor()
    assert status == 0
    assert {"settings", "token", "intents", "data files", "catalogs", "content", "clock", "SQLite"} <= lines.keys()
    assert {"file modes", "database", "tables", "integrity", "durability", "key", "free space"} <= lines.keys()
    assert "encryption" in lines
    assert time.monotonic() - began < 10


async def test_it_reads_what_a_crash_left_without_touching_it(folder: Path, doctor: Doctor) -> None:
    store = await open_store(folder / "wattson.db")
    await store.notes.put(1, "a", "b")
    left = folder / "left"
    left.mkdir()
    for file in folder.glob("wattson.db*"):
        shutil.copy2(file, left / file.name)
    await store.close()
    for file in left.iterdir():
        file.replace(folder / file.name)
    status, _ = await doctor()
    assert status == 0


async def test_nothing_is_made_where_there_is_no_database(folder: Path, doctor: Doctor) -> None:
    for file in folder.glob("wattson.db*"):
        file.unlink()
    status, lines = await doctor()
    assert status == 0
    assert "first start makes it" in lines["database"]


def spoiled(folder: Path) -> None:
    with (folder / "wattson.db").open("r+b") as file:
        file.seek(0, 2)
        size = file.tell()
        for page in range(4096, size, 4096):
            file.seek(page)
            file.write(b"\xff" * 64)


BROKEN: dict[str, tuple[str, Callable[[Path], object]]] = {
    "the database is no database": ("database", lambda f: (f / "wattson.db").write_bytes(b"no database" * 500)),
    "the database is damaged": ("database", spoiled),
    "the database is newer": ("database", lambda f: change(f / "wattson.db", f"PRAGMA user_version = {VERSION + 1}")),
    "the database is another program's": ("database", lambda f: change(f / "wattson.db", "PRAGMA application_id = 7")),
    "a table is missing": ("tables", lambda f: change(f / "wattson.db", "DROP TABLE notes")),
    "a total is wrong": ("integrity", lambda f: change(f / "wattson.db", "UPDATE rollups SET count = 99")),
    "the key is missing": ("key", lambda f: key_file(f / "wattson.db").unlink()),
    "the key is another one's": ("key", lambda f: key_file(f / "wattson.db").write_bytes(b"k" * 32)),
    "the key is cut off": ("key", lambda f: key_file(f / "wattson.db").write_bytes(b"k" * 9)),
    "everybody can read the key": ("file modes", lambda f: key_file(f / "wattson.db").chmod(0o644)),
    "everybody can read .env": ("file modes", lambda f: (f / ".env").write_text("WATTSON_LANGUAGE=fr\n")),
}


@pytest.mark.parametrize("what", BROKEN)
async def test_broken_file_is_found(what: str, folder: Path, doctor: Doctor) -> None:
    topic, break_ = BROKEN[what]
    break_(folder)
    if (folder / ".env").exists():
        (folder / ".env").chmod(0o644)
    status, lines = await doctor()
    assert status == 1
    assert lines[topic].startswith("fail"), lines


@pytest.mark.parametrize(
    ("name", "value", "topic"),
    [
        ("WATTSON_LANGUAGE", "de", "settings"),
        ("WATTSON_PLACE", "Atlantis", "settings"),
        ("WATTSON_HTTP", "127.0.0.1:99999", "settings"),
        ("DATABASE_URL", "mysql://x", "settings"),
        ("DATABASE_URL", "sqlite:////nowhere/at/all.db", "database"),
        ("DISCORD_TOKEN_FILE", "/nowhere/token", "token"),
        ("DISCORD_TOKEN", f"Bot {TOKEN}", "token"),
        ("DISCORD_TOKEN", f'"{TOKEN}"', "token"),
        ("DISCORD_TOKEN", TOKEN.split(".")[0], "token"),
        ("DISCORD_TOKEN", f"x{TOKEN}", "token"),
    ],
)
async def test_bad_setting_is_found(
    name: str, value: str, topic: str, doctor: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    status, lines = await doctor()
    assert status == 1
    assert lines[topic].startswith("fail"), lines
    assert name != "DISCORD_TOKEN" or value not in str(lines)


async def test_misspelt_setting_and_open_port_are_told(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATTSON_LANGAUGE", "fr")
    monkeypatch.setenv("WATTSON_HTTP", "0.0.0.0:8080")
    status, lines = await doctor()
    assert status == 0
    assert lines["settings"].startswith("warn")
    assert "WATTSON_LANGAUGE" in lines["settings"]


async def test_wrong_clock_is_found(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    past = machine.clock(datetime(1970, 1, 2, tzinfo=UTC))
    monkeypatch.setattr(examination, "clock", lambda: past)
    status, lines = await doctor()
    assert status == 1
    assert "1970" in lines["clock"]


async def test_full_disk_is_found(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(disk.shutil, "disk_usage", lambda _: usage(1 << 30, 1 << 30, 1 << 20))
    status, lines = await doctor()
    assert status == 1
    assert "1 MiB" in lines["free space"]


async def test_network_folder_is_found(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "mount_of", lambda *_: disk.Mount("nfs4", frozenset(), "0:0"))
    status, lines = await doctor()
    assert status == 1
    assert "nfs4" in lines["disk"]


async def test_broken_catalog_is_found(doctor: Doctor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(texts, "problems", lambda: (["locales/fr.toml: fault.text is missing."], []))
    status, lines = await doctor()
    assert status == 1
    assert "fault.text" in lines["catalogs"]


def test_old_sqlite_is_found() -> None:
    (finding,) = machine.sqlite((3, 31, 1))
    assert finding.level == "fail"
    assert "3.37" in finding.todo
    assert [found.level for found in machine.sqlite((3, 51, 3))] == ["ok"]


def test_encryption_below_a_volume_is_seen(tmp_path: Path) -> None:
    block = tmp_path / "sys/dev/block"
    crypt = block / "253:0/slaves/dm-1/dm"
    crypt.mkdir(parents=True)
    (crypt / "uuid").write_text("CRYPT-LUKS2-0123-name\n")
    (tmp_path / "proc/self").mkdir(parents=True)
    lines = "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n2 1 253:0 / {} rw,noatime - ext4 /dev/mapper/data rw\n"
    (tmp_path / "proc/self/mountinfo").write_text(lines.format(str(tmp_path)))
    found = {one.topic: one for one in disk.disk(tmp_path / "wattson.db", tmp_path)}
    assert found["encryption"].level == "ok"
    assert "LUKS2" in found["encryption"].said
    assert disk.mount_of(Path("/"), tmp_path) == disk.Mount("ext4", frozenset({"rw"}), "8:1")


async def test_a_probe_of_the_store_fails_where_it_cannot_write(folder: Path) -> None:
    store = await open_store(folder / "wattson.db")
    try:
        await store.probe()
        (folder / "wattson.db").rename(folder / "gone.db")
        with pytest.raises(WriteFailed):
            await store.probe()
    finally:
        await store.close()


async def test_a_note_that_cannot_be_read_is_named_without_what_is_in_it(folder: Path, doctor: Doctor) -> None:
    store = await open_store(folder / "wattson.db")
    await store.notes.put(11, "board", '{"channel": "my secret"}')
    await store.notes.put(11, "goal", '{"wh": 5, "per": "week"}')
    await store.notes.put(12, "session.bcdf2345", '{"version": 99}')
    await store.notes.put(12, "weekly", "{")
    await store.close()
    status, lines = await doctor()
    assert status == 0
    assert lines["notes"].startswith("warn")
    assert "1 note of server 11 cannot be read: board (channel)" in lines["notes"]
    assert "secret" not in lines["notes"]
    with closing(sqlite3.connect(folder / "wattson.db")) as connection:
        said = [finding.said for finding in notes(connection)]
    assert said[1] == "2 notes of server 12 cannot be read: weekly (not JSON), session.bcdf2345 (version)"
    change(folder / "wattson.db", "DELETE FROM notes WHERE name <> 'goal'")
    _, lines = await doctor()
    assert lines["notes"].startswith("ok")


def test_many_unreadable_notes_are_counted(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "wattson.db")) as connection:
        rows = [(guild, f"watch.{bot}.5", "{") for guild in range(25) for bot in range(7)]
        connection.executemany("INSERT INTO notes VALUES (?, ?, ?)", rows)
        said = [finding.said for finding in notes(connection)]
    assert len(said) == 21
    assert said[0].endswith(" and 2 more")
    assert said[-1] == "notes of 5 more servers cannot be read"
