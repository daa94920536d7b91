"""`/learn debate`: vote, argue a side, swap, vote again, and see how the room moved."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.cards.card import Card
from bot.discord_io import autocomplete, responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.learn import group as learn
from bot.features.learn.debate.card import both_card, debate_card, side_card, voted_card
from bot.features.learn.debate.decide import VOTES, phase_of
from bot.features.learn.session import Session
from bot.start.parts import Parts
from energy import Refusal


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the group."""
    group = learn.group(tree)

    @group.command(name="debate", description=worded(parts.catalog, "command.learn.debate.description"))
    async def debate(interaction: discord.Interaction[Any], motion: str | None = None) -> None:
        async with responses.opened(interaction):
            guild, language = learn.server(interaction), responses.language_of(interaction, private=False)
            own = responses.language_of(interaction, private=True)
            session = await parts.debates.begin(guild, motion, language, interaction.user.id, own)
            await learn.post(interaction, session, await shows(session, parts))

    autocomplete.describe(parts, debate, "command.learn.debate")
    autocomplete.offer_topics(debate, parts.debates.motions, "motion")


async def shows(session: Session, parts: Parts, *, over: bool = False) -> Card:
    """What everybody sees."""
    return debate_card(session, await parts.debates.room(session), parts.debates, parts.catalog, over=over)


async def _vote(press: Press) -> None:
    subject, seen, chosen = press.subject.rsplit(".", 2)
    session = press.parts.sessions.get(subject)
    if seen != phase_of(session):
        raise Refusal("debate.no_vote", "No vote is open in this step.")
    vote = next((vote for vote in VOTES if vote == chosen), VOTES[-1])
    await press.parts.debates.vote(session, press.interaction.user.id, vote)
    await press.show(voted_card(session, vote, press.parts.catalog, learn.own_language(press)))


async def _side(press: Press) -> None:
    parts, session = press.parts, press.parts.sessions.get(press.subject)
    side = await parts.debates.side(session, press.interaction.user.id)
    await press.show(side_card(session, side, parts.debates, parts.catalog, learn.own_language(press)))


async def _both(press: Press) -> None:
    session = press.parts.sessions.get(press.subject)
    await press.show(both_card(session, press.parts.debates, press.parts.catalog, learn.own_language(press)))


async def _next(press: Press) -> None:
    subject, _, seen = press.subject.rpartition(".")
    session = await learn.led(press, subject)
    session = await press.parts.debates.advance(session, seen)
    await press.change(await shows(session, press.parts))


async def _end(press: Press) -> None:
    session = await learn.led(press, press.subject)
    await press.change(await shows(session, press.parts, over=True))
    await press.parts.sessions.end(session)


PRESSES = {"debvote": _vote, "debside": _side, "debboth": _both, "debnext": _next, "debend": _end}
SHOWS = {"debate": shows}
