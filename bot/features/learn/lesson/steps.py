"""The thread of a lesson, step by step: what is past is ended, what is now is posted."""

from __future__ import annotations

import logging
from collections.abc import Coroutine, Mapping
from dataclasses import replace
from typing import Any

import discord

from bot.cards.card import Card
from bot.discord_io.components import files_of, view_of
from bot.discord_io.responses import Responses, passes
from bot.features.learn.group import Shows
from bot.features.learn.guess import revealed_card
from bot.features.learn.lesson.decide import LessonService
from bot.features.learn.lesson.plan import DEBATE, GUESS, LEVERS, OVER
from bot.features.learn.session import Session
from bot.features.learn.sessions import Sessions

log = logging.getLogger(__name__)
Thread = discord.Thread | None


class LessonThread:
    """Brings threads up to the step their lesson is at; `shows` has the card of each kind of game."""

    def __init__(self, io: Responses, sessions: Sessions, lessons: LessonService, shows: Mapping[str, Shows]) -> None:
        self._io = io
        self._sessions = sessions
        self._lessons = lessons
        self._shows = shows

    async def keep_up(self, client: discord.Client, lesson: Session) -> None:
        """End what is past, post what is now.

        Done again after whatever stopped it, so each part may be done twice.
        Raises what the network raises, WriteFailed.
        """
        server = client.get_guild(lesson.guild)
        if not (steps := self._lessons.behind(lesson)):
            return
        if server is None or server.unavailable:
            raise ConnectionError("the server has not arrived yet")
        thread = server.get_thread(lesson.channel) if lesson.channel else None
        for step in steps[:-1]:
            await self._finish(thread, lesson, step)
        await self._begin(thread, lesson, steps[-1])
        await self._lessons.kept_up(lesson, steps[-1])

    async def _finish(self, thread: Thread, lesson: Session, step: str) -> None:
        before = self._lessons.game(lesson, step)
        game = await self._lessons.finish(lesson, step)
        if thread is None or before is None or game is None:
            return
        if step in DEBATE and before.message is not None and before != game:
            past = replace(await self._shows[before.kind](before), buttons=())
            await _said(thread.get_partial_message(before.message).edit(view=view_of(past)), lesson)
        if step.startswith(GUESS):
            guesses, voice = self._lessons.guesses, self._io.voices.of(game.language)
            card = revealed_card(game, await guesses.all(game), guesses.asked(game), voice)
            await self._post(thread, lesson, f"{step}!", card)

    async def _begin(self, thread: Thread, lesson: Session, step: str) -> None:
        if step == LEVERS:
            await self._lessons.set_levers(lesson)
        game = self._lessons.game(lesson, step)
        if thread is None or game is None or step == OVER:
            return
        message = await self._post(thread, lesson, step, await self._shows[game.kind](game))
        if message is not None:
            await self._sessions.posted(game, thread.id, message.id)

    async def _post(self, thread: discord.Thread, lesson: Session, step: str, card: Card) -> discord.Message | None:
        """Post a step; None where that cannot be done, as in a locked thread: the lesson goes on all the same."""
        png = await self._io.pictures.drawn(card)
        # Discord drops a second message with the same nonce, should only its answer have been lost.
        view, nonce = view_of(card, picture=bool(png)), f"{lesson.id}{step}"
        return await _said(thread.send(view=view, files=files_of(card, png), nonce=nonce), lesson)


async def _said(sending: Coroutine[Any, Any, discord.Message], lesson: Session) -> discord.Message | None:
    """What was sent or edited; None, logged, where trying again cannot help."""
    try:
        return await sending
    except discord.HTTPException as trouble:
        if passes(trouble):
            raise
        log.warning("server %s: a lesson's step was not shown: %s", lesson.guild, type(trouble).__name__)
        return None
