"""`/learn guess`: a quantity to guess, scored by ratio, then how the room's guesses spread."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.cards.card import Card
from bot.discord_io import autocomplete, responses
from bot.discord_io.presses import Form, Press
from bot.discord_io.translator import worded
from bot.features.learn import group as learn
from bot.features.learn.guess.card import guess_card, guessed_card, own_card, revealed_card
from bot.features.learn.guess.decide import REVEALED
from bot.features.learn.session import Session
from bot.start.parts import Parts
from energy import Refusal

_MAX_TYPED = 40


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the group."""
    group = learn.group(tree)

    @group.command(name="guess", description=worded(parts.catalog, "command.learn.guess.description"))
    @app_commands.choices(topic=learn.subjects(parts))
    async def guess(interaction: discord.Interaction[Any], topic: str | None = None) -> None:
        async with responses.opened(interaction):
            guild, language = learn.server(interaction), responses.language_of(interaction, private=False)
            session = await parts.guesses.begin(guild, learn.subject_of(topic), language, interaction.user.id)
            await learn.post(interaction, session, await shows(session, parts))

    autocomplete.describe(parts, guess, "command.learn.guess")


async def shows(session: Session, parts: Parts, *, over: bool = False) -> Card:
    """What everybody sees."""
    count = len(await parts.guesses.all(session))
    return guess_card(session, count, parts.guesses, parts.catalog, over=over)


async def _ask(press: Press) -> None:
    session, words = press.parts.sessions.get(press.subject), press.parts.catalog
    if session.phase == REVEALED:
        raise Refusal("guess.revealed", "The answer is out; guesses are closed.")
    language = learn.own_language(press)
    title, label = words.text(language, "guess.title"), words.text(language, "guess.form")
    await press.ask(Form(title, label, "guessed", language, _MAX_TYPED, press.subject))


async def _guessed(press: Press) -> None:
    parts, session = press.parts, press.parts.sessions.get(press.subject)
    value = await parts.guesses.guess(session, press.interaction.user.id, press.values[0])
    await press.show(guessed_card(session, value, parts.guesses, parts.catalog, press.language))


async def _reveal(press: Press) -> None:
    parts = press.parts
    session = await learn.led(press, press.subject)
    if session.phase == REVEALED:
        raise Refusal("guess.revealed", "The answer is out; guesses are closed.")
    session = await parts.guesses.reveal(session)
    card = revealed_card(session, await parts.guesses.all(session), parts.guesses, parts.catalog)
    await responses.show(press.interaction, card, private=False)


async def _own(press: Press) -> None:
    parts, session = press.parts, press.parts.sessions.get(press.subject)
    own = await parts.guesses.own(session, press.interaction.user.id)
    await press.show(own_card(session, own, parts.guesses, parts.catalog, learn.own_language(press)))


PRESSES = {"guess": _ask, "guessed": _guessed, "reveal": _reveal, "guessown": _own}
SHOWS = {"guess": shows}
