"""`/learn class`: a lesson in a thread of its own, a sheet for who leads it, and nothing kept afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import discord
from discord import app_commands

from bot.cards.card import Card
from bot.discord_io import autocomplete, responses
from bot.discord_io.components import view_of
from bot.discord_io.permissions import NEEDS
from bot.discord_io.presses import Form, Press
from bot.discord_io.translator import worded
from bot.features.learn import group as learn
from bot.features.learn.lesson.card import class_card, joined_card, levers_step_card, talk_card, used_card
from bot.features.learn.lesson.lesson_report import sheet
from bot.features.learn.lesson.lesson_summary import course_of
from bot.features.learn.lesson.plan import LEAST_MINUTES, MOST_MINUTES, USUAL_MINUTES
from bot.features.learn.session import Session
from bot.features.learn.sessions import NO_SERVER
from bot.start.parts import Parts
from energy import Refusal

_Minutes = app_commands.Range[int, LEAST_MINUTES, MOST_MINUTES]
_MAX_TYPED = 200
# Its sheet waits a day after the last step; a thread that Discord puts away sooner would hide it.
_THREE_DAYS: Literal[4320] = 4320


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the group."""
    group = learn.group(tree)

    @group.command(name="class", description=worded(parts.catalog, "command.learn.class.description"))
    async def class_(interaction: discord.Interaction[Any], minutes: _Minutes = USUAL_MINUTES) -> None:
        async with responses.opened(interaction):
            channel, own = _place(interaction, parts), responses.language_of(interaction, private=True)
            await interaction.response.defer(ephemeral=True)
            language = responses.language_of(interaction, private=False)
            lesson = await parts.classes.begin(channel.guild.id, minutes, language, interaction.user.id)
            try:
                thread = await open_thread(channel, lesson, parts)
            except Exception:
                await parts.classes.close(lesson)
                raise
            title, where = (parts.catalog.text(own, f"class.{key}", thread=thread.mention) for key in ("open", "where"))
            await responses.show(interaction, Card(title, (where,)), private=True)

    autocomplete.describe(parts, class_, "command.learn.class")


def _place(interaction: discord.Interaction[Any], parts: Parts) -> discord.TextChannel:
    """Where the thread can be opened. Raises Refusal that says what is missing, for the person or for the bot."""
    channel = interaction.channel
    if learn.server(interaction) == NO_SERVER or not isinstance(channel, discord.TextChannel):
        raise Refusal("class.place", "A lesson needs a text channel of a server that I am a member of.")
    if not interaction.permissions.create_public_threads:
        raise Refusal("class.person", "You may not create public threads here.")
    may = dict(interaction.app_permissions)
    if lacks := [name for name, on in NEEDS["class"] if on and not may[name]]:
        own = responses.language_of(interaction, private=True)
        words = ", ".join(parts.catalog.text(own, f"permission.{name}") for name in lacks)
        raise Refusal("class.bot", f"I may not do that here: {words}.", lacks=words)
    return channel


async def open_thread(channel: discord.TextChannel, lesson: Session, parts: Parts) -> discord.Thread:
    """The thread with the lesson's card in it; the first step follows by itself. Raises what the network raises."""
    name = parts.catalog.text(lesson.language, "class.title")
    kind = discord.ChannelType.news_thread if channel.is_news() else discord.ChannelType.public_thread
    thread = await channel.create_thread(name=name, type=kind, auto_archive_duration=_THREE_DAYS)
    message = await thread.send(view=view_of(await shows(lesson, parts)))
    await parts.sessions.posted(lesson, thread.id, message.id)
    parts.sessions.mark_stale(parts.sessions.get(lesson.subject))
    return thread


async def shows(session: Session, parts: Parts, *, over: bool = False) -> Card:
    """What everybody sees of a lesson."""
    return class_card(session, await parts.classes.tally.standing(session), parts.classes, parts.catalog, over=over)


async def shows_talk(session: Session, parts: Parts, *, over: bool = False) -> Card:
    """What everybody sees of the question to talk about."""
    card = talk_card(session, parts.classes, parts.catalog)
    return replace(card, buttons=()) if over else card


async def shows_levers(session: Session, parts: Parts, *, over: bool = False) -> Card:
    """What everybody sees of the levers."""
    card = levers_step_card(session, dict(await parts.classes.chosen(session)), parts.classes, parts.catalog)
    return replace(card, buttons=(), selects=()) if over else card


async def _join(press: Press) -> None:
    lesson = press.parts.sessions.get(press.subject)
    new = await press.parts.classes.tally.join(lesson, press.interaction.user.id)
    await press.show(joined_card(press.parts.catalog, learn.own_language(press), new=new))


async def _ask(press: Press) -> None:
    lesson, words = press.parts.sessions.get(press.subject), press.parts.catalog
    language = learn.own_language(press)
    title, label = words.text(language, "button.classuse"), words.text(language, "class.form")
    await press.ask(Form(title, label, "classused", language, _MAX_TYPED, lesson.subject))


async def _used(press: Press) -> None:
    parts, lesson = press.parts, press.parts.sessions.get(press.subject)
    person, entry = press.interaction.user.id, str(press.interaction.id)
    answers = await parts.classes.tally.use(lesson, person, entry, press.values[0])
    await press.show(used_card(answers, parts.cost.book, parts.catalog, press.language))


async def _lever(press: Press) -> None:
    parts, game = press.parts, press.parts.sessions.get(press.subject)
    await parts.classes.choose(game, press.interaction.user.id, int(press.values[0]))
    language = learn.own_language(press)
    title, line = (parts.catalog.text(language, f"class.{key}") for key in ("noted", "lever_kept"))
    await press.show(Card(title, (line,)))


async def _next(press: Press) -> None:
    subject, _, seen = press.subject.rpartition(".")
    lesson = await learn.led(press, subject)
    await press.parts.classes.advance(lesson, seen)
    await press.interaction.response.defer()


async def _end(press: Press) -> None:
    """The sheet first: what could not be handed over is not wiped, and the button can be pressed again."""
    parts, lesson = press.parts, await learn.led(press, press.subject)
    course = await course_of(lesson, parts.tally.today(lesson.guild), parts.classes)
    title, line = (parts.catalog.text(lesson.language, f"class.{key}") for key in ("sheet", "sheet_foot"))
    await press.show(Card(title, (line,), files=sheet(course, parts.classes, parts.catalog)))
    await parts.classes.close(lesson)


PRESSES = {
    "classjoin": _join,
    "classuse": _ask,
    "classused": _used,
    "classlever": _lever,
    "classnext": _next,
    "classend": _end,
}
SHOWS = {"class": shows, "prompt": shows_talk, "levers": shows_levers}
