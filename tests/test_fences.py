"""The fences stand: `lint-imports` checks what they say, and this that none is missing."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
FENCES = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


def folders(path: str) -> set[str]:
    return {one.name for one in (ROOT / path).iterdir() if (one / "__init__.py").is_file()}


def test_every_feature_and_every_game_has_a_fence_around_its_rooms() -> None:
    fenced = {module for fence in FENCES if fence["type"] == "protected" for module in fence["protected_modules"]}
    games = {f"bot.features.learn.{name}.*" for name in folders("bot/features/learn")}
    features = {f"bot.features.{name}.*" for name in folders("bot/features") - {"learn"}}
    assert games
    assert features
    assert fenced >= games | features


def test_every_layer_of_the_core_has_its_place() -> None:
    (layers,) = (fence["layers"] for fence in FENCES if fence["name"].startswith("The core's layers"))
    assert {layer.removeprefix("energy.") for layer in layers} == folders("energy")


def test_every_decision_card_and_note_is_kept_from_discord() -> None:
    (fence,) = (fence for fence in FENCES if fence["name"].startswith("Decisions, cards and notes"))
    assert "discord" in fence["forbidden_modules"]
    named = set(fence["source_modules"])
    for file in (ROOT / "bot" / "features").rglob("*_card.py"):
        assert ".".join(file.relative_to(ROOT).with_suffix("").parts) in named
