"""What a sentence asked for: one use as its card, several as a list with what they take together."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Button, Card
from bot.cards.equivalent_words import like
from bot.cards.usage_words import usage_title
from bot.features.cost.card import cost_card
from bot.features.cost.decide import Answer
from bot.features.cost.multi_answer import MAX_LINES, several_buttons, several_foot, together
from config.text.catalog import Catalog
from config.text.numbers import ENERGY, said, whole
from energy import FactorBook, fitting

# Discord allows five buttons in a row; a sentence with more uses than that is still answered in full.
_MAX_BUTTONS = 5
_MAX_LABEL = 80
# Of the uses that share a line, so many are named.
_NAMED = 4
# The sum at the top; what is counted and the codes at the foot.
_OTHER_LINES = 3


def ask_card(
    answers: Sequence[Answer], book: FactorBook, catalog: Catalog, language: str, room: int = MAX_LINES
) -> Card:
    """The card of one answer, or the list of several in `room` lines; each has a button that opens it."""
    if len(answers) == 1:
        return cost_card(answers[0], book, catalog, language)
    total = together(answers)
    energy = said(total, ENERGY, language)
    lead = catalog.text(language, "ask.together", about=energy.about, range=energy.range)
    uses = _listed(answers, room - _OTHER_LINES, book, catalog, language)
    foot = several_foot(answers, room - 1 - len(uses), book, catalog, language)
    subject = ",".join(answer.estimate.trace for answer in answers)
    opening = tuple(
        Button(_title(answer, book, catalog, language)[:_MAX_LABEL], "show", language, answer.question.subject)
        for answer in answers[:_MAX_BUTTONS]
    )
    return Card(
        catalog.text(language, "ask.title", count=whole(len(answers), language)),
        (f"{lead} {like(fitting(total, book), catalog, language)}", *uses, *foot),
        (*opening, *several_buttons("asked", subject, catalog, language)),
        answers=tuple(answers),
    )


def _listed(answers: Sequence[Answer], room: int, book: FactorBook, catalog: Catalog, language: str) -> tuple[str, ...]:
    """A line a use in the order asked; where there are more than lines, the heaviest alone and the rest in one."""
    heaviest = sorted(range(len(answers)), key=lambda place: -answers[place].estimate.facility_energy_wh.central)
    alone = heaviest if len(answers) <= room else heaviest[: room - 1]
    lines = [
        _line("ask.line", (answers[place],), _title(answers[place], book, catalog, language), catalog, language)
        for place in sorted(alone)
    ]
    if rest := [answers[place] for place in sorted(heaviest[len(alone) :])]:
        titles = [_title(answer, book, catalog, language) for answer in rest[:_NAMED]]
        named = ", ".join((*titles, "…") if len(rest) > _NAMED else titles)
        lines.append(_line("ask.rest", rest, named, catalog, language))
    return tuple(lines)


def _line(key: str, answers: Sequence[Answer], title: str, catalog: Catalog, language: str) -> str:
    energy = said(together(answers), ENERGY, language)
    values = {"title": title, "about": energy.about, "range": energy.range, "count": whole(len(answers), language)}
    return catalog.text(language, key, **values)


def _title(answer: Answer, book: FactorBook, catalog: Catalog, language: str) -> str:
    return usage_title(answer.estimate.usage, book, catalog, language)
