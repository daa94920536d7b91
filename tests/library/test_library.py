"""The core as a library: the built wheel alone, far from this checkout, with the README's own examples."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

CHECKOUT = Path(__file__).parents[2]
EXAMPLES = re.findall(r"^```python\n(.*?)^```", (CHECKOUT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
# What a person who only wants the numbers must never wait for.
UNWANTED = ("discord", "aiohttp", "matplotlib", "sqlite_utils", "simcord", "bot", "config")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    (wheel,) = WheelBuilder(str(CHECKOUT)).build(directory=str(folder))
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "site")
    return folder


def run(installed: Path, code: str) -> subprocess.CompletedProcess[str]:
    site = installed / "site"
    check = f"""
import sys, energy
assert energy.__file__.startswith({str(site)!r}), energy.__file__
found = sorted(name for name in {UNWANTED!r} if name in sys.modules)
assert not found, found
"""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code + check],
        cwd=installed,
        env={"PYTHONPATH": str(site), "PATH": ""},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize("code", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_example_of_the_readme_runs_from_the_wheel_without_discord(installed: Path, code: str) -> None:
    done = run(installed, code)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_the_wheel_brings_data_texts_and_content(installed: Path) -> None:
    site = installed / "site"
    for file in (
        "energy/book/data/sources.toml",
        "config/text/locales/fr.toml",
        "config/content/viewpoints/microwave.toml",
    ):
        assert (site / file).is_file(), file
    assert not (site / "tests").exists()


def test_there_are_examples() -> None:
    assert EXAMPLES
