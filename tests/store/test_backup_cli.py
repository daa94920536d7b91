"""`python -m bot export | import | backup`, with the bot running beside them."""

from __future__ import annotations

import asyncio
import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.start.app import run
from bot.store import Action
from bot.store.sqlite import open_store
from bot.store.sqlite.key import key_file

DAY = date(2026, 3, 4)


async def filled(file: Path) -> None:
    store = await open_store(file)
    for number in range(30):
        items = (("video;5s", number + 1), ("image;1image", 2))
        await store.ledger.add(Action(7, DAY, items, "declared", f"interaction:{number}", author=number % 3))
    await store.close()


@pytest.fixture
async def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "wattson.db"
    await filled(file)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    return file


def words(*arguments: object, status: int = 0) -> None:
    assert run([str(argument) for argument in arguments]) == status


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_round_trip_is_exact(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    first, second = tmp_path / f"first.{form}", tmp_path / f"second.{form}"
    words("export", "--server", 7, first)
    assert "60 entries of server 7" in capsys.readouterr().out
    # A new database takes the key that lies beside its name: so a move keeps whose every entry is.
    shutil.copy(key_file(database), key_file(tmp_path / "other.db"))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/other.db")
    words("import", "--server", 7, first)
    assert capsys.readouterr().out == "60 of 60 entries were new for server 7.\n"
    words("import", "--server", 7, first)
    assert "0 of 60 entries were new" in capsys.readouterr().out
    words("export", "--server", 7, second)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("form", ["csv", "jsonl"])
async def test_import_into_a_database_with_another_key_says_what_it_left_out(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    file, other = tmp_path / f"first.{form}", tmp_path / "other.db"
    await asyncio.to_thread(words, "export", "--server", 7, file)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{other}")
    for _ in range(2):
        capsys.readouterr()
        await asyncio.to_thread(words, "import", "--server", 7, file)
        said = capsys.readouterr().out
        assert said.endswith("60 were made with another key than " + f"{other}.key, so whose they are was left out.\n")
        assert said.count("\n") == 1
    assert said.startswith("0 of 60 entries were new")
    store = await open_store(other)
    assert sum(row.count for row in await store.ledger.totals(7)) == sum(range(1, 31)) + 60
    for person in range(3):
        assert await store.ledger.of_person(person) == ()
    await store.close()


async def test_export_and_backup_work_while_the_bot_holds_its_file(database: Path, tmp_path: Path) -> None:
    store = await open_store(database)
    await asyncio.to_thread(words, "export", "--server", 7, tmp_path / "x.csv")
    await asyncio.to_thread(words, "backup", tmp_path / "copy.db")
    await asyncio.to_thread(words, "import", "--server", 7, tmp_path / "x.csv", status=1)
    await store.close()
    copy = await open_store(tmp_path / "copy.db")
    assert len(await copy.ledger.of_person(1)) == 20
    await copy.close()


BAD = [
    ("export", "--server", "7", "x.txt"),
    ("import", "--server", "7", "missing.csv"),
    ("import", "--server", "7", "bad.csv"),
    ("backup", "wattson.db"),
]


@pytest.mark.parametrize("arguments", BAD)
def test_what_cannot_be_done_is_one_sentence(
    database: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    (database.parent / "bad.csv").write_text("day,usage,count,origin,author,source,key\n2026-13-01,x,1,declared,,,\n")
    words(*arguments[:-1], database.parent / arguments[-1], status=1)
    said = capsys.readouterr().out
    assert said.startswith("wattson: ")
    assert said.count("\n") == 1
    assert "Traceback" not in said


def test_no_database_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/none.db")
    words("backup", tmp_path / "copy.db", status=1)
    assert "does not exist" in capsys.readouterr().out
    assert not (tmp_path / "none.db").exists()
