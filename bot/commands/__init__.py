"""Every feature's commands, in the order people meet them. A new feature adds its name here and nowhere else."""

from __future__ import annotations

from typing import Any

from discord import app_commands

from bot.commands import about, ask, cost, help  # noqa: A004 - the command is called help
from bot.services.parts import Parts

FEATURES = (cost, ask, help, about)


def add_all(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add every feature's commands to the tree."""
    for feature in FEATURES:
        feature.add(tree, parts)
