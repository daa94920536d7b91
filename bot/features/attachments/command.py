"""The message menu "Estimate AI energy": what the pictures, clips, sounds or words of a message may have used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import discord
from discord import app_commands

from bot.discord_io.feature import Feature, Tree
from bot.discord_io.presses import Handler, Press
from bot.discord_io.responses import Interaction, Responses
from bot.features.attachments.card import attachments_card, chosen_card
from bot.features.attachments.decide import Piece, attached_answers, changed
from bot.features.cost import Answer, AnswerMemory, Estimator, cost_card


class AttachmentsMenu:
    """The menu, and the lists with which a person says what cannot be seen in a message."""

    def __init__(self, io: Responses, estimator: Estimator, memory: AnswerMemory) -> None:
        self._io = io
        self._estimator = estimator
        self._memory = memory
        self.feature = Feature(
            name="attachments",
            add=self._add,
            presses={
                "pick": self._open,
                "length": self._choose("length"),
                "kind": self._choose("kind"),
                "model": self._choose("model"),
                "post": self._post,
            },
        )

    def _add(self, tree: Tree) -> None:
        @tree.context_menu(name=self._io.words("command.pointed.name"))
        @app_commands.allowed_installs(guilds=True, users=True)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
        async def estimate(interaction: Interaction, message: discord.Message) -> None:
            async with self._io.opened(interaction):
                length = len(message.content) + sum(len(embed.description or "") for embed in message.embeds)
                estimator = self._estimator.of_server(interaction.guild_id)
                found = attached_answers(estimator, list(_pieces(message)), length)
                answers = await estimator.at_this_moment(*found)
                card = attachments_card(answers, estimator.book, self._io.voice(interaction, private=True))
                await self._io.show(interaction, card, private=True)
                await self._memory.remember(interaction.user.id, *answers)

    async def _open(self, press: Press) -> None:
        await self._change(press, self._estimator.asked(press.subject))

    def _choose(self, what: Literal["length", "kind", "model"]) -> Handler:
        async def choose(press: Press) -> None:
            value = "" if press.values == ("-",) else press.values[0]
            estimator = self._estimator.of_server(press.interaction.guild_id)
            answer = changed(estimator, self._estimator.asked(press.subject), what, value)
            await self._change(press, *await estimator.at_this_moment(answer))

        return choose

    async def _change(self, press: Press, answer: Answer) -> None:
        await press.change(chosen_card(answer, self._estimator.book, press.voice))
        await self._memory.remember(press.person, answer)

    async def _post(self, press: Press) -> None:
        """Show everybody what only one person saw: in the server's language, once."""
        answer, voice = self._estimator.asked(press.subject), self._io.voice(press.interaction, private=False)
        # The button goes first, so that a second tap finds none.
        await press.change(cost_card(answer, self._estimator.book, press.voice))
        await self._io.show(press.interaction, cost_card(answer, self._estimator.book, voice), private=False)
        await self._memory.remember(press.person, answer)


def _pieces(message: discord.Message) -> Iterator[Piece]:
    """Everything a message shows, forwarded messages included; Discord gives sizes, seldom lengths."""
    shown: list[discord.Message | discord.MessageSnapshot] = [message, *message.message_snapshots]
    for one in shown:
        for attached in one.attachments:
            kind = (attached.content_type or "").split("/", 1)[0]
            # Links to a picture that moves come as a video of the image kind.
            if attached.content_type == "image/gif":
                kind = "video"
            if kind == "image":
                yield Piece("image", attached.width, attached.height)
            elif kind == "video":
                yield Piece("video", attached.width, attached.height, attached.duration)
            elif kind == "audio":
                yield Piece("audio", length_s=attached.duration, voice=attached.is_voice_message())
        for embed in one.embeds:
            if embed.video.url or embed.type in ("video", "gifv"):
                yield Piece("video", embed.video.width, embed.video.height)
            elif embed.image.url:
                yield Piece("image", embed.image.width, embed.image.height)
            elif embed.type == "image":
                yield Piece("image", embed.thumbnail.width, embed.thumbnail.height)
