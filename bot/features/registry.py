"""Every feature's commands, in the order people meet them. A new feature adds its name here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from discord import app_commands

from bot.discord_io.presses import Handler
from bot.features.about import command as about
from bot.features.ask import command as ask
from bot.features.attachments import command as pointed
from bot.features.board import command as board
from bot.features.claim import command as claim
from bot.features.compare import command as compare
from bot.features.cost import command as cost
from bot.features.explain import command as explain
from bot.features.help import command as help_
from bot.features.learn import group as learn
from bot.features.learn.debate import command as debate
from bot.features.learn.group import Shows
from bot.features.learn.guess import command as guess
from bot.features.learn.lesson import command as lesson
from bot.features.learn.order import command as order
from bot.features.learn.prompt import command as prompt
from bot.features.learn.quiz import command as quiz
from bot.features.privacy import command as privacy
from bot.features.schedule import command as schedule
from bot.features.setup import command as setup
from bot.features.source import command as source
from bot.features.tally import command as tally
from bot.features.watch import command as watch
from bot.features.whatif import command as whatif
from bot.features.why import command as why
from bot.start.parts import Parts

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
    help_,
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
