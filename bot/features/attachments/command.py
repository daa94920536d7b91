"""The message menu "Estimate AI energy": what the pictures, clips, sounds or words of a message may have taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import discord
from discord import app_commands

from bot.discord_io import responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.attachments.card import chosen_card, pointed_card
from bot.features.attachments.decide import Piece, changed, pointed_at
from bot.features.cost.card import cost_card
from bot.start.parts import Parts


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the menu to the tree."""

    @tree.context_menu(name=worded(parts.catalog, "command.pointed.name"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def estimate(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        async with responses.opened(interaction):
            signs = len(message.content) + sum(len(embed.description or "") for embed in message.embeds)
            answers = await parts.live.now(*pointed_at(responses.cost_of(interaction), list(_pieces(message)), signs))
            language = responses.language_of(interaction, private=True)
            await responses.show(
                interaction, pointed_card(answers, parts.cost.book, parts.catalog, language), private=True
            )


def _pieces(message: discord.Message) -> Iterator[Piece]:
    """Everything a message shows, forwarded messages included; Discord gives sizes, seldom lengths."""
    parts: list[discord.Message | discord.MessageSnapshot] = [message, *message.message_snapshots]
    for part in parts:
        for attached in part.attachments:
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
        for embed in part.embeds:
            if embed.video.url or embed.type in ("video", "gifv"):
                yield Piece("video", embed.video.width, embed.video.height)
            elif embed.image.url:
                yield Piece("image", embed.image.width, embed.image.height)
            elif embed.type == "image":
                yield Piece("image", embed.thumbnail.width, embed.thumbnail.height)


async def _open(press: Press) -> None:
    await press.change(chosen_card(press.answer, press.parts.cost.book, press.parts.catalog, press.language))


def _choose(what: str) -> Any:
    async def choose(press: Press) -> None:
        value = "" if press.values == ("-",) else press.values[0]
        (answer,) = await press.parts.live.now(changed(press.cost, press.answer, what, value))
        await press.change(chosen_card(answer, press.parts.cost.book, press.parts.catalog, press.language))

    return choose


async def _post(press: Press) -> None:
    """Show everybody what only one person saw: in the server's language, once."""
    parts, answer = press.parts, press.answer
    language = responses.language_of(press.interaction, private=False)
    # The button goes first, so that a second tap finds none.
    await press.change(cost_card(answer, parts.cost.book, parts.catalog, press.language))
    await responses.show(press.interaction, cost_card(answer, parts.cost.book, parts.catalog, language), private=False)


PRESSES = {
    "pick": _open,
    "length": _choose("length"),
    "kind": _choose("kind"),
    "model": _choose("model"),
    "post": _post,
}
