"""`/tally board`: a message that keeps a server's tally."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.discord_io.feature import Feature, Tree
from bot.discord_io.own_messages import delete_message
from bot.discord_io.permissions import managed, text_channel
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction, Responses, member_server
from bot.features.board.card import placed_card, removed_card
from bot.features.board.decide import Boards
from bot.features.board.message import BoardMessages
from bot.features.goal import Goals
from bot.features.tally import TallyService


class BoardCommand:
    """`/tally board`, the button that takes it down, and what keeps it up to date."""

    def __init__(self, io: Responses, boards: Boards, tally: TallyService, goals: Goals) -> None:
        self._io = io
        self._boards = boards
        self.feature = Feature(
            name="board",
            add=self._add,
            presses={"boardoff": self._remove},
            load=boards.load,
            forget=boards.forget,
            deleted=boards.gone,
            each_minute=BoardMessages(io, boards, tally, goals).due,
        )

    def _add(self, tree: Tree) -> None:
        """Add the command to the tally's group."""
        group = tree.get_command("tally")
        assert isinstance(group, app_commands.Group)

        @group.command(name="board", description=self._io.words("command.tally.board.description"))
        async def board(interaction: Interaction, channel: discord.TextChannel | None = None) -> None:
            async with self._io.opened(interaction):
                member_server(interaction)
                guild = managed(interaction)
                where = text_channel(channel or interaction.channel)
                before = await self._boards.move(guild, where.id)
                card = placed_card(where.id, before, self._io.voice(interaction, private=True))
                await self._io.show(interaction, card, private=True)
                if before:
                    await delete_message(where.guild, before.channel, before.message)

        self._io.words.describe(board, "command.tally.board")

    async def _remove(self, press: Press) -> None:
        before = await self._boards.move(managed(press.interaction), None)
        await press.change(removed_card(press.voice))
        if before:
            await delete_message(press.interaction.guild, before.channel, before.message)
