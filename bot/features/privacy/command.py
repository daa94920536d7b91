"""`/privacy`: what is kept, seeing, exporting and erasing one's own, and erasing a server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Literal

from discord import app_commands

from bot.cards.card import Attachment, Card
from bot.cards.refusal import old_button
from bot.discord_io.feature import Feature, Tree
from bot.discord_io.own_messages import delete_message
from bot.discord_io.permissions import managed
from bot.discord_io.presses import Handler, Press
from bot.discord_io.responses import Interaction, Responses, has_bot
from bot.features.board import Boards
from bot.features.learn import Sessions
from bot.features.privacy.card import Game, erased_card, mine_card, privacy_card, sure_card
from bot.features.privacy.decide import Answered, Privacy
from bot.features.privacy.notice_card import legal_card
from bot.store import Record
from config.content.notices import NOTICE_KINDS, Notices


class PrivacyCommand:
    """`/privacy`, what its buttons do, and what becomes of servers that are left."""

    def __init__(self, io: Responses, privacy: Privacy, boards: Boards, sessions: Sessions, notices: Notices) -> None:
        self._io = io
        self._privacy = privacy
        self._boards = boards
        self._sessions = sessions
        self._notices = notices
        self.feature = Feature(
            name="privacy",
            add=self._add,
            presses={
                "mysee": self._see,
                "myexport": self._export,
                "myerase": self._ask("me"),
                "erasehere": self._ask("here"),
                "sureme": self._erase_me,
                "surehere": self._erase_here,
                "legal": self._legal,
            },
            left=privacy.left,
            joined=lambda server: privacy.returned(server.id),
            ready=privacy.compare,
            each_minute=lambda _: iter([(0, privacy.sweep())]),
        )

    def _add(self, tree: Tree) -> None:
        @tree.command(name="privacy", description=self._io.words("command.privacy.description"))
        @app_commands.allowed_installs(guilds=True, users=True)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
        async def privacy(interaction: Interaction) -> None:
            async with self._io.opened(interaction):
                manager = has_bot(interaction) and interaction.permissions.manage_guild
                card = privacy_card(manager=manager, voice=self._io.voice(interaction, private=True))
                await self._io.show(interaction, card, private=True)

    async def _see(self, press: Press) -> None:
        records, answers = await self._privacy.mine(press.person), await self._privacy.answers(press.person)
        kinds = [(one, self._sessions.find(one.guild, one.session)) for one in answers]
        games = [Game(session.kind if session else None, one) for one, session in kinds]
        here = press.interaction.guild_id
        await press.show(mine_card(records, games, here, self._io.book, press.voice))

    async def _export(self, press: Press) -> None:
        records, answers = await self._privacy.mine(press.person), await self._privacy.answers(press.person)
        data = await asyncio.to_thread(_written, records, answers)
        title, line = press.voice.text("privacy.export_title"), press.voice.text("privacy.export")
        await press.show(Card(title, (line,), files=(Attachment("mine.json", data),)))

    def _ask(self, what: Literal["me", "here"]) -> Handler:
        async def press(press: Press) -> None:
            if what == "here":
                managed(press.interaction)
            await press.show(sure_card(what, press.voice))

        return press

    async def _erase_me(self, press: Press) -> None:
        servers = {guild for guild, _ in await self._privacy.mine(press.person)}
        answers = await self._privacy.answers(press.person)
        count = await self._privacy.erase_person(press.person)
        for guild in servers:
            self._boards.mark_stale(guild)
        for one in answers:
            if (session := self._sessions.find(one.guild, one.session)) is not None:
                self._sessions.mark_stale(session)
        given = sum(one.count for one in answers)
        await press.change(erased_card("me", count, press.voice, answers=given))

    async def _erase_here(self, press: Press) -> None:
        guild = managed(press.interaction)
        board = self._boards.board(guild)
        count = await self._privacy.erase_server(guild)
        await press.change(erased_card("here", count, press.voice))
        if board:
            await delete_message(press.interaction.guild, board.channel, board.message)

    async def _legal(self, press: Press) -> None:
        """A notice at one of its pages; the next page takes the place of the one before."""
        name, _, page = press.subject.partition(".")
        kind = next((kind for kind in NOTICE_KINDS if kind == name), NOTICE_KINDS[0])
        if not page.isdecimal():
            raise old_button()
        card = legal_card(self._notices, kind, int(page), press.voice)
        await (press.change(card) if int(page) else press.show(card))


def _written(records: Sequence[tuple[int, Record]], answers: Sequence[Answered]) -> bytes:
    """Everything kept of these entries and answers, without the fingerprint of our key, the same for all."""
    rows = [{"server": guild, **asdict(record), "day": record.day.isoformat()} for guild, record in records]
    for row in rows:
        del row["key"]
    games = [{"server": one.guild or None, "game": one.session, "answers": dict(one.given)} for one in answers]
    return json.dumps({"entries": rows, "games": games}, ensure_ascii=False, indent=1).encode()
