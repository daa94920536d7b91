"""A quiz as cards: the invitation, a question, what is right and why, a person's result, the room's."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Button, Card
from bot.cards.figures import filled
from bot.cards.sentences import numbered_sources, sentence_words
from bot.features.learn.quiz.decide import QuizPage, QuizProgress, QuizTotals
from bot.features.learn.session import Session
from config.text.voice import Voice

_MAX_LABEL = 80


def quiz_card(session: Session, room: QuizTotals, voice: Voice, *, over: bool = False) -> Card:
    """What everybody sees: how to join, and how the room is doing."""
    count = voice.whole(len(session.content_ids))
    lines = [voice.counted("quiz.intro", len(session.content_ids), count=count)]
    if room.begun:
        lines.append(voice.counted("quiz.room", room.begun, count=voice.whole(room.begun)))
        lines.append(
            voice.text(
                "quiz.share",
                finished=voice.whole(room.finished),
                right=voice.whole(room.right),
                answers=voice.whole(room.answers),
            )
        )
    if over:
        lines = [*lines[1:], voice.text("quiz.over")]
        return Card(voice.text("quiz.title"), tuple(lines))
    lines.append(f"-# {voice.text('quiz.anonymous')}")
    buttons = (
        Button(voice.text("button.begin"), "quiz", voice.language, session.subject),
        Button(voice.text("button.end"), "quizend", voice.language, session.subject),
    )
    return Card(voice.text("quiz.title"), tuple(lines), buttons)


def question_card(session: Session, asked: QuizPage, voice: Voice) -> Card:
    """One question with its options as buttons."""
    options = _options(asked, voice)
    buttons = tuple(
        Button(options[number][:_MAX_LABEL], "quizans", voice.language, f"{session.subject}.{asked.place}.{number}")
        for number in asked.order
    )
    return Card(_title(asked, voice), (f"**{_question(asked, voice)}**",), buttons)


def explained_card(session: Session, asked: QuizPage, standing: QuizProgress, voice: Voice) -> Card:
    """What is right and why, with its sources, and the way on."""
    shown, options = asked.shown, _options(asked, voice)
    chosen, answer = standing.chosen[asked.place], shown.item.answer
    key = "quiz.right" if chosen == answer else "quiz.wrong"
    lines = [
        f"**{_question(asked, voice)}**",
        voice.text(key, chosen=options[chosen], answer=options[answer]),
        sentence_words(shown.item.because, shown.values, shown.numbers, voice),
        *numbered_sources(shown.sources, voice),
    ]
    label, verb = ("button.result", "quizres") if standing.next is None else ("button.next", "quiz")
    button = Button(voice.text(label), verb, voice.language, session.subject)
    return Card(_title(asked, voice), tuple(lines), (button,))


def result_card(standing: QuizProgress, answered: Sequence[QuizPage], voice: Voice) -> Card:
    """A person's own result, seen by nobody else; `answered` are the questions they answered, in their order."""
    lines = [voice.text("quiz.score", right=str(standing.right), of=str(standing.of))]
    for asked in answered:
        answer = asked.shown.item.answer
        key = "quiz.line_right" if standing.chosen[asked.place] == answer else "quiz.line_wrong"
        lines.append(voice.text(key, question=_question(asked, voice), answer=_options(asked, voice)[answer]))
    return Card(voice.text("quiz.result"), tuple(lines))


def _title(asked: QuizPage, voice: Voice) -> str:
    return voice.text("quiz.question", number=str(asked.place + 1), of=str(asked.of))


def _question(asked: QuizPage, voice: Voice) -> str:
    return filled(asked.shown.item.question.text(voice.language), asked.shown.values, voice)


def _options(asked: QuizPage, voice: Voice) -> list[str]:
    shown = asked.shown
    return [filled(one.text(voice.language), shown.values, voice) for one in shown.item.options]
