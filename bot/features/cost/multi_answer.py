"""What cards of several answers share: their sum, how well they are known, their codes, buttons and sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from bot.cards.card import Button, Card
from bot.cards.sentences import source_words
from bot.cards.usage_words import usage_title
from bot.features.cost.card import other_language
from bot.features.cost.decide import Answer
from config.text.catalog import Catalog
from config.text.numbers import whole
from energy import Confidence, FactorBook, Interval, confidence, fitting

# What a card says before its buttons.
MAX_LINES = 6
_LEVELS = tuple(Confidence)
# Of Discord's 4,000 signs in a message, so many for the list of sources.
_MOST_SIGNS = 3_500


def together(answers: Iterable[Answer]) -> Interval:
    """What answers take together at the data centre's meter, in Wh."""
    return reduce(Interval.plus, (answer.estimate.facility_energy_wh for answer in answers))


def several_foot(
    answers: Sequence[Answer], room: int, book: FactorBook, catalog: Catalog, language: str
) -> tuple[str, ...]:
    """What is counted and left out, how well it is known, and the codes: three lines where there is room, else two."""
    words = (catalog.text(language, "cost.boundary"), _known(answers, book, catalog, language))
    traces = f"-# {catalog.text(language, 'compare.traces', traces=_codes(answers))}"
    return (*words, traces) if room > len(words) else (" ".join(words), traces)


def several_buttons(verb: str, subject: str, catalog: Catalog, language: str) -> tuple[Button, ...]:
    """The sources of all, all into the tally in one go, and the same card in the other language (`verb`)."""
    return (
        Button(catalog.text(language, "button.src"), "srcall", language, subject),
        Button(catalog.text(language, "button.addall"), "addall", language, subject, server=True),
        other_language(verb, subject, catalog, language),
    )


def several_sources_card(answers: Sequence[Answer], book: FactorBook, catalog: Catalog, language: str) -> Card:
    """Every source of several answers once; where they are too many, how many are left out is said."""
    comparison = fitting(together(answers), book).source
    named = dict.fromkeys((*(source for answer in answers for source in answer.sources(book)), comparison))
    lines: list[str] = []
    for number, identity in enumerate(named):
        line = f"• {source_words(book.sources[identity], catalog, language)}"
        if sum(map(len, lines)) + len(line) > _MOST_SIGNS:
            hidden = len(named) - number
            lines.append(catalog.counted(language, "sources.more", hidden, count=whole(hidden, language)))
            break
        lines.append(line)
    edition = answers[0].estimate.book
    lines.append(catalog.text(language, "sources.foot_several", book=edition, traces=_codes(answers)))
    return Card(catalog.text(language, "sources.title"), tuple(lines), answers=tuple(answers))


def _codes(answers: Sequence[Answer]) -> str:
    return ", ".join(dict.fromkeys(answer.estimate.trace for answer in answers))


def _known(answers: Sequence[Answer], book: FactorBook, catalog: Catalog, language: str) -> str:
    """The level all share, or the weakest and the firmest with what each belongs to."""
    ranked = sorted(answers, key=lambda answer: _LEVELS.index(confidence(answer.estimate, book).level))
    (low, worst), (high, best) = (
        (confidence(answer.estimate, book).level, usage_title(answer.estimate.usage, book, catalog, language))
        for answer in (ranked[0], ranked[-1])
    )
    weakest, firmest = (catalog.text(language, f"known.{level.value}") for level in (low, high))
    if low is high:
        return catalog.text(language, "cost.known_all", level=weakest)
    return catalog.text(language, "cost.known_between", low=weakest, worst=worst, high=firmest, best=best)
