"""A quiz as cards: the invitation, a question, what is right and why, a person's result, the room's."""

from __future__ import annotations

from bot.cards.card import Button, Card
from bot.cards.figures import filled
from bot.cards.sentences import sentence_words, source_words
from bot.features.learn.question_bank import numbered
from bot.features.learn.quiz.decide import Quizzes, Room, Standing, shuffled
from bot.features.learn.session import Session
from config.text.catalog import Catalog
from config.text.numbers import whole

_MAX_LABEL = 80


def quiz_card(session: Session, room: Room, catalog: Catalog, *, over: bool = False) -> Card:
    """What everybody sees: how to join, and how the room is doing."""
    language = session.language
    count = whole(len(session.content_ids), language)
    lines = [catalog.counted(language, "quiz.intro", len(session.content_ids), count=count)]
    if room.begun:
        lines.append(catalog.counted(language, "quiz.room", room.begun, count=whole(room.begun, language)))
        lines.append(
            catalog.text(
                language,
                "quiz.share",
                finished=whole(room.finished, language),
                right=whole(room.right, language),
                answers=whole(room.answers, language),
            )
        )
    if over:
        lines = [*lines[1:], catalog.text(language, "quiz.over")]
        return Card(catalog.text(language, "quiz.title"), tuple(lines))
    lines.append(f"-# {catalog.text(language, 'quiz.anonymous')}")
    buttons = (
        Button(catalog.text(language, "button.begin"), "quiz", language, session.subject),
        Button(catalog.text(language, "button.end"), "quizend", language, session.subject),
    )
    return Card(catalog.text(language, "quiz.title"), tuple(lines), buttons)


def question_card(session: Session, place: int, quizzes: Quizzes, catalog: Catalog, language: str) -> Card:
    """One question with its options as buttons."""
    question = quizzes.question(session, place)
    values = quizzes.lessons.values(question)
    options = {number: filled(one.text(language), values, language) for number, one in enumerate(question.options)}
    order = shuffled(question, f"{session.id} {place}")
    buttons = tuple(
        Button(options[number][:_MAX_LABEL], "quizans", language, f"{session.subject}.{place}.{number}")
        for number in order
    )
    title = catalog.text(language, "quiz.question", number=str(place + 1), of=str(len(session.content_ids)))
    return Card(title, (f"**{filled(question.question.text(language), values, language)}**",), buttons)


def explained_card(
    session: Session, place: int, standing: Standing, quizzes: Quizzes, catalog: Catalog, language: str
) -> Card:
    """What is right and why, with its sources, and the way on."""
    question = quizzes.question(session, place)
    values = quizzes.lessons.values(question)
    options = [filled(one.text(language), values, language) for one in question.options]
    chosen = standing.chosen[place]
    right = chosen == question.answer
    lines = [
        f"**{filled(question.question.text(language), values, language)}**",
        catalog.text(
            language, "quiz.right" if right else "quiz.wrong", chosen=options[chosen], answer=options[question.answer]
        ),
        sentence_words(question.because, values, numbered(question), catalog, language),
    ]
    lines += [
        f"-# {number}. {source_words(source, catalog, language)}"
        for number, source in enumerate(quizzes.lessons.sources_of(question), 1)
    ]
    label, verb = ("button.result", "quizres") if standing.next is None else ("button.next", "quiz")
    button = Button(catalog.text(language, label), verb, language, session.subject)
    title = catalog.text(language, "quiz.question", number=str(place + 1), of=str(len(session.content_ids)))
    return Card(title, tuple(lines), (button,))


def result_card(session: Session, standing: Standing, quizzes: Quizzes, catalog: Catalog, language: str) -> Card:
    """A person's own result, seen by nobody else."""
    lines = [catalog.text(language, "quiz.score", right=str(standing.right), of=str(standing.of))]
    for place, chosen in sorted(standing.chosen.items()):
        question = quizzes.question(session, place)
        values = quizzes.lessons.values(question)
        key = "quiz.line_right" if chosen == question.answer else "quiz.line_wrong"
        asked, answer = (
            filled(one.text(language), values, language)
            for one in (question.question, question.options[question.answer])
        )
        lines.append(catalog.text(language, key, question=asked, answer=answer))
    return Card(catalog.text(language, "quiz.result"), tuple(lines))
