"""What a sentence asked for: one use as its card, several as a list with what they take together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from bot.render.card import Button, Card
from bot.render.cost import cost_card
from bot.render.like import like
from bot.render.numbers import ENERGY, said, whole
from bot.render.usage import usage_title
from bot.services.cost import Answer
from config.catalog import Catalog
from energy import FactorBook, Interval, fitting

# Discord allows five buttons in a row; a sentence with more uses than that is still answered in full.
_MAX_BUTTONS = 5
_MAX_LABEL = 80
_SHOWN = 12


def ask_card(answers: Sequence[Answer], book: FactorBook, catalog: Catalog, language: str) -> Card:
    """The card of one answer, or the list of several; each has a button that opens it."""
    if len(answers) == 1:
        return cost_card(answers[0], book, catalog, language)
    titles = [usage_title(answer.estimate.usage, book, catalog, language) for answer in answers]
    lines = []
    for title, answer in zip(titles, answers, strict=True):
        energy = said(answer.estimate.facility_energy_wh, ENERGY, language)
        lines.append(catalog.text(language, "ask.line", title=title, about=energy.about, range=energy.range))
    if (hidden := len(lines) - _SHOWN) > 0:
        lines[_SHOWN:] = [catalog.counted(language, "ask.more", hidden, count=whole(hidden, language))]
    total = reduce(Interval.plus, (answer.estimate.facility_energy_wh for answer in answers))
    energy = said(total, ENERGY, language)
    lines.append(catalog.text(language, "ask.together", about=energy.about, range=energy.range))
    lines.append(like(fitting(total, book), catalog, language))
    buttons = tuple(
        Button(title[:_MAX_LABEL], "show", language, answer.question.subject)
        for title, answer in list(zip(titles, answers, strict=True))[:_MAX_BUTTONS]
    )
    return Card(
        catalog.text(language, "ask.title", count=whole(len(answers), language)),
        tuple(lines),
        buttons,
        answers=tuple(answers),
    )
