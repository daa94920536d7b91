"""The data's keys say their units, and every id of data that code names exists in the book."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import energy
from energy import FactorBook
from energy.book.loading import DATA, FILES, IN_CODE
from energy.claims.equivalent_mentions import _COUNTED, _TIMED
from energy.insight.equivalents import _LADDER, _SMALLEST
from energy.insight.levers import LOW_CARBON_PLACE
from energy.insight.scenario import SCALES
from energy.methods.ecologits import SOURCE as SECOND_OPINION
from energy.places.live import METHODS
from energy.places.place import WORLD

CODE = Path(energy.__file__).parent
# What a number's key may end in: energy, power, time, size and number; then ratios of them; then numbers of no unit.
UNITS = (
    *("wh", "mwh", "j", "s", "gb", "fps", "b", "year"),
    *("pixels", "frames", "steps", "tokens", "answers", "layers", "channels", "sites"),
    *("j_per_flop", "j_per_element", "j_per_layer_step", "j_per_b", "j_per_gb", "j_per_step", "j_per_kilotoken"),
    *("j_per_b_step", "tflop_per_forward", "mflop_per_pixel", "passes_per_step", "w_per_core"),
    *("wh_per_10_s", "wh_per_min", "kwh_per_unit", "g_per_kwh", "l_per_kwh"),
    *("times", "share", "share_per_doubling", "spread", "exponent", "per_accelerator", "pue"),
)
# Tables whose keys are names of hardware: each number is how many times the energy of an H100.
HARDWARE = ("hardware", "text_hardware")
_UNIT = re.compile(rf"(?:^|_)(?:{'|'.join(UNITS)})$")
_ID = re.compile(r"[A-Z]{3}|US-[A-Z]{2}|[a-z0-9][a-z0-9.]*(?:-[a-z0-9.]+)+")


def numbers(table: dict[str, Any], path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The path of every number and range of a table."""
    for key, value in table.items():
        if isinstance(value, dict) and "central" not in value:
            yield from numbers(value, (*path, key))
        elif isinstance(value, dict | int | float) and not isinstance(value, bool):
            yield (*path, key)


def raw(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FILES)
def test_the_key_of_every_number_ends_in_its_unit(name: str) -> None:
    found = [path for path in numbers(raw(name), (name,)) if path[1] not in HARDWARE]
    nameless = [".".join(path) for path in found if not _UNIT.search(path[-1])]
    assert nameless == []


def test_every_unit_allowed_for_a_key_is_used() -> None:
    keys = {path[-1] for name in FILES for path in numbers(raw(name), (name,))}
    idle = [unit for unit in UNITS if not any(re.search(rf"(?:^|_){unit}$", key) for key in keys)]
    assert idle == []


def test_hardware_is_named_and_nothing_else_stands_beside_it() -> None:
    for table in HARDWARE:
        assert {"H100", "other"} <= raw("factors")[table].keys()


def test_sources_that_only_code_names_are_those_code_names(book: FactorBook) -> None:
    assert {SECOND_OPINION, *METHODS} == IN_CODE
    assert book.sources.keys() >= IN_CODE


def test_every_everyday_use_that_code_names_is_in_the_book(book: FactorBook) -> None:
    named = {identity for identity, _ in _LADDER} | {_SMALLEST, *SCALES, *_TIMED, *_COUNTED, "microwave-minute"}
    assert named <= book.equivalents.keys()


def test_every_place_that_code_names_is_in_the_book(book: FactorBook) -> None:
    assert {WORLD, LOW_CARBON_PLACE, "FRA", "USA"} <= book.places.keys()


# Words of the code that are spelt like ids and name no data: tasks of measured rows, an encoding, EcoLogits' world.
NO_IDS = {
    *("image-to-video", "text-to-image", "text-to-video", "text-to-audio", "text-generation", "multimodal-chat"),
    *("life-cycle", "second-hand", "utf-8-sig", "WOR"),
}


def test_every_constant_of_the_code_that_looks_like_an_id_is_one(book: FactorBook) -> None:
    """A renamed record is noticed here, wherever code names it; what only looks like an id is listed."""
    known = book.equivalents.keys() | book.places.keys() | book.sources.keys() | book.models.keys()
    known |= book.regions.keys() | book.trainings.keys()
    found = {
        node.value
        for file in CODE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _ID.fullmatch(node.value)
    }
    assert found & known, "the pattern finds the ids it is for"
    assert found - known == NO_IDS
