"""A set-up that is in order, to be broken in one place; and the doctor called on it."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

import pytest

from bot.start.doctor import disk, examine
from bot.store import Action
from bot.store.sqlite import open_store
from config.settings import Settings

Report = tuple[int, dict[str, str]]
Doctor = Callable[[], Awaitable[Report]]


@pytest.fixture
async def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a database that has an entry."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    store = await open_store(tmp_path / "wattson.db")
    await store.ledger.add(Action(1, date(2026, 3, 4), (("image;1image", 2),), "declared", "interaction:1", 7))
    await store.close()
    # The machine that runs the tests is not what is tested.
    monkeypatch.setattr(disk, "mount_of", lambda *_: disk.Mount("ext4", frozenset(), "0:0"))
    return tmp_path


@pytest.fixture
def doctor(folder: Path, capsys: pytest.CaptureFixture[str]) -> Doctor:
    """Calls the doctor: the exit status, and each topic's gravest line. Nothing on the disk may change."""

    async def call() -> Report:
        before = snapshot(folder)
        status = await examine()
        assert snapshot(folder) == before
        lines = capsys.readouterr().out.splitlines()
        worst: dict[str, str] = {}
        for line in lines[:-1]:
            level, topic = line[:4].strip(), line[6:18].strip()
            assert level in {"ok", "warn", "fail"}
            assert level == "ok" or "Do: " in line, line
            grave = ("ok", "warn", "fail").index
            if topic not in worst or grave(level) > grave(worst[topic][:4].strip()):
                worst[topic] = line
        assert status == any(line.startswith("fail") for line in lines)
        return status, worst

    return call


def snapshot(folder: Path) -> dict[str, tuple[int, int, str]]:
    """Every file with its mode, its last change and what is in it."""
    return {
        str(file.relative_to(folder)): (
            file.stat().st_mode,
            file.stat().st_mtime_ns,
            hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "",
        )
        for file in [folder, *folder.rglob("*")]
    }
