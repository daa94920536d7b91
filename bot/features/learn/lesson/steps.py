"""The thread of a lesson, step by step: what is past is ended, what is now is posted."""

from __future__ import annotations

import logging
from collections.abc import Coroutine, Mapping
from dataclasses import replace
from typing import Any

import discord

from bot.cards.card import Card
from bot.cards.charts.chart_process import PictureError
from bot.discord_io import responses
from bot.discord_io.components import files_of, view_of
from bot.features.learn.group import Shows
from bot.features.learn.guess.card import revealed_card
from bot.features.learn.lesson.plan import DEBATE, GUESS, LEVERS, OVER
from bot.features.learn.session import Session
from bot.start.parts import Parts

log = logging.getLogger(__name__)


async def keep_up(client: discord.Client, parts: Parts, shows: Mapping[str, Shows], lesson: Session) -> None:
    """Bring the thread up to the step a lesson is at: end what is past, post what is now, as `shows` has each kind.

    Done again after whatever stopped it, so each part may be done twice. Raises what the network raises, WriteFailed.
    """
    classes, server = parts.classes, client.get_guild(lesson.guild)
    if not (steps := classes.behind(lesson)):
        return
    if server is None or server.unavailable:
        raise ConnectionError("the server has not arrived yet")
    thread = server.get_thread(lesson.channel) if lesson.channel else None
    for step in steps[:-1]:
        await _finish(thread, lesson, step, parts, shows)
    await _begin(thread, lesson, steps[-1], parts, shows)
    await classes.kept_up(lesson, steps[-1])


async def _finish(
    thread: discord.Thread | None, lesson: Session, step: str, parts: Parts, shows: Mapping[str, Shows]
) -> None:
    before = parts.classes.game(lesson, step)
    game = await parts.classes.finish(lesson, step)
    if thread is None or before is None or game is None:
        return
    if step in DEBATE and before.message is not None and before != game:
        past = await shows[before.kind](before, parts)
        await _said(thread.get_partial_message(before.message).edit(view=view_of(replace(past, buttons=()))), lesson)
    if step.startswith(GUESS):
        card = revealed_card(game, await parts.guesses.all(game), parts.guesses, parts.catalog)
        await _post(thread, lesson, f"{step}!", card, parts)


async def _begin(
    thread: discord.Thread | None, lesson: Session, step: str, parts: Parts, shows: Mapping[str, Shows]
) -> None:
    if step == LEVERS:
        await parts.classes.set_levers(lesson)
    game = parts.classes.game(lesson, step)
    if thread is None or game is None or step == OVER:
        return
    message = await _post(thread, lesson, step, await shows[game.kind](game, parts), parts)
    if message is not None:
        await parts.sessions.posted(game, thread.id, message.id)


async def _post(thread: discord.Thread, lesson: Session, step: str, card: Card, parts: Parts) -> discord.Message | None:
    """Post a step; None where that cannot be done, as in a locked thread: the lesson goes on all the same."""
    png = None
    if card.picture is not None:
        try:
            png = await parts.studio.draw(card.picture.chart)
        except PictureError as trouble:
            log.warning("a picture could not be drawn: %s", trouble)
    # Discord drops a second message with the same nonce, should only its answer have been lost.
    view, nonce = view_of(card, picture=bool(png)), f"{lesson.id}{step}"
    return await _said(thread.send(view=view, files=files_of(card, png), nonce=nonce), lesson)


async def _said(sending: Coroutine[Any, Any, discord.Message], lesson: Session) -> discord.Message | None:
    """What was sent or edited; None, logged, where trying again cannot help."""
    try:
        return await sending
    except discord.HTTPException as trouble:
        if responses.passes(trouble):
            raise
        log.warning("server %s: a lesson's step was not shown: %s", lesson.guild, type(trouble).__name__)
        return None
