"""A quiz: questions drawn, options shuffled, one attempt each, and how the room did."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.refusal import old_button
from bot.features.learn.question_bank import QuestionBank, ShownItem, draw, known
from bot.features.learn.session import Session
from bot.features.learn.sessions import Sessions
from config.content.tables import Subject
from config.content.teaching import QuizItem

DEFAULT_QUESTIONS, MOST_QUESTIONS = 5, 15


@dataclass(frozen=True, slots=True)
class QuizProgress:
    """How a person is doing: the options chosen so far, by the question's place in the quiz."""

    chosen: dict[int, int]
    right: int
    of: int

    @property
    def next(self) -> int | None:
        """The first question that is still open."""
        return next((place for place in range(self.of) if place not in self.chosen), None)


@dataclass(frozen=True, slots=True)
class QuizTotals:
    """How everybody is doing together; nobody is told apart."""

    begun: int
    finished: int
    answers: int
    right: int
    # For each question of the quiz, how many answered and how many were right.
    by_question: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class QuizPage:
    """A question at its place in a quiz; `order` are the numbers of its options as they are shown."""

    shown: ShownItem[QuizItem]
    place: int
    of: int
    order: Sequence[int]


class Quizzes:
    """Quizzes over the questions of the content."""

    def __init__(self, bank: QuestionBank, sessions: Sessions) -> None:
        self._bank = bank
        self._sessions = sessions

    async def begin(self, guild: int, subject: Subject | None, count: int, language: str, leader: int) -> Session:
        """Draw questions and open a session. Raises Refusal, WriteFailed."""
        pool = [identity for identity, one in self._bank.quiz.items() if subject in (None, one.subject)]
        questions: list[str] = []
        for _ in range(min(count, len(pool))):
            questions.append(draw(pool, questions))
        return await self._sessions.begin(guild, "quiz", tuple(questions), language, leader)

    def question(self, session: Session, place: int) -> QuizItem:
        """The question at a place of a quiz. Raises Refusal where this version has it no more."""
        if not 0 <= place < len(session.content_ids):
            raise old_button()
        return known(self._bank.quiz, session.content_ids[place])

    def asked(self, session: Session, place: int) -> QuizPage:
        """The question at a place of a quiz, as it is shown today. Raises Refusal where this version lacks it."""
        shown = self._bank.shown(self._bank.quiz, session.content_ids[place])
        return QuizPage(shown, place, len(session.content_ids), shuffled(shown.item, f"{session.id} {place}"))

    async def answer(self, session: Session, place: int, person: int, option: int) -> QuizProgress:
        """Keep a person's answer, the first one counting. Raises Refusal, WriteFailed."""
        if not 0 <= option < len(self.question(session, place).options):
            option = 0
        await self._sessions.answer(session, str(place), person, str(option))
        return await self.standing(session, person)

    async def standing(self, session: Session, person: int) -> QuizProgress:
        """How a person is doing."""
        given = await self._sessions.answered(session, person)
        chosen = {int(place): int(option) for place, option in given.items()}
        right = sum(self.question(session, place).answer == option for place, option in chosen.items())
        return QuizProgress(chosen, right, len(session.content_ids))

    async def room(self, session: Session) -> QuizTotals:
        """How everybody is doing."""
        places = range(len(session.content_ids))
        counted, hit = [0] * len(places), [0] * len(places)
        voters: dict[str, int] = {}
        for one in await self._sessions.answers(session):
            place = int(one.question)
            counted[place] += 1
            hit[place] += self.question(session, place).answer == int(one.value)
            voters[one.voter] = voters.get(one.voter, 0) + 1
        finished = sum(answered == len(places) for answered in voters.values())
        return QuizTotals(len(voters), finished, sum(counted), sum(hit), tuple(zip(counted, hit, strict=True)))


def shuffled(question: QuizItem, seed: str) -> Sequence[int]:
    """The options' numbers in the order they are shown; sizes stay in theirs. The same for the same seed."""
    numbers = range(len(question.options))
    if question.fixed:
        return tuple(numbers)
    return sorted(numbers, key=lambda number: hashlib.sha256(f"{seed} {number}".encode()).digest())
