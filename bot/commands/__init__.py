"""Every feature's commands, in the order people meet them. A new feature adds its name here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from discord import app_commands

from bot.commands import (
    about,
    ask,
    board,
    claim,
    compare,
    cost,
    debate,
    explain,
    guess,
    help,  # noqa: A004 - so it is called
    learn,
    lesson,
    order,
    pointed,
    privacy,
    prompt,
    quiz,
    schedule,
    setup,
    source,
    tally,
    watch,
    whatif,
    why,
)
from bot.commands.learn import Shows
from bot.commands.presses import Handler
from bot.parts import Parts

FEATURES = (
    cost,
    ask,
    compare,
    whatif,
    source,
    pointed,
    explain,
    why,
    claim,
    tally,
    watch,
    board,
    learn,
    quiz,
    guess,
    order,
    debate,
    prompt,
    lesson,
    setup,
    schedule,
    privacy,
    help,
    about,
)


def add_all(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add every feature's commands to the tree."""
    for feature in FEATURES:
        feature.add(tree, parts)


def all_shows() -> dict[str, Shows]:
    """What the message of every kind of game shows."""
    return {kind: shows for feature in FEATURES for kind, shows in getattr(feature, "SHOWS", {}).items()}


def all_presses() -> Mapping[str, Handler]:
    """What every button and list does, by its verb."""
    found: dict[str, Handler] = {}
    for feature in FEATURES:
        presses: Mapping[str, Handler] = getattr(feature, "PRESSES", {})
        if twice := found.keys() & presses.keys():
            raise ValueError(f"two features know the verb {twice.pop()}")
        found |= presses
    return found
