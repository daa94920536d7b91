"""One word means one thing in the whole project: a name of the vocabulary is defined in one module or in none."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "config", "energy")
ONE_THING_EACH = (
    *("Standing", "Thing", "Step", "Kind", "Factor", "Quantity", "Question"),
    *("Verdict", "Room", "Reckoned", "Period", "drawn", "Asked", "KINDS"),
    *("Habit", "Ratio", "Note", "Job", "Named", "Found"),
)
WAYS_TO_DEFINE = (
    *("class Step: ...", "def Step(): ...", "async def Step(): ..."),
    *("Step = 1", "Step: int = 1", "Rung, Step = 1, 2", "Step = Rung = 1"),
)


def defined(tree: ast.Module) -> Iterator[str]:
    """What a module itself calls a class, a function or a value; what it imports belongs to others."""
    for node in tree.body:
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.Assign(targets=targets):
                parts = (part for target in targets for part in ast.walk(target))
                yield from (part.id for part in parts if isinstance(part, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name


@pytest.fixture(scope="module")
def modules() -> dict[str, set[str]]:
    """The modules that define each name, as paths from the top."""
    found: dict[str, set[str]] = {}
    for file in (file for package in PACKAGES for file in (ROOT / package).rglob("*.py")):
        for name in defined(ast.parse(file.read_text(encoding="utf-8"))):
            found.setdefault(name, set()).add(file.relative_to(ROOT).as_posix())
    assert {"Usage", "Card", "Voice"} <= found.keys(), "the packages are read"
    return found


@pytest.mark.parametrize("name", ONE_THING_EACH)
def test_one_word_is_one_thing(modules: dict[str, set[str]], name: str) -> None:
    assert len(modules.get(name, set())) <= 1, f"{name} means several things: {sorted(modules[name])}"


@pytest.mark.parametrize("written", WAYS_TO_DEFINE)
def test_however_a_name_is_given_it_is_found(written: str) -> None:
    assert "Step" in set(defined(ast.parse(written)))
    assert "Step" not in set(defined(ast.parse("from elsewhere import Step\nuse(Step)")))
