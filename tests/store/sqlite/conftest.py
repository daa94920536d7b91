"""A database to start on, and a folder of somebody without rights."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.contract import SqliteBackend, action, opened
from tests.store.sqlite.starting import NOBODY


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    """A database with one event, closed."""
    backend = SqliteBackend(tmp_path)
    async with opened(backend) as store:
        await store.ledger.add(action("i1"))
    return backend.path


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
