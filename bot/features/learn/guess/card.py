"""A guessing game as cards: the question, a person's guess and score, the answer with the room's guesses drawn."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Button, Card, Picture
from bot.cards.charts.chart import Bin, Distribution, Mark, Tick, decades
from bot.cards.figures import filled, shown
from bot.cards.sentences import sentence_words, source_words
from bot.features.learn.guess.decide import REVEALED, Guesses, Own, spread
from bot.features.learn.next_step_button import next_button
from bot.features.learn.question_bank import numbered
from bot.features.learn.session import Session
from config.content.computed import Value
from config.text.catalog import Catalog
from config.text.numbers import whole
from energy import Interval


def guess_card(session: Session, count: int, guesses: Guesses, catalog: Catalog, *, over: bool = False) -> Card:
    """What everybody sees: the question and how many have guessed."""
    language = session.language
    lines = [f"**{question_words(session, guesses, language)}**"]
    if count:
        lines.append(catalog.counted(language, "guess.room", count, count=whole(count, language)))
    title = catalog.text(language, "guess.title")
    if over or session.phase == REVEALED:
        lines.append(answer_words(session, guesses, catalog, language))
        lines.append(catalog.text(language, "guess.over" if over else "guess.revealed"))
        return Card(title, tuple(lines), () if over else (_mine(session, catalog),))
    lines.append(f"-# {catalog.text(language, 'guess.anonymous')}")
    guess = Button(catalog.text(language, "button.guess"), "guess", language, session.subject)
    reveal = Button(catalog.text(language, "button.reveal"), "reveal", language, session.subject)
    return Card(title, tuple(lines), (guess, next_button(session, catalog) if session.lesson else reveal))


def guessed_card(session: Session, value: float, guesses: Guesses, catalog: Catalog, language: str) -> Card:
    """A guess is kept; its score comes with the answer."""
    amount = amount_words(value, guesses.truth(session), language)
    return Card(catalog.text(language, "guess.kept_title"), (catalog.text(language, "guess.kept", guess=amount),))


def own_card(session: Session, own: Own | None, guesses: Guesses, catalog: Catalog, language: str) -> Card:
    """A person's own guess and score, seen by nobody else."""
    title = catalog.text(language, "quiz.result")
    if own is None:
        return Card(title, (catalog.text(language, "guess.none"),))
    amount = amount_words(own.guess, guesses.truth(session), language)
    line = catalog.text(language, "guess.score", guess=amount, points=str(own.points))
    return Card(title, (line, answer_words(session, guesses, catalog, language)))


def revealed_card(session: Session, everybody: Sequence[float], guesses: Guesses, catalog: Catalog) -> Card:
    """The answer, how it is worked out, and how the guesses spread."""
    language, quantity = session.language, guesses.quantity(session)
    because = sentence_words(quantity.because, guesses.lessons.values(quantity), numbered(quantity), catalog, language)
    lines = [
        f"**{question_words(session, guesses, language)}**",
        answer_words(session, guesses, catalog, language),
        because,
    ]
    lines += [
        f"-# {number}. {source_words(source, catalog, language)}"
        for number, source in enumerate(guesses.lessons.sources_of(quantity), 1)
    ]
    picture = _picture(session, everybody, guesses, catalog, language) if everybody else None
    title = catalog.text(language, "guess.answer_title")
    return Card(title, tuple(lines), (_mine(session, catalog),), picture=picture)


def _mine(session: Session, catalog: Catalog) -> Button:
    return Button(catalog.text(session.language, "button.result"), "guessown", session.language, session.subject)


def _picture(
    session: Session, everybody: Sequence[float], guesses: Guesses, catalog: Catalog, language: str
) -> Picture:
    truth = guesses.truth(session)
    bins = tuple(Bin(low, high, count, whole(count, language)) for low, high, count in spread(everybody) if count)
    label, words = catalog.text(language, "guess.mark"), truth_words(truth, catalog, language)
    answer = Mark(label, truth.range.low, truth.range.central, truth.range.high, words)
    ends = (bins[0].low, bins[-1].high, truth.range.low, truth.range.high)
    ticks = tuple(Tick(value, amount_words(value, truth, language)) for value in decades(ends))
    spoken = " ".join(
        catalog.counted(
            language,
            "guess.bin",
            bin_.count,
            count=bin_.said,
            low=amount_words(bin_.low, truth, language),
            high=amount_words(bin_.high, truth, language),
        )
        for bin_ in bins
    )
    title = catalog.text(language, "guess.picture")
    chart = Distribution(title, bins, answer, ticks, catalog.text(language, "guess.note"))
    return Picture(chart, catalog.text(language, "guess.alt", answer=words, bins=spoken))


def question_words(session: Session, guesses: Guesses, language: str) -> str:
    """What is to be guessed."""
    quantity = guesses.quantity(session)
    return filled(quantity.question.text(language), guesses.lessons.values(quantity), language)


def answer_words(session: Session, guesses: Guesses, catalog: Catalog, language: str) -> str:
    """The answer with its range, as a sentence."""
    return catalog.text(language, "guess.answer", answer=truth_words(guesses.truth(session), catalog, language))


def truth_words(truth: Value, catalog: Catalog, language: str) -> str:
    """The answer with its range."""
    about, range_ = shown(truth, "", language), shown(truth, "range", language)
    if about == range_:
        return about
    return catalog.text(language, "picture.said", about=about, range=range_)


def amount_words(value: float, truth: Value, language: str) -> str:
    """An amount in the unit of the answer."""
    return shown(Value(Interval.exactly(value), truth.unit), "", language)
