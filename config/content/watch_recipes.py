"""What one prompt to a generator bot usually makes, for managers to choose from."""

from __future__ import annotations

from pathlib import Path

from config.content.sentences import CONTENT, Text, Words, read_items


class Recipe(Words):
    """A usual answer of a generator bot, and the free words it counts as."""

    counts_as: Text


def load_recipes(folder: Path = CONTENT) -> tuple[Recipe, ...]:
    """Every recipe, the most usual first. Raises ContentError."""
    return tuple(recipe for _, recipe in read_items("recipes", Recipe.model_validate, folder))
