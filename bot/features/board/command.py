"""`/tally goal | board`: a server's ceiling, and a message that keeps its tally."""

from __future__ import annotations

import logging
from typing import Any

import discord
from discord import app_commands

from bot.discord_io import autocomplete, responses
from bot.discord_io.presses import Form, Press
from bot.discord_io.translator import worded
from bot.features.board.card import placed_card, removed_card
from bot.features.board.decide import Board
from bot.features.goal.card import goal_card, no_goal_card
from bot.features.goal.decide import NO_GOAL, PER
from bot.features.setup.card import NOT_CHOSEN
from bot.features.setup.command import chosen_channel, managed, panel, text_channel
from bot.features.tally.command import server
from bot.start.parts import Parts

log = logging.getLogger(__name__)
Interaction = discord.Interaction[Any]
_MAX_TYPED = 40


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the commands to the tally's group."""
    group = tree.get_command("tally")
    assert isinstance(group, app_commands.Group)
    spans = [app_commands.Choice(name=worded(parts.catalog, f"command.tally.per.{per}"), value=per) for per in PER]

    @group.command(name="goal", description=worded(parts.catalog, "command.tally.goal.description"))
    @app_commands.choices(per=spans)
    async def goal(interaction: Interaction, energy: str, per: str = PER[0]) -> None:
        async with responses.opened(interaction):
            server(interaction)
            guild = managed(interaction)
            language = responses.language_of(interaction, private=False)
            standing = await parts.goals.set(guild, energy, next(known for known in PER if known == per))
            parts.boards.mark_stale(guild)
            words = parts.catalog
            card = goal_card(standing, words, language) if standing else no_goal_card(words, language)
            await responses.show(interaction, card, private=False)

    @group.command(name="board", description=worded(parts.catalog, "command.tally.board.description"))
    async def board(interaction: Interaction, channel: discord.TextChannel | None = None) -> None:
        async with responses.opened(interaction):
            server(interaction)
            guild = managed(interaction)
            where = text_channel(channel or interaction.channel)
            before = await parts.boards.move(guild, where.id)
            language = responses.language_of(interaction, private=True)
            await responses.show(interaction, placed_card(where.id, before, parts.catalog, language), private=True)
            await take_down(where.guild, before)

    autocomplete.describe(parts, goal, "command.tally.goal")
    autocomplete.describe(parts, board, "command.tally.board")


async def take_down(guild: discord.Guild, board: Board | None) -> None:
    """Delete a board's message, where there is one and the bot still can."""
    channel = guild.get_channel(board.channel) if board else None
    if board is None or board.message is None or not isinstance(channel, discord.TextChannel):
        return
    try:
        await channel.get_partial_message(board.message).delete()
    except responses.NETWORK as trouble:
        log.info("server %s: an old board stays in channel %s: %s", guild.id, board.channel, type(trouble).__name__)


async def _remove(press: Press) -> None:
    guild = managed(press.interaction)
    before = await press.parts.boards.move(guild, None)
    await press.change(removed_card(press.parts.catalog, press.language))
    if press.interaction.guild is not None:
        await take_down(press.interaction.guild, before)


async def _place(press: Press) -> None:
    """From the panel: a channel chosen, or none."""
    guild = managed(press.interaction)
    where = None if press.subject == "off" else chosen_channel(press)
    before = await press.parts.boards.move(guild, where.id if where else None)
    await press.change(await panel(press.interaction, "tally", press.language))
    if press.interaction.guild is not None:
        await take_down(press.interaction.guild, before)


async def _goal(press: Press) -> None:
    """From the panel: a line of its list, or the amount typed for a week or a month."""
    guild, parts = managed(press.interaction), press.parts
    typed = next((per for per in PER if per == press.subject), None)
    asked = next((per for per in PER if per == press.values[0]), None) if typed is None else None
    if asked is not None:
        title, label = (
            parts.catalog.text(press.language, f"setup.{key}") for key in (f"goal_set_{asked}", "form_goal")
        )
        await press.ask(Form(title, label, "setgoal", press.language, _MAX_TYPED, asked))
        return
    if typed is not None or press.values[0] == NOT_CHOSEN:
        await parts.goals.set(guild, press.values[0] if typed else NO_GOAL, typed or PER[0])
        parts.boards.mark_stale(guild)
    await press.change(await panel(press.interaction, "tally", press.language))


PRESSES = {"boardoff": _remove, "setboard": _place, "setgoal": _goal}
