"""The one way in and out of an interaction: its voice, its answer, and every error."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from typing import Any, Literal

import aiohttp
import discord
from discord import app_commands

from bot.cards.card import Card
from bot.cards.refusal import sorry_card
from bot.discord_io.components import files_of, view_of
from bot.discord_io.error_cards import about
from bot.discord_io.pictures import PATIENCE_S, Pictures, within
from bot.discord_io.translator import CommandWords
from bot.discord_io.voices import Voices
from config.text.voice import Voice
from energy import FactorBook, Refusal

log = logging.getLogger(__name__)
Interaction = discord.Interaction[Any]
# `busy`: turned away at the door. `unsaved`: the store did not write. `fault`: ours. `unreachable`: Discord's or ours.
Outcome = Literal["answered", "refused", "busy", "unsaved", "fault", "unreachable"]
# Already answered, or too late to be answered: there is nobody left to tell.
_ANSWERED, _TOO_LATE = 40060, 10062
_OVER = (_ANSWERED, _TOO_LATE)
_UNKNOWN_MESSAGE = 10008
NETWORK = (discord.HTTPException, aiohttp.ClientError, OSError)
_TOO_MANY, _THEIR_FAULT = 429, 500
# About what one core answers within Discord's three seconds.
_MOST_UNDER_WAY = 500
# Where an interaction carries what its person has to be told about pictures, when it came, and when it was answered.
_WAIT, _CAME, _SHOWN = "wait", "came", "shown"


@dataclass(frozen=True, slots=True)
class _Wait:
    """How long to wait for a picture: as a line under a private card, and as a card of its own."""

    line: str
    card: Card


class Responses:
    """Answers interactions. Told to `on_answer`: the command's name, how it ended, seconds until something was seen."""

    def __init__(self, voices: Voices, book: FactorBook, pictures: Pictures) -> None:
        self.voices = voices
        self.words = CommandWords(voices.catalog)
        self.book = book
        self.pictures = pictures
        self.most_under_way, self.under_way = _MOST_UNDER_WAY, 0
        self._closed = False
        self.on_answer: Callable[[str, Outcome, float], None] | None = None

    def voice(self, interaction: Interaction, *, private: bool) -> Voice:
        """The voice of the reply: the person's in private, the server's in public."""
        return self.voices.replying(interaction, private=private)

    async def show(self, interaction: Interaction, card: Card, *, private: bool) -> None:
        """Answer with a card, whatever state the interaction is in."""
        wait: _Wait | None = interaction.extras.pop(_WAIT, None)
        if wait and private:
            card = replace(card, lines=(*card.lines, wait.line))
        drawing = self.pictures.begun(card) if card.picture else None
        png = await within(drawing, PATIENCE_S) if drawing else None
        here = has_bot(interaction)
        view, sent = view_of(card, picture=bool(png), server=here), None
        if interaction.response.is_done():
            files = files_of(card, png)
            sent = await interaction.followup.send(view=view, files=files, ephemeral=private, wait=True)
        else:
            await _answered(interaction, view, lambda: files_of(card, png), private=private)
        interaction.extras[_SHOWN] = time.perf_counter()
        if wait and not private:
            # Everybody reads the answer; that there is no picture now, and why, is for the person alone.
            await interaction.followup.send(view=view_of(wait.card), ephemeral=True)
        if drawing and not png and (late := await within(drawing, None)):
            view, files = view_of(card, picture=True, server=here), files_of(card, late)
            if sent is None:
                await interaction.edit_original_response(view=view, attachments=files)
            else:
                await interaction.followup.edit_message(sent.id, view=view, attachments=files)

    async def change(self, interaction: Interaction, card: Card) -> None:
        """Put a card in the place of the message that was pressed; where that is gone, answer with a private one."""
        try:
            await interaction.response.edit_message(view=view_of(card, server=has_bot(interaction)))
        except discord.NotFound as gone:
            if gone.code != _UNKNOWN_MESSAGE:
                raise
            await self.show(interaction, card, private=True)
            return
        interaction.extras[_SHOWN] = time.perf_counter()

    def rationed(self, interaction: Interaction, card: Card, voice: Voice) -> Card:
        """The card without its picture where the person asked for many; `show` then says privately how long to wait."""
        if card.picture is None or (moment := self.pictures.ration.until(interaction.user.id)) is None:
            return card
        line = voice.text("picture.later", until=str(moment))
        own = self.voice(interaction, private=True)
        interaction.extras[_WAIT] = _Wait(line, sorry_card("picture.wait", own, until=str(moment)))
        return replace(card, picture=None)

    @asynccontextmanager
    async def opened(self, interaction: Interaction, name: str | None = None) -> AsyncIterator[None]:
        """What a command or button does, inside the error door and counted as under way; `name` is a button's."""
        interaction.extras[_CAME] = time.perf_counter(), name or _name(interaction)
        try:
            with self.counted():
                yield
        except Exception as error:  # noqa: BLE001 - the outermost door
            await self.failed(interaction, error)
        else:
            self._count(interaction, "answered")

    def close(self) -> None:
        """Let nobody in any more: the bot is being stopped."""
        self._closed = True

    def check_room(self) -> None:
        """Raises Refusal where no more should come in: people hear so at once instead of waiting in vain."""
        if self._closed:
            raise Refusal("stopping", "The bot is being stopped: try again in a minute.")
        if self.under_way >= self.most_under_way:
            raise Refusal("busy", "Too many questions at once: try again in a moment.")

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Be under way."""
        self.under_way += 1
        try:
            yield
        finally:
            self.under_way -= 1

    async def admitted(self, interaction: Interaction) -> bool:
        """Whether there is room for one more; where not, the person hears so."""
        try:
            self.check_room()
        except Refusal as busy:
            await self.failed(interaction, busy)
            return False
        return True

    async def failed(self, interaction: Interaction, error: BaseException) -> None:
        """The one error door: a refusal in words, anything else as our fault, always in private.

        Trouble with the network on the way out is logged, never raised.
        """
        if isinstance(error, app_commands.CommandInvokeError):
            error = error.original
        if isinstance(error, discord.HTTPException) and error.code in _OVER:
            self._count(interaction, "answered" if error.code == _ANSWERED else "unreachable")
            return
        outcome: Outcome
        try:
            voice = self.voice(interaction, private=True)
            card, outcome = about(error, f"interaction {interaction.id}", self.book, voice)
            await self.show(interaction, card, private=True)
        except NETWORK as trouble:
            log.warning("interaction %s could not be answered: %s", interaction.id, type(trouble).__name__)
            outcome = "unreachable"
        self._count(interaction, outcome)

    def _count(self, interaction: Interaction, outcome: Outcome) -> None:
        if self.on_answer is not None:
            now = time.perf_counter()
            came, name = interaction.extras.get(_CAME) or (now, _name(interaction))
            self.on_answer(name, outcome, interaction.extras.get(_SHOWN, now) - came)


async def _answered(
    interaction: Interaction,
    view: discord.ui.LayoutView,
    files: Callable[[], list[discord.File]],
    *,
    private: bool,
) -> None:
    """Send the first answer; once more where the connection broke under it, as what was asked is done and true."""
    try:
        try:
            await interaction.response.send_message(view=view, files=files(), ephemeral=private)
        except (aiohttp.ClientError, OSError) as trouble:
            log.warning("interaction %s: %s; its answer is sent again", interaction.id, type(trouble).__name__)
            await interaction.response.send_message(view=view, files=files(), ephemeral=private)
    except discord.HTTPException as refused:
        if refused.code != _ANSWERED:
            raise


def passes(trouble: discord.HTTPException) -> bool:
    """Whether it may go better another time: what Discord finds wrong with a message stays wrong."""
    return trouble.status == _TOO_MANY or trouble.status >= _THEIR_FAULT


def has_bot(interaction: Interaction) -> bool:
    """Whether this is a server the bot is a member of: elsewhere there is no tally."""
    return interaction.guild_id is not None and interaction.client.get_guild(interaction.guild_id) is not None


def member_server(interaction: Interaction) -> int:
    """The server whose tally is meant. Raises Refusal where there is none."""
    if not has_bot(interaction) or interaction.guild_id is None:
        raise Refusal("tally.no_server", "A tally belongs to a server that I am a member of.")
    return interaction.guild_id


def _name(interaction: Interaction) -> str:
    return interaction.command.qualified_name if interaction.command else "button"
