"""`/learn class`: a lesson in a thread, a report for the person who leads it, and nothing kept afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

import discord
from discord import app_commands

from bot.cards.card import Card
from bot.discord_io.components import view_of
from bot.discord_io.feature import Feature, Tree
from bot.discord_io.permissions import NEEDS
from bot.discord_io.presses import Form, Press
from bot.discord_io.responses import Interaction
from bot.features.learn.group import LearnGroup, group_of, server_of
from bot.features.learn.lesson.card import class_card, joined_card, levers_step_card, noted_card, talk_card, used_card
from bot.features.learn.lesson.decide import LessonService
from bot.features.learn.lesson.lesson_report import lesson_report
from bot.features.learn.lesson.lesson_summary import summary_of
from bot.features.learn.lesson.plan import LEAST_MINUTES, MOST_MINUTES, USUAL_MINUTES
from bot.features.learn.lesson.steps import LessonThread
from bot.features.learn.prompt import Prompts
from bot.features.learn.session import Session
from bot.features.learn.sessions import NO_SERVER
from bot.features.tally import TallyService
from config.text.voice import Voice
from energy import Refusal

_Minutes = app_commands.Range[int, LEAST_MINUTES, MOST_MINUTES]
_MAX_TYPED = 200
# Its report waits a day after the last step; a thread that Discord puts away sooner would hide it.
_THREE_DAYS: Literal[4320] = 4320


class LessonCommand:
    """The command, what its buttons do, and what the messages of a lesson show."""

    def __init__(self, learn: LearnGroup, lessons: LessonService, prompts: Prompts, tally: TallyService) -> None:
        self._learn = learn
        self._lessons = lessons
        self._prompts = prompts
        self._tally = tally
        # Keeps every message of games and lessons up to date.
        self.refresher = refresher = learn.refresher
        refresher.shows |= {"class": self.shows, "prompt": self._shows_talk, "levers": self._shows_levers}
        refresher.keep_up = LessonThread(learn.io, learn.sessions, lessons, refresher.shows).keep_up
        refresher.move_on = lambda lesson: lessons.advance(lesson, lesson.phase)
        self.feature = Feature(
            name="class",
            add=self._add,
            presses={
                "classjoin": self._join,
                "classuse": self._ask,
                "classused": self._used,
                "classlever": self._lever,
                "classnext": self._next,
                "classend": self._end,
            },
        )

    def _add(self, tree: Tree) -> None:
        learn, group = self._learn, group_of(tree)

        @group.command(name="class", description=learn.io.words("command.learn.class.description"))
        async def class_(interaction: Interaction, minutes: _Minutes = USUAL_MINUTES) -> None:
            async with learn.io.opened(interaction):
                own = learn.io.voice(interaction, private=True)
                channel = _place(interaction, own)
                await interaction.response.defer(ephemeral=True)
                language = learn.io.voice(interaction, private=False).language
                lesson = await self._lessons.begin(channel.guild.id, minutes, language, interaction.user.id)
                try:
                    thread = await self.open_thread(channel, lesson)
                except Exception:
                    await self._lessons.close(lesson)
                    raise
                title, where = own.text("class.open"), own.text("class.where", thread=thread.mention)
                await learn.io.show(interaction, Card(title, (where,)), private=True)

        learn.io.words.describe(class_, "command.learn.class")

    async def open_thread(self, channel: discord.TextChannel, lesson: Session) -> discord.Thread:
        """The thread with the lesson's card in it; the first step follows by itself. Raises what the network raises."""
        sessions = self._learn.sessions
        name = self._voice(lesson).text("class.title")
        kind = discord.ChannelType.news_thread if channel.is_news() else discord.ChannelType.public_thread
        thread = await channel.create_thread(name=name, type=kind, auto_archive_duration=_THREE_DAYS)
        message = await thread.send(view=view_of(await self.shows(lesson)))
        await sessions.posted(lesson, thread.id, message.id)
        sessions.mark_stale(sessions.get(lesson.subject))
        return thread

    def _voice(self, session: Session) -> Voice:
        return self._learn.io.voices.of(session.language)

    async def shows(self, session: Session, *, over: bool = False) -> Card:
        """What everybody sees of a lesson."""
        standing = await self._lessons.tally.standing(session)
        steps = [step.name for step in self._lessons.steps(session)]
        return class_card(session, standing, steps, self._voice(session), over=over)

    async def _shows_talk(self, session: Session, *, over: bool = False) -> Card:
        """What everybody sees of the question to talk about."""
        card = talk_card(session, self._prompts.shown(session.content_ids[0]), self._voice(session))
        return replace(card, buttons=()) if over else card

    async def _shows_levers(self, session: Session, *, over: bool = False) -> Card:
        """What everybody sees of what would lower a use."""
        step = await self._lessons.levers(session)
        card = levers_step_card(session, step, self._learn.io.book, self._voice(session))
        return replace(card, buttons=(), selects=()) if over else card

    async def _join(self, press: Press) -> None:
        lesson = self._learn.sessions.get(press.subject)
        new = await self._lessons.tally.join(lesson, press.person)
        await press.show(joined_card(press.own_voice, new=new))

    async def _ask(self, press: Press) -> None:
        lesson, voice = self._learn.sessions.get(press.subject), press.own_voice
        title, label = voice.text("button.classuse"), voice.text("class.form")
        await press.ask(Form(title, label, "classused", voice.language, _MAX_TYPED, lesson.subject))

    async def _used(self, press: Press) -> None:
        lesson, entry = self._learn.sessions.get(press.subject), str(press.interaction.id)
        usages = await self._lessons.tally.use(lesson, press.person, entry, press.values[0])
        await press.show(used_card(usages, self._learn.io.book, press.voice))

    async def _lever(self, press: Press) -> None:
        game = self._learn.sessions.get(press.subject)
        await self._lessons.choose(game, press.person, int(press.values[0]))
        await press.show(noted_card(press.own_voice))

    async def _next(self, press: Press) -> None:
        subject, _, seen = press.subject.rpartition(".")
        lesson = await self._learn.led(press, subject)
        await self._lessons.advance(lesson, seen)
        await press.interaction.response.defer()

    async def _end(self, press: Press) -> None:
        """The report first: what could not be handed over is not wiped, and the button can be pressed again."""
        lesson = await self._learn.led(press, press.subject)
        today: date = self._tally.today(lesson.guild)
        summary, voice = await summary_of(lesson, today, self._lessons, self._prompts), self._voice(lesson)
        title, line = voice.text("class.sheet"), voice.text("class.sheet_foot")
        await press.show(Card(title, (line,), files=lesson_report(summary, voice)))
        await self._lessons.close(lesson)


def _place(interaction: Interaction, own: Voice) -> discord.TextChannel:
    """Where the thread can be opened. Raises Refusal that says what is missing, for the person or for the bot."""
    channel = interaction.channel
    if server_of(interaction) == NO_SERVER or not isinstance(channel, discord.TextChannel):
        raise Refusal("class.place", "A lesson needs a text channel of a server that I am a member of.")
    if not interaction.permissions.create_public_threads:
        raise Refusal("class.person", "You may not create public threads here.")
    may = dict(interaction.app_permissions)
    if lacks := [name for name, on in NEEDS["class"] if on and not may[name]]:
        words = ", ".join(own.text(f"permission.{name}") for name in lacks)
        raise Refusal("class.bot", f"I may not do that here: {words}.", lacks=words)
    return channel
