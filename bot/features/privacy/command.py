"""`/privacy`: what is kept, seeing, exporting and erasing one's own, and erasing a server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import discord
from discord import app_commands

from bot.cards.card import Attachment, Card
from bot.discord_io import responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.board.command import take_down
from bot.features.privacy.card import Game, erased_card, mine_card, privacy_card, sure_card
from bot.features.privacy.decide import Answered
from bot.features.privacy.notice_card import legal_card
from bot.features.setup.command import managed
from bot.start.parts import Parts
from bot.store import Record
from config.content.notices import KINDS


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""

    @tree.command(name="privacy", description=worded(parts.catalog, "command.privacy.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def privacy(interaction: discord.Interaction[Any]) -> None:
        async with responses.opened(interaction):
            language = responses.language_of(interaction, private=True)
            manager = responses.has_bot(interaction) and interaction.permissions.manage_guild
            card = privacy_card(manager=manager, catalog=parts.catalog, language=language)
            await responses.show(interaction, card, private=True)


async def _see(press: Press) -> None:
    parts, person = press.parts, press.interaction.user.id
    records, answers = await parts.privacy.mine(person), await parts.privacy.answers(person)
    kinds = [(one, parts.sessions.find(one.guild, one.session)) for one in answers]
    games = [Game(session.kind if session else None, one) for one, session in kinds]
    here = press.interaction.guild_id
    await press.show(mine_card(records, games, here, parts.cost.book, parts.catalog, press.language))


async def _export(press: Press) -> None:
    parts = press.parts
    person = press.interaction.user.id
    records, answers = await parts.privacy.mine(person), await parts.privacy.answers(person)
    data = await asyncio.to_thread(_written, records, answers)
    title = parts.catalog.text(press.language, "privacy.export_title")
    lines = (parts.catalog.text(press.language, "privacy.export"),)
    await press.show(Card(title, lines, files=(Attachment("mine.json", data),)))


def _written(records: Sequence[tuple[int, Record]], answers: Sequence[Answered]) -> bytes:
    """Everything kept of these entries and answers, without the fingerprint of our key, the same for all."""
    rows = [{"server": guild, **asdict(record), "day": record.day.isoformat()} for guild, record in records]
    for row in rows:
        del row["key"]
    games = [{"server": one.guild or None, "game": one.session, "answers": dict(one.given)} for one in answers]
    return json.dumps({"entries": rows, "games": games}, ensure_ascii=False, indent=1).encode()


def _ask(what: str) -> Any:
    async def press(press: Press) -> None:
        if what == "here":
            managed(press.interaction)
        await press.show(sure_card(what, press.parts.catalog, press.language))

    return press


async def _erase_me(press: Press) -> None:
    parts, person = press.parts, press.interaction.user.id
    servers = {guild for guild, _ in await parts.privacy.mine(person)}
    answers = await parts.privacy.answers(person)
    count = await parts.privacy.erase_person(person)
    for guild in servers:
        parts.boards.mark_stale(guild)
    for one in answers:
        if (session := parts.sessions.find(one.guild, one.session)) is not None:
            parts.sessions.mark_stale(session)
    given = sum(one.count for one in answers)
    await press.change(erased_card("me", count, parts.catalog, press.language, answers=given))


async def _erase_here(press: Press) -> None:
    parts, guild = press.parts, managed(press.interaction)
    board = parts.boards.board(guild)
    count = await parts.privacy.erase_server(guild)
    await press.change(erased_card("here", count, parts.catalog, press.language))
    if press.interaction.guild is not None:
        await take_down(press.interaction.guild, board)


async def _legal(press: Press) -> None:
    """A notice at one of its pages; the next page takes the place of the one before."""
    name, _, page = press.subject.partition(".")
    kind = next((kind for kind in KINDS if kind == name), KINDS[0])
    card = legal_card(press.parts.notices, kind, int(page), press.parts.catalog, press.language)
    await (press.change(card) if int(page) else press.show(card))


PRESSES = {
    "mysee": _see,
    "myexport": _export,
    "myerase": _ask("me"),
    "erasehere": _ask("here"),
    "sureme": _erase_me,
    "surehere": _erase_here,
    "legal": _legal,
}
