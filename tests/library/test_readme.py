"""Every command that the README and docs/ show does what it says; what needs a server of one's own is named."""

from __future__ import annotations

import asyncio
import os
import re
import shlex
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.store import Action
from bot.store.sqlite import open_store
from energy import Basis, BookError, Interval, Settings, Usage, estimate, load_book, place_of
from tests.browser.page import playground

CHECKOUT = Path(__file__).parents[2]
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
DOCS = [file.read_text(encoding="utf-8") for file in sorted((CHECKOUT / "docs").glob("*.md"))]
TEXT = "\n".join((README, *DOCS))
COMMANDS = [
    line.split("  #")[0].strip()
    for block in re.findall(r"^```sh\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
    if line.strip()
]
_UV = ".uv/bin/uv run "
_INSTALL = "python3 -m pip install -q --target .uv uv && "
SERVER = 123456789012345678
# The first two install with pip and uv, which tests do offline with what is installed already.
INSTALLED = [command for command in COMMANDS if command.startswith(_INSTALL)]
PYTHON = [command for command in COMMANDS if command.startswith(f"{_UV}python -m ")]
# Inside a sentence; those about the model that the README adds have a test of their own.
INLINE = [
    command
    for command in re.findall(rf"`({re.escape(_UV)}python -m [^`]+)`", TEXT)
    if "foovideo" not in command.lower()
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with a database in it, as an operator's has."""

    async def fill() -> None:
        store = await open_store(tmp_path / "wattson.db")
        await store.ledger.add(Action(SERVER, date(2026, 3, 4), (("video;5s", 2),), "declared", "one", 7))
        await store.close()

    asyncio.run(fill())
    return tmp_path


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, *shlex.split(command.removeprefix(f"{_UV}python "))]
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    env = kept | {"PYTHONPATH": str(CHECKOUT)}
    return subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, timeout=300, check=False)


@pytest.mark.parametrize("command", [command for command in PYTHON + INLINE if "doctor" not in command])
def test_the_command_works(command: str, folder: Path) -> None:
    if " import " in command:
        exported = run(command.replace(" import ", " export "), folder)
        assert exported.returncode == 0, exported.stderr
    done = run(command, folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip()
    assert "Traceback" not in done.stderr


def test_the_doctor_says_what_to_do_where_there_is_no_token(folder: Path) -> None:
    (command,) = (command for command in PYTHON if "doctor" in command)
    done = run(command, folder)
    assert done.returncode in (0, 1)
    assert "DISCORD_TOKEN" in done.stdout


def test_the_playground_opens_as_promised() -> None:
    (command,) = (command for command in INSTALLED if command.endswith("wattson"))
    assert command == f"{_INSTALL}{_UV}wattson"
    with playground() as (address, _):
        assert address.startswith("http://127.0.0.1:")


def test_the_test_command_is_the_one_that_runs_now() -> None:
    assert f"{_INSTALL}{_UV}--group test pytest" in INSTALLED


def test_no_command_is_left_out() -> None:
    assert sorted(COMMANDS) == sorted(INSTALLED + PYTHON)


def with_the_example(folder: Path, change: tuple[str, str] = ("", "")) -> Path:
    """The data with the model that the README adds, each block at the end of the file that its first line names."""
    (block,) = re.findall(r"^```toml\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    data = Path(shutil.copytree(CHECKOUT / "energy" / "book" / "data", folder / "data"))
    for part in block.replace(*change).split("\n\n"):
        file = re.search(r"# (\w+\.toml)", part)
        assert file
        with (data / file[1]).open("a", encoding="utf-8") as added:
            added.write(f"\n{part}\n")
    return data


def test_the_model_that_the_readme_adds_is_answered_with_its_source(tmp_path: Path) -> None:
    book = load_book(with_the_example(tmp_path))
    result = estimate(Usage("video", 5.0, model="foovideo"), book, place_of(book, "France"))
    assert result.facility_energy_wh == Interval(10.0, 12.0, 14.0)
    assert result.basis is Basis.MEASURED
    assert "foo-2026" in result.sources
    longer = estimate(Usage("video", 10.0, model="foovideo"), book, place_of(book, "France"))
    assert "beyond.other" in {note.code for note in longer.notes}
    assert longer.facility_energy_wh.central > 12.0


def test_a_measurement_at_the_accelerators_gets_servers_and_cooling_on_top(tmp_path: Path) -> None:
    book = load_book(with_the_example(tmp_path, ('measured_at = "facility"', 'measured_at = "accelerators"')))
    result = estimate(Usage("video", 5.0, model="foovideo"), book, place_of(book, "France"))
    assert result.accelerator_wh == Interval(10.0, 12.0, 14.0)
    assert result.facility_energy_wh.central > 12.0


def test_a_measured_picture_follows_its_size(tmp_path: Path) -> None:
    book = load_book(with_the_example(tmp_path, ('activity = "video"', 'activity = "image"')))
    result = estimate(Usage("image", model="foovideo"), book, place_of(book, "France"))
    assert result.facility_energy_wh.central == 12.0
    small = Usage("image", model="foovideo", settings=Settings(512, 512))
    assert estimate(small, book, place_of(book, "France")).facility_energy_wh.central == pytest.approx(3.0)


def test_a_guess_about_a_clip_is_refused_for_pictures_and_beside_a_measurement(tmp_path: Path) -> None:
    guess = "estimate_wh = { low = 1.0, central = 2.0, high = 3.0 }\npue = 1.0"
    with pytest.raises(BookError, match=r"services\.toml: foovideo.*stands alone"):
        load_book(with_the_example(tmp_path / "both", ('measured_at = "facility"', guess)))
    picture = with_the_example(tmp_path / "picture", ('activity = "video"', f'activity = "image"\n{guess}'))
    text = re.sub("measured_(wh|at) = .*\n", "", (picture / "services.toml").read_text(encoding="utf-8"))
    (picture / "services.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BookError, match=r"services\.toml: foovideo.*estimate_wh"):
        load_book(picture)


def test_every_link_to_a_file_leads_somewhere() -> None:
    for file in ("README.md", *(f"docs/{path.name}" for path in (CHECKOUT / "docs").glob("*.md"))):
        text = (CHECKOUT / file).read_text(encoding="utf-8")
        for link in re.findall(r"\]\((?!https?://)([^)#]+)", text):
            assert (CHECKOUT / file).parent.joinpath(link).exists(), (file, link)


def test_pictures_that_are_shown_are_there() -> None:
    shown = re.findall(r'<img src="([^"]+)"[^>]*alt="([^"]+)"', README)
    assert len(shown) >= 6
    for file, alt in shown:
        assert (CHECKOUT / file).is_file(), file
        assert len(alt) > 20
