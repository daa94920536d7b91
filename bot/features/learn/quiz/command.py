"""`/learn quiz`: posted for everybody, answered alone, each question explained at once."""

from __future__ import annotations

from discord import app_commands

from bot.cards.card import Card
from bot.discord_io.feature import Feature, Tree
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction
from bot.features.learn.group import LearnGroup, group_of, server_of, subject_of
from bot.features.learn.quiz.card import explained_card, question_card, quiz_card, result_card
from bot.features.learn.quiz.decide import DEFAULT_QUESTIONS, MOST_QUESTIONS, Quizzes
from bot.features.learn.session import Session

_Questions = app_commands.Range[int, 1, MOST_QUESTIONS]


class QuizCommand:
    """The command, and what its buttons do."""

    def __init__(self, learn: LearnGroup, quizzes: Quizzes) -> None:
        self._learn = learn
        self._quizzes = quizzes
        learn.refresher.shows["quiz"] = self.shows
        presses = {"quiz": self._next, "quizans": self._answer, "quizres": self._result, "quizend": self._end}
        self.feature = Feature(name="quiz", add=self._add, presses=presses)

    def _add(self, tree: Tree) -> None:
        learn, group = self._learn, group_of(tree)

        @group.command(name="quiz", description=learn.io.words("command.learn.quiz.description"))
        @app_commands.choices(topic=learn.subjects)
        async def quiz(
            interaction: Interaction, topic: str | None = None, questions: _Questions = DEFAULT_QUESTIONS
        ) -> None:
            async with learn.io.opened(interaction):
                guild, language = server_of(interaction), learn.io.voice(interaction, private=False).language
                subject, leader = subject_of(topic), interaction.user.id
                session = await self._quizzes.begin(guild, subject, questions, language, leader)
                await learn.post(interaction, session, await self.shows(session))

        learn.io.words.describe(quiz, "command.learn.quiz")

    async def shows(self, session: Session, *, over: bool = False) -> Card:
        """What everybody sees."""
        voice = self._learn.io.voices.of(session.language)
        return quiz_card(session, await self._quizzes.room(session), voice, over=over)

    async def _next(self, press: Press) -> None:
        session = self._learn.sessions.get(press.subject)
        standing = await self._quizzes.standing(session, press.person)
        if standing.next is None:
            await self._result(press)
        else:
            asked = self._quizzes.asked(session, standing.next)
            await press.turn(question_card(session, asked, press.own_voice))

    async def _answer(self, press: Press) -> None:
        subject, place, option = press.subject.rsplit(".", 2)
        session = self._learn.sessions.get(subject)
        standing = await self._quizzes.answer(session, int(place), press.person, int(option))
        asked = self._quizzes.asked(session, int(place))
        await press.turn(explained_card(session, asked, standing, press.voice))

    async def _result(self, press: Press) -> None:
        session = self._learn.sessions.get(press.subject)
        standing = await self._quizzes.standing(session, press.person)
        answered = [self._quizzes.asked(session, place) for place in sorted(standing.chosen)]
        await press.turn(result_card(standing, answered, press.own_voice))

    async def _end(self, press: Press) -> None:
        session = await self._learn.led(press, press.subject)
        await press.change(await self.shows(session, over=True))
        await self._learn.sessions.end(session)
