"""Killed while writing: what was acknowledged is there, once."""

from __future__ import annotations

from pathlib import Path

from tests.store.sqlite.crash import run


def test_nothing_acknowledged_is_lost_and_nothing_counts_twice_when_killed(tmp_path: Path) -> None:
    assert run(5, tmp_path, seed=1).startswith("5 kills")
