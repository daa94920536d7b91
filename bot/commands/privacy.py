"""`/privacy`: what is kept, seeing, exporting and erasing one's own, and erasing a server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import discord
from discord import app_commands

from bot.commands import door
from bot.commands.board import take_down
from bot.commands.presses import Press
from bot.commands.setup import managed
from bot.commands.words import worded
from bot.parts import Parts
from bot.render.card import Attachment, Card
from bot.render.privacy import erased_card, mine_card, privacy_card, sure_card
from bot.services.ports import Record


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""

    @tree.command(name="privacy", description=worded(parts.catalog, "command.privacy.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def privacy(interaction: discord.Interaction[Any]) -> None:
        async with door.opened(interaction):
            language = door.language_of(interaction, private=True)
            manager = door.has_bot(interaction) and interaction.permissions.manage_guild
            card = privacy_card(manager=manager, catalog=parts.catalog, language=language)
            await door.show(interaction, card, private=True)


async def _see(press: Press) -> None:
    parts, person = press.parts, press.interaction.user.id
    records = await parts.privacy.mine(person)
    here = press.interaction.guild_id
    await press.show(mine_card(records, here, parts.cost.book, parts.catalog, press.language))


async def _export(press: Press) -> None:
    parts = press.parts
    records = await parts.privacy.mine(press.interaction.user.id)
    data = await asyncio.to_thread(_written, records)
    title = parts.catalog.text(press.language, "privacy.export_title")
    lines = (parts.catalog.text(press.language, "privacy.export"),)
    await press.show(Card(title, lines, file=Attachment("mine.json", data)))


def _written(records: Sequence[tuple[int, Record]]) -> bytes:
    """Everything kept of these entries, but the mark of our own key, which is the same for everybody."""
    rows = [{"server": guild, **asdict(record), "day": record.day.isoformat()} for guild, record in records]
    for row in rows:
        del row["key"]
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()


def _ask(what: str) -> Any:
    async def press(press: Press) -> None:
        if what == "here":
            managed(press.interaction)
        await press.show(sure_card(what, press.parts.catalog, press.language))

    return press


async def _erase_me(press: Press) -> None:
    parts, person = press.parts, press.interaction.user.id
    servers = {guild for guild, _ in await parts.privacy.mine(person)}
    count = await parts.privacy.erase_person(person)
    for guild in servers:
        parts.boards.touch(guild)
    await press.change(erased_card("me", count, parts.catalog, press.language))


async def _erase_here(press: Press) -> None:
    parts, guild = press.parts, managed(press.interaction)
    board = parts.boards.board(guild)
    count = await parts.privacy.erase_server(guild)
    await press.change(erased_card("here", count, parts.catalog, press.language))
    if press.interaction.guild is not None:
        await take_down(press.interaction.guild, board)


PRESSES = {
    "mysee": _see,
    "myexport": _export,
    "myerase": _ask("me"),
    "erasehere": _ask("here"),
    "sureme": _erase_me,
    "surehere": _erase_here,
}
