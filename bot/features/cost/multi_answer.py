"""What cards of several answers share: their sum, how well they are known, their codes, buttons and sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from bot.cards.card import Button, Card
from bot.cards.sentences import source_words
from bot.cards.uses import usage_title
from bot.features.cost.decide import Answer
from config.text.voice import Voice
from energy import Confidence, FactorBook, Interval, confidence, fitting

# What a card says before its buttons.
MAX_LINES = 6
_LEVELS = tuple(Confidence)
# Of Discord's 4,000 characters in a message, so many for the list of sources.
_MOST_SIGNS = 3_500


def together(answers: Iterable[Answer]) -> Interval:
    """What answers take together at the data centre's meter, in Wh."""
    return reduce(Interval.plus, (answer.estimate.facility_energy_wh for answer in answers))


def several_foot(answers: Sequence[Answer], room: int, book: FactorBook, voice: Voice) -> tuple[str, ...]:
    """What is counted and left out, how well it is known, and the codes: three lines where there is room, else two."""
    words = (voice.text("cost.boundary"), _known(answers, book, voice))
    traces = f"-# {voice.text('compare.traces', traces=_codes(answers))}"
    return (*words, traces) if room > len(words) else (" ".join(words), traces)


def several_buttons(verb: str, subject: str, voice: Voice) -> tuple[Button, ...]:
    """The sources of all, all into the tally in one go, and the same card in the other language (`verb`)."""
    return (
        Button(voice.text("button.src"), "srcall", voice.language, subject),
        Button(voice.text("button.addall"), "addall", voice.language, subject, server=True),
        Button(voice.text("button.other_language"), verb, voice.other, subject),
    )


def several_sources_card(answers: Sequence[Answer], book: FactorBook, voice: Voice) -> Card:
    """Every source of several answers once; where they are too many, how many are left out is said."""
    comparison = fitting(together(answers), book).source
    named = dict.fromkeys((*(source for answer in answers for source in answer.sources(book)), comparison))
    lines: list[str] = []
    for number, identity in enumerate(named):
        line = f"• {source_words(book.sources[identity], voice)}"
        if sum(map(len, lines)) + len(line) > _MOST_SIGNS:
            hidden = len(named) - number
            lines.append(voice.counted("sources.more", hidden, count=voice.whole(hidden)))
            break
        lines.append(line)
    edition = answers[0].estimate.book
    lines.append(voice.text("sources.foot_several", book=edition, traces=_codes(answers)))
    return Card(voice.text("sources.title"), tuple(lines), shared=True)


def _codes(answers: Sequence[Answer]) -> str:
    return ", ".join(dict.fromkeys(answer.estimate.trace for answer in answers))


def _known(answers: Sequence[Answer], book: FactorBook, voice: Voice) -> str:
    """The level all share, or the weakest and the firmest with what each belongs to."""
    ranked = sorted(answers, key=lambda answer: _LEVELS.index(confidence(answer.estimate, book).level))
    (low, worst), (high, best) = (
        (confidence(answer.estimate, book).level, usage_title(answer.estimate.usage, book, voice))
        for answer in (ranked[0], ranked[-1])
    )
    weakest, firmest = (voice.text(f"known.{level.value}") for level in (low, high))
    if low is high:
        return voice.text("cost.known_all", level=weakest)
    return voice.text("cost.known_between", low=weakest, worst=worst, high=firmest, best=best)
