"""A store on files and folders that cannot be read or written says why, and works again once they can."""

from __future__ import annotations

from pathlib import Path

from tests.store.contract import SqliteBackend, action, opened
from tests.store.sqlite.starting import holds_its_event, refusal


async def test_a_missing_folder(tmp_path: Path) -> None:
    assert "does not exist; create it, or change DATABASE_URL" in await refusal(tmp_path / "data" / "wattson.db")


async def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    assert "does not exist; create it" in await refusal(tmp_path / "data" / "wattson.db")


async def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "wattson.db").mkdir()
    assert "is a folder; point DATABASE_URL to a file" in await refusal(tmp_path / "wattson.db")


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
