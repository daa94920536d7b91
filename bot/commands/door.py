"""The one way in and out of an interaction: its language, its answer, and every error."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Protocol, cast

import aiohttp
import discord
from discord import app_commands

from bot.render.card import Card
from bot.render.refusal import refusal_card, sorry_card
from bot.services.parts import Parts
from energy import EnergyError

log = logging.getLogger(__name__)
# Already answered, or too late to be answered: there is nobody left to tell.
_OVER = (40060, 10062)
_NETWORK = (discord.HTTPException, aiohttp.ClientError, OSError)


class _HasParts(Protocol):
    parts: Parts


def parts_of(interaction: discord.Interaction[Any]) -> Parts:
    """The services of the client this interaction came to."""
    return cast("_HasParts", interaction.client).parts


def language_of(interaction: discord.Interaction[Any], *, private: bool) -> str:
    """The language of the reply: the person's in private, the server's in public."""
    languages = parts_of(interaction).languages
    person = interaction.locale.value
    if private:
        return languages.person(person)
    locale = interaction.guild_locale.value if interaction.guild_locale else None
    chosen = interaction.guild is not None and "COMMUNITY" in interaction.guild.features
    return languages.server(locale, chosen=chosen, person=person)


async def show(interaction: discord.Interaction[Any], card: Card, *, private: bool) -> None:
    """Answer with a card, whatever state the interaction is in."""
    from bot.commands.views import view_of

    if interaction.response.is_done():
        await interaction.followup.send(view=view_of(card), ephemeral=private)
    else:
        await interaction.response.send_message(view=view_of(card), ephemeral=private)


@asynccontextmanager
async def opened(interaction: discord.Interaction[Any]) -> AsyncIterator[None]:
    """What a command or button does, done inside the error door."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - the outermost door
        await failed(interaction, error)


async def failed(interaction: discord.Interaction[Any], error: BaseException) -> None:
    """The one error door: a refusal in words, anything else as our fault, always in private.

    Trouble with the network on the way out is logged, never raised.
    """
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    if isinstance(error, discord.HTTPException) and error.code in _OVER:
        return
    try:
        await show(interaction, _card_about(error, interaction), private=True)
    except _NETWORK as trouble:
        log.warning("interaction %s could not be answered: %s", interaction.id, type(trouble).__name__)


def _card_about(error: BaseException, interaction: discord.Interaction[Any]) -> Card:
    parts, language = parts_of(interaction), language_of(interaction, private=True)
    if isinstance(error, EnergyError):
        try:
            return refusal_card(error, parts.cost.book, parts.catalog, language)
        except KeyError as unworded:
            error = unworded
    log.error("interaction %s failed", interaction.id, exc_info=error)
    return sorry_card("fault", parts.catalog, language)
