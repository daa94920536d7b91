"""A guessing game as cards: the question, a person's guess and score, the answer with the room's guesses drawn."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Button, Card, Picture
from bot.cards.charts.chart import Bin, Distribution, Mark, Tick, decades
from bot.cards.figures import filled, shown
from bot.cards.sentences import numbered_sources, sentence_words
from bot.features.learn.guess.decide import REVEALED, GuessPage, Own, spread
from bot.features.learn.next_step_button import next_button
from bot.features.learn.session import Session
from config.content.computed import Value
from config.text.voice import Voice
from energy import Interval


def guess_card(session: Session, count: int, asked: GuessPage, voice: Voice, *, over: bool = False) -> Card:
    """What everybody sees: the question and how many have guessed."""
    lines = [f"**{question_words(asked, voice)}**"]
    if count:
        lines.append(voice.counted("guess.room", count, count=voice.whole(count)))
    title = voice.text("guess.title")
    if over or session.phase == REVEALED:
        lines.append(answer_words(asked, voice))
        lines.append(voice.text("guess.over" if over else "guess.revealed"))
        return Card(title, tuple(lines), () if over else (_mine(session, voice),))
    lines.append(f"-# {voice.text('guess.anonymous')}")
    guess = Button(voice.text("button.guess"), "guess", voice.language, session.subject)
    reveal = Button(voice.text("button.reveal"), "reveal", voice.language, session.subject)
    return Card(title, tuple(lines), (guess, next_button(session, voice) if session.lesson else reveal))


def guessed_card(value: float, asked: GuessPage, voice: Voice) -> Card:
    """A guess is kept; its score comes with the answer."""
    amount = amount_words(value, asked.truth, voice)
    return Card(voice.text("guess.kept_title"), (voice.text("guess.kept", guess=amount),))


def own_card(own: Own | None, asked: GuessPage, voice: Voice) -> Card:
    """A person's own guess and score, seen by nobody else."""
    title = voice.text("quiz.result")
    if own is None:
        return Card(title, (voice.text("guess.none"),))
    amount = amount_words(own.guess, asked.truth, voice)
    line = voice.text("guess.score", guess=amount, points=str(own.points))
    return Card(title, (line, answer_words(asked, voice)))


def revealed_card(session: Session, everybody: Sequence[float], asked: GuessPage, voice: Voice) -> Card:
    """The answer, how it is worked out, and how the guesses spread."""
    shown = asked.shown
    lines = (
        f"**{question_words(asked, voice)}**",
        answer_words(asked, voice),
        sentence_words(shown.item.because, shown.values, shown.numbers, voice),
        *numbered_sources(shown.sources, voice),
    )
    picture = _picture(everybody, asked, voice) if everybody else None
    return Card(voice.text("guess.answer_title"), lines, (_mine(session, voice),), picture=picture)


def _mine(session: Session, voice: Voice) -> Button:
    return Button(voice.text("button.result"), "guessown", voice.language, session.subject)


def _picture(everybody: Sequence[float], asked: GuessPage, voice: Voice) -> Picture:
    truth = asked.truth
    bins = tuple(Bin(low, high, count, voice.whole(count)) for low, high, count in spread(everybody) if count)
    label, words = voice.text("guess.mark"), truth_words(truth, voice)
    answer = Mark(label, truth.range.low, truth.range.central, truth.range.high, words)
    ends = (bins[0].low, bins[-1].high, truth.range.low, truth.range.high)
    ticks = tuple(Tick(value, amount_words(value, truth, voice)) for value in decades(ends))
    spoken = " ".join(
        voice.counted(
            "guess.bin",
            bin_.count,
            count=bin_.said,
            low=amount_words(bin_.low, truth, voice),
            high=amount_words(bin_.high, truth, voice),
        )
        for bin_ in bins
    )
    title = voice.text("guess.picture")
    chart = Distribution(title, bins, answer, ticks, voice.text("guess.note"))
    return Picture(chart, voice.text("guess.alt", answer=words, bins=spoken))


def question_words(asked: GuessPage, voice: Voice) -> str:
    """What is to be guessed."""
    return filled(asked.shown.item.question.text(voice.language), asked.shown.values, voice)


def answer_words(asked: GuessPage, voice: Voice) -> str:
    """The answer with its range, as a sentence."""
    return voice.text("guess.answer", answer=truth_words(asked.truth, voice))


def truth_words(truth: Value, voice: Voice) -> str:
    """The answer with its range."""
    about, range_ = shown(truth, "", voice), shown(truth, "range", voice)
    if about == range_:
        return about
    return voice.text("picture.said", about=about, range=range_)


def amount_words(value: float, truth: Value, voice: Voice) -> str:
    """An amount in the unit of the answer."""
    return shown(Value(Interval.exactly(value), truth.unit), "", voice)
