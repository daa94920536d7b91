"""`/learn order`: five things put in order of the energy they take."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.cards.card import Card
from bot.discord_io import responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.learn import group as learn
from bot.features.learn.order.card import order_card, ranked_card, ranking_card
from bot.features.learn.session import Session
from bot.start.parts import Parts
from energy import Refusal


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the group."""
    group = learn.group(tree)

    @group.command(name="order", description=worded(parts.catalog, "command.learn.order.description"))
    async def order(interaction: discord.Interaction[Any]) -> None:
        async with responses.opened(interaction):
            guild, language = learn.server(interaction), responses.language_of(interaction, private=False)
            session = await parts.orders.begin(guild, language, interaction.user.id)
            await learn.post(interaction, session, await shows(session, parts))


async def shows(session: Session, parts: Parts, *, over: bool = False) -> Card:
    """What everybody sees."""
    return order_card(session, await parts.orders.all(session), parts.orders, parts.catalog, over=over)


async def _open(press: Press) -> None:
    parts = press.parts
    session, order = _asked(press)
    language = learn.own_language(press)
    if (ranked := await parts.orders.own(session, press.interaction.user.id)) is not None:
        await press.turn(ranked_card(session, ranked, parts.orders, parts.catalog, language))
    else:
        await press.turn(ranking_card(session, order, parts.orders, parts.catalog, language))


async def _pick(press: Press) -> None:
    parts = press.parts
    session, order = _asked(press)
    order += press.values[0]
    left = [str(thing) for thing in range(len(session.content_ids)) if str(thing) not in order]
    if len(set(order)) != len(order) or not order.isdecimal():
        raise Refusal("button.old", "This button belongs to an older version; ask again.")
    if len(left) > 1:
        await press.turn(ranking_card(session, order, parts.orders, parts.catalog, press.language))
        return
    whole = tuple(int(sign) for sign in (*order, *left))
    ranked = await parts.orders.answer(session, press.interaction.user.id, whole)
    await press.turn(ranked_card(session, ranked, parts.orders, parts.catalog, press.language))


def _asked(press: Press) -> tuple[Session, str]:
    subject, _, order = press.subject.rpartition(".")
    return press.parts.sessions.get(subject), order.strip("-")


async def _end(press: Press) -> None:
    session = await learn.led(press, press.subject)
    await press.change(await shows(session, press.parts, over=True))
    await press.parts.sessions.end(session)


PRESSES = {"order": _open, "orderpick": _pick, "orderend": _end}
SHOWS = {"order": shows}
