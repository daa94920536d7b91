"""Importing the core is light and silent: no Discord, no network library, no file read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ALLOWED = {"energy", "pydantic", "pydantic_core", "annotated_types", "typing_extensions", "typing_inspection"}
FORBIDDEN = {"discord", "aiohttp", "simcord", "bot", "config", "pydantic_settings", "asyncio", "sqlite3"}
_MODULES = """
import json, sys
before = set(sys.modules)
import energy
{then}
print(json.dumps(sorted({{name.partition(".")[0] for name in set(sys.modules) - before}})))
"""
_FILES = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import energy
data = [path for path in opened if not path.endswith((".py", ".pyc", ".so", ".pyd"))]
tables = [path for path in opened if path.endswith(".toml")]
energy.load_book()
later = [path for path in opened if path.endswith(".toml")]
import json
print(json.dumps([data, tables, sorted(path.replace("\\\\", "/").rpartition("/")[2] for path in later)]))
"""
_NETWORK = """
import sys
def refuse(event, args):
    if event.startswith("socket."):
        raise SystemExit(f"the core touched the network: {event}")
sys.addaudithook(refuse)
from energy import Usage, estimate, load_book, place_of, read
book = load_book()
for reading in read("a 5 second video with veo and 4 images", book):
    estimate(reading.usage, book, place_of(book, None, reading.usage.model))
"""


def python(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def loaded(then: str = "") -> set[str]:
    """Top-level modules that came in; the interpreter's own build settings are named after the machine."""
    names = json.loads(python(_MODULES.format(then=then)))
    return {name for name in names if not name.startswith("_sysconfigdata")}


def test_importing_the_core_loads_nothing_but_pydantic_and_the_standard_library() -> None:
    modules = loaded()
    assert "energy" in modules
    assert modules - ALLOWED <= sys.stdlib_module_names
    assert not modules & FORBIDDEN


def test_using_the_core_loads_nothing_but_pydantic_and_the_standard_library() -> None:
    modules = loaded(
        "book = energy.load_book(); energy.estimate(energy.Usage('video', 5.0), book, energy.place_of(book, None))"
    )
    assert modules - ALLOWED <= sys.stdlib_module_names
    assert not modules & {"discord", "aiohttp", "simcord", "bot", "config", "pydantic_settings"}


def test_importing_the_core_reads_no_data_file_and_loading_the_book_does() -> None:
    data, tables, later = json.loads(python(_FILES))
    assert data == []
    assert tables == []
    assert {"sources.toml", "factors.toml", "places.toml"} <= set(later)


def test_reading_and_estimating_touch_no_network() -> None:
    python(_NETWORK)


def test_the_front_door_opens_to_everything_it_names() -> None:
    import energy

    assert len(set(energy.__all__)) == len(energy.__all__)
    assert all(getattr(energy, name) is not None for name in energy.__all__)


def test_estimate_is_the_function_though_a_package_bears_its_name() -> None:
    python(
        "import energy.estimate.confidence, energy.estimate.explain\n"
        "from energy import estimate, load_book, read\n"
        "import energy.estimate.uncertainty_drivers\n"
        "import energy\n"
        "assert callable(estimate) and energy.estimate is estimate"
    )


def test_the_example_at_the_front_door_is_true() -> None:
    import doctest

    import energy

    results = doctest.testmod(energy)
    assert results.attempted > 0
    assert results.failed == 0
