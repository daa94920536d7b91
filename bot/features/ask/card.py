"""What a sentence asked for: one use as its card, several as a list with what they take together."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Button, Card
from bot.cards.uses import equivalent_words, usage_title
from bot.features.cost import MAX_LINES, Answer, cost_card, several_buttons, several_foot, together
from config.text.voice import ENERGY, Voice
from energy import FactorBook, fitting

# Discord allows five buttons in a row; a sentence with more uses than that is still answered in full.
_MAX_BUTTONS = 5
_MAX_LABEL = 80
# Of the uses that share a line, so many are named.
_NAMED = 4
# The sum at the top; what is counted and the codes at the foot.
_OTHER_LINES = 3


def ask_card(answers: Sequence[Answer], book: FactorBook, voice: Voice, room: int = MAX_LINES) -> Card:
    """The card of one answer, or the list of several in `room` lines; each has a button that opens it."""
    if len(answers) == 1:
        return cost_card(answers[0], book, voice)
    total = together(answers)
    energy = voice.said(total, ENERGY)
    lead = voice.text("ask.together", about=energy.about, range=energy.range)
    uses = _listed(answers, room - _OTHER_LINES, book, voice)
    foot = several_foot(answers, room - 1 - len(uses), book, voice)
    subject = ",".join(answer.estimate.trace for answer in answers)
    opening = tuple(
        Button(_title(answer, book, voice)[:_MAX_LABEL], "show", voice.language, answer.question.subject)
        for answer in answers[:_MAX_BUTTONS]
    )
    return Card(
        voice.text("ask.title", count=voice.whole(len(answers))),
        (f"{lead} {equivalent_words(fitting(total, book), voice)}", *uses, *foot),
        (*opening, *several_buttons("asked", subject, voice)),
        shared=True,
    )


def _listed(answers: Sequence[Answer], room: int, book: FactorBook, voice: Voice) -> tuple[str, ...]:
    """A line a use in the order asked; where there are more than lines, the heaviest alone and the rest in one."""
    heaviest = sorted(range(len(answers)), key=lambda place: -answers[place].estimate.facility_energy_wh.central)
    alone = heaviest if len(answers) <= room else heaviest[: room - 1]
    lines = [
        _line("ask.line", (answers[place],), _title(answers[place], book, voice), voice) for place in sorted(alone)
    ]
    if rest := [answers[place] for place in sorted(heaviest[len(alone) :])]:
        titles = [_title(answer, book, voice) for answer in rest[:_NAMED]]
        named = ", ".join((*titles, "…") if len(rest) > _NAMED else titles)
        lines.append(_line("ask.rest", rest, named, voice))
    return tuple(lines)


def _line(key: str, answers: Sequence[Answer], title: str, voice: Voice) -> str:
    energy = voice.said(together(answers), ENERGY)
    values = {"title": title, "about": energy.about, "range": energy.range, "count": voice.whole(len(answers))}
    return voice.text(key, **values)


def _title(answer: Answer, book: FactorBook, voice: Voice) -> str:
    return usage_title(answer.estimate.usage, book, voice)
