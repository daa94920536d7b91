"""The one way in and out of an interaction: its language, its answer, and every error."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any, Protocol, cast

import aiohttp
import discord
from discord import app_commands

from bot.cards.card import Card
from bot.cards.charts.chart_process import PictureError
from bot.cards.refusal import sorry_card
from bot.discord_io.error_cards import about
from bot.discord_io.metrics import Outcome
from bot.features.cost.decide import CostService
from bot.start.parts import Parts
from bot.store import WriteFailed
from energy import Refusal

log = logging.getLogger(__name__)
# Already answered, or too late to be answered: there is nobody left to tell.
_ANSWERED, _TOO_LATE = 40060, 10062
_OVER = (_ANSWERED, _TOO_LATE)
_UNKNOWN_MESSAGE = 10008
NETWORK = (discord.HTTPException, aiohttp.ClientError, OSError)
_TOO_MANY, _THEIR_FAULT = 429, 500
# A picture that takes longer comes after the words: nobody waits a second for an answer.
PATIENCE_S = 0.6


# Where an interaction carries what its person has to be told about pictures, when it came, and when it was answered.
_WAIT, _CAME, _SHOWN = "wait", "came", "shown"


@dataclass(frozen=True, slots=True)
class _Wait:
    """How long to wait for a picture: as a line under a private card, and as a card of its own."""

    line: str
    card: Card


class _HasParts(Protocol):
    parts: Parts


def parts_of(interaction: discord.Interaction[Any]) -> Parts:
    """The services of the client this interaction came to."""
    return cast("_HasParts", interaction.client).parts


def cost_of(interaction: discord.Interaction[Any]) -> CostService:
    """The cost service as the server set it up: with its own place, where it chose one."""
    parts = parts_of(interaction)
    return parts.cost.at(parts.setups.of(interaction.guild_id).place)


def language_of(interaction: discord.Interaction[Any], *, private: bool) -> str:
    """The language of the reply: the person's in private, the server's in public."""
    parts = parts_of(interaction)
    person = interaction.locale.value
    if private:
        return parts.languages.person(person)
    locale = interaction.guild_locale.value if interaction.guild_locale else None
    chosen = interaction.guild is not None and "COMMUNITY" in interaction.guild.features
    setup = parts.setups.of(interaction.guild_id).language
    return parts.languages.server(locale, chosen=chosen, person=person, setup=setup)


def server_language(guild: discord.Guild, parts: Parts) -> str:
    """The language of what is said in a server without an interaction."""
    locale = guild.preferred_locale.value
    setup = parts.setups.of(guild.id).language
    return parts.languages.server(locale, chosen="COMMUNITY" in guild.features, person=locale, setup=setup)


async def show(interaction: discord.Interaction[Any], card: Card, *, private: bool) -> None:
    """Answer with a card, whatever state the interaction is in; then remember what it said."""
    from bot.discord_io.components import files_of, view_of

    wait: _Wait | None = interaction.extras.pop(_WAIT, None)
    if wait and private:
        card = replace(card, lines=(*card.lines, wait.line))
    drawing = _drawing(interaction, card)
    png = await _within(drawing, PATIENCE_S) if drawing else None
    here = has_bot(interaction)
    view = view_of(card, picture=bool(png), server=here)
    if interaction.response.is_done():
        sent: discord.abc.Snowflake | None = await interaction.followup.send(
            view=view, files=files_of(card, png), ephemeral=private, wait=True
        )
    else:
        await _answered(interaction, view, lambda: files_of(card, png), private=private)
        sent = None
    interaction.extras[_SHOWN] = time.perf_counter()
    await remember(parts_of(interaction), card, interaction.user.id)
    if wait and not private:
        # Everybody reads the answer; that there is no picture now, and why, is for the person alone.
        await interaction.followup.send(view=view_of(wait.card), ephemeral=True)
    if drawing and not png and (late := await _within(drawing, None)):
        view, files = view_of(card, picture=True, server=here), files_of(card, late)
        if sent is None:
            await interaction.edit_original_response(view=view, attachments=files)
        else:
            await interaction.followup.edit_message(sent.id, view=view, attachments=files)


async def _answered(
    interaction: discord.Interaction[Any],
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


def has_bot(interaction: discord.Interaction[Any]) -> bool:
    """Whether this is a server the bot is a member of: elsewhere there is no tally."""
    return interaction.guild_id is not None and interaction.client.get_guild(interaction.guild_id) is not None


def rationed(interaction: discord.Interaction[Any], card: Card, language: str) -> Card:
    """The card without its picture where the person asked for many; `show` then says privately how long to wait."""
    parts = parts_of(interaction)
    if card.picture is None or (moment := parts.pictures.until(interaction.user.id)) is None:
        return card
    line = parts.catalog.text(language, "picture.later", until=str(moment))
    own = language_of(interaction, private=True)
    interaction.extras[_WAIT] = _Wait(line, sorry_card("picture.wait", parts.catalog, own, until=str(moment)))
    return replace(card, picture=None)


async def change(interaction: discord.Interaction[Any], card: Card) -> None:
    """Put a card in the place of the message that was pressed; where that is gone, answer with a new private one."""
    from bot.discord_io.components import view_of

    try:
        await interaction.response.edit_message(view=view_of(card, server=has_bot(interaction)))
    except discord.NotFound as gone:
        if gone.code != _UNKNOWN_MESSAGE:
            raise
        await show(interaction, card, private=True)
        return
    interaction.extras[_SHOWN] = time.perf_counter()
    await remember(parts_of(interaction), card, interaction.user.id)


async def remember(parts: Parts, card: Card, person: int) -> None:
    """Keep the answers whose codes a card shows. The card is out already: a full disk is logged, not told."""
    for answer in card.answers:
        parts.recent.remember(person, answer.question.usage)
    try:
        await parts.traces.remember(*card.answers)
    except WriteFailed as trouble:
        log.error("trace codes could not be kept: %s", trouble)


def _drawing(interaction: discord.Interaction[Any], card: Card) -> asyncio.Task[bytes] | None:
    if card.picture is None:
        return None
    return asyncio.ensure_future(parts_of(interaction).studio.draw(card.picture.chart))


async def _within(drawing: asyncio.Task[bytes], seconds: float | None) -> bytes | None:
    """The picture, or None where it is not ready in time or cannot be drawn: the words say the same."""
    try:
        return await asyncio.wait_for(asyncio.shield(drawing), seconds)
    except TimeoutError:
        return None
    except PictureError as trouble:
        log.warning("a picture could not be drawn: %s", trouble)
        return None


@asynccontextmanager
async def opened(interaction: discord.Interaction[Any], name: str | None = None) -> AsyncIterator[None]:
    """What a command or button does, done inside the error door and counted as under way; `name` is a button's."""
    interaction.extras[_CAME] = time.perf_counter(), name or _name(interaction)
    try:
        with parts_of(interaction).gate.entered():
            yield
    except Exception as error:  # noqa: BLE001 - the outermost door
        await failed(interaction, error)
    else:
        _count(interaction, "answered")


def _name(interaction: discord.Interaction[Any]) -> str:
    return interaction.command.qualified_name if interaction.command else "button"


def _count(interaction: discord.Interaction[Any], outcome: Outcome) -> None:
    now = time.perf_counter()
    came, name = interaction.extras.get(_CAME) or (now, _name(interaction))
    parts_of(interaction).meter.on_answer(name, outcome, interaction.extras.get(_SHOWN, now) - came)


async def admitted(interaction: discord.Interaction[Any]) -> bool:
    """Whether there is room for one more; where not, the person hears so."""
    try:
        parts_of(interaction).gate.check()
    except Refusal as busy:
        await failed(interaction, busy)
        return False
    return True


async def failed(interaction: discord.Interaction[Any], error: BaseException) -> None:
    """The one error door: a refusal in words, anything else as our fault, always in private.

    Trouble with the network on the way out is logged, never raised.
    """
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    if isinstance(error, discord.HTTPException) and error.code in _OVER:
        _count(interaction, "answered" if error.code == _ANSWERED else "unreachable")
        return
    try:
        parts, language = parts_of(interaction), language_of(interaction, private=True)
        card, outcome = about(error, f"interaction {interaction.id}", parts, language)
        await show(interaction, card, private=True)
    except NETWORK as trouble:
        log.warning("interaction %s could not be answered: %s", interaction.id, type(trouble).__name__)
        outcome = "unreachable"
    _count(interaction, outcome)
