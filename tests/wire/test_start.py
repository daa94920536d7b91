"""Starts that cannot succeed: one helpful sentence, a non-zero status, no traceback."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


def start(*arguments: str, checkout: Path = CHECKOUT, **env: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(
        command, cwd=checkout, env=kept | env, capture_output=True, text=True, timeout=120, check=False
    )


def said(result: subprocess.CompletedProcess[str]) -> str:
    text = (result.stdout + result.stderr).strip()
    assert result.returncode != 0
    assert "Traceback" not in text
    assert len(text.splitlines()) == 1, text
    return text


def test_taken_port_is_named_with_the_way_out() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        text = said(start("--port", str(port)))
    assert str(port) in text
    assert "--port" in text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WATTSON_LANGUAGE", "de"),
        ("WATTSON_PLACE", "Atlantis"),
        ("DATABASE_URL", "mysql://x"),
        ("DISCORD_TOKEN_FILE", "/nowhere/token"),
        ("WATTSON_PLAYGROUND_PORT", "banana"),
    ],
)
def test_bad_setting_is_named(name: str, value: str) -> None:
    assert name in said(start(**{name: value}))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for package in ("bot", "config", "energy"):
        shutil.copytree(CHECKOUT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("energy/book/data/factors.toml", "[grid]", "[grit]", "factors.toml"),
        ("energy/book/data/diffusion.toml", "layers = 30", "layerz = 30", "layers"),
        ("energy/book/data/places.toml", 'source = "egrid-2023"', 'source = "egrid"', "egrid"),
        ("config/text/locales/fr.toml", "[fault]", "[default]", "fault.text"),
        ("config/text/locales/fr.toml", "{outlier}", "{outlyer}", "cost.outlier"),
    ],
)
def test_broken_data_file_is_named_with_its_key(copy: Path, file: str, old: str, new: str, named: str) -> None:
    path = copy / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    text = said(start(checkout=copy))
    assert Path(file).name in text
    assert named in text
