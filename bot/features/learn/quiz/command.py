"""`/learn quiz`: posted for everybody, answered alone, each question explained at once."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.cards.card import Card
from bot.discord_io import autocomplete, responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.learn import group as learn
from bot.features.learn.quiz.card import explained_card, question_card, quiz_card, result_card
from bot.features.learn.quiz.decide import DEFAULT_QUESTIONS, MOST_QUESTIONS
from bot.features.learn.session import Session
from bot.start.parts import Parts

_Questions = app_commands.Range[int, 1, MOST_QUESTIONS]


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the group."""
    group = learn.group(tree)

    @group.command(name="quiz", description=worded(parts.catalog, "command.learn.quiz.description"))
    @app_commands.choices(topic=learn.subjects(parts))
    async def quiz(
        interaction: discord.Interaction[Any], topic: str | None = None, questions: _Questions = DEFAULT_QUESTIONS
    ) -> None:
        async with responses.opened(interaction):
            guild, language = learn.server(interaction), responses.language_of(interaction, private=False)
            subject = learn.subject_of(topic)
            session = await parts.quizzes.begin(guild, subject, questions, language, interaction.user.id)
            await learn.post(interaction, session, await shows(session, parts))

    autocomplete.describe(parts, quiz, "command.learn.quiz")


async def shows(session: Session, parts: Parts, *, over: bool = False) -> Card:
    """What everybody sees."""
    return quiz_card(session, await parts.quizzes.room(session), parts.catalog, over=over)


async def _next(press: Press) -> None:
    parts, session = press.parts, press.parts.sessions.get(press.subject)
    language = learn.own_language(press)
    standing = await parts.quizzes.standing(session, press.interaction.user.id)
    if standing.next is None:
        await press.turn(result_card(session, standing, parts.quizzes, parts.catalog, language))
    else:
        await press.turn(question_card(session, standing.next, parts.quizzes, parts.catalog, language))


async def _answer(press: Press) -> None:
    parts = press.parts
    subject, place, option = press.subject.rsplit(".", 2)
    session = parts.sessions.get(subject)
    standing = await parts.quizzes.answer(session, int(place), press.interaction.user.id, int(option))
    card = explained_card(session, int(place), standing, parts.quizzes, parts.catalog, press.language)
    await press.turn(card)


async def _result(press: Press) -> None:
    parts, session = press.parts, press.parts.sessions.get(press.subject)
    standing = await parts.quizzes.standing(session, press.interaction.user.id)
    await press.turn(result_card(session, standing, parts.quizzes, parts.catalog, press.language))


async def _end(press: Press) -> None:
    session = await learn.led(press, press.subject)
    await press.change(await shows(session, press.parts, over=True))
    await press.parts.sessions.end(session)


PRESSES = {"quiz": _next, "quizans": _answer, "quizres": _result, "quizend": _end}
SHOWS = {"quiz": shows}
