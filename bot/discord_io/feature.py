"""What a feature brings to the bot: one record, and one list of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import discord
from discord import app_commands

from bot.discord_io.presses import Handler

Tree = app_commands.CommandTree[Any]
# What is to be done for one server; the server's id stands beside it, for the log.
Job = tuple[int, Coroutine[Any, Any, object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """Commands and what their buttons do, by verb; what is kept about servers; what happens without being asked.

    `load` reads what is kept, `forget` drops what is in memory of a server. `heard` is told of every message that
    reaches the bot, `deleted` of messages that are gone, `joined`, `left` and `ready` of servers. `each_minute` gives
    what is due, one job after the other; what fails for one server is tried again in a minute.
    """

    name: str
    add: Callable[[Tree], None] | None = None
    presses: Mapping[str, Handler] = field(default_factory=dict)
    load: Callable[[], Awaitable[None]] | None = None
    forget: Callable[[int], None] | None = None
    heard: Callable[[discord.Message, discord.abc.Snowflake], Awaitable[None]] | None = None
    deleted: Callable[[int, int], Awaitable[None]] | None = None
    joined: Callable[[discord.Guild], Awaitable[None]] | None = None
    left: Callable[[int], Awaitable[None]] | None = None
    ready: Callable[[set[int]], Awaitable[None]] | None = None
    each_minute: Callable[[discord.Client], Iterable[Job]] | None = None
    started: Callable[[discord.Client], None] | None = None
    stopped: Callable[[], Awaitable[None]] | None = None


def all_presses(features: Iterable[Feature]) -> dict[str, Handler]:
    """What every button and list does, by its verb. Raises ValueError where two features know one verb."""
    found: dict[str, Handler] = {}
    for feature in features:
        if twice := found.keys() & feature.presses.keys():
            raise ValueError(f"two features know the verb {twice.pop()}")
        found |= feature.presses
    return found
