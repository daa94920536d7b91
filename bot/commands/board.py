"""`/tally goal | board`: a server's ceiling, and a message that keeps its tally."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands import door, typing
from bot.commands.setup import managed, writable
from bot.commands.tally import server
from bot.commands.words import worded
from bot.parts import Parts
from bot.render.board import placed_card
from bot.render.goal import goal_card
from bot.services.board import Board
from bot.services.goal import PER
from energy import Refusal

Interaction = discord.Interaction[Any]


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the commands to the tally's group."""
    group = tree.get_command("tally")
    assert isinstance(group, app_commands.Group)
    spans = [app_commands.Choice(name=worded(parts.catalog, f"command.tally.per.{per}"), value=per) for per in PER]

    @group.command(name="goal", description=worded(parts.catalog, "command.tally.goal.description"))
    @app_commands.choices(per=spans)
    async def goal(interaction: Interaction, energy: str, per: str = PER[0]) -> None:
        async with door.opened(interaction):
            server(interaction)
            guild = managed(interaction)
            language = door.language_of(interaction, private=False)
            standing = await parts.goals.set(guild, energy, next(known for known in PER if known == per))
            parts.boards.touch(guild)
            await door.show(interaction, goal_card(standing, parts.catalog, language), private=False)

    @group.command(name="board", description=worded(parts.catalog, "command.tally.board.description"))
    async def board(interaction: Interaction, channel: discord.TextChannel | None = None) -> None:
        async with door.opened(interaction):
            server(interaction)
            guild = managed(interaction)
            where = channel or interaction.channel
            if not isinstance(where, discord.TextChannel):
                raise Refusal("board.channel", "Choose a text channel of this server.")
            writable(where)
            await parts.boards.place(guild, Board(where.id))
            parts.boards.touch(guild)
            language = door.language_of(interaction, private=True)
            await door.show(interaction, placed_card(where.id, parts.catalog, language), private=True)

    typing.describe(parts, goal, "command.tally.goal")
    typing.describe(parts, board, "command.tally.board")
