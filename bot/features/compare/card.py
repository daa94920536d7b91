"""Things side by side: each with its range, how many times the least it takes, and whether that is sure; and drawn."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.cards.card import Card
from bot.cards.ranges_picture import ranges_picture
from bot.cards.uses import usage_title
from bot.features.compare.decide import ComparedOption, Multiple, ratios
from bot.features.cost import MAX_LINES, several_buttons, several_foot
from config.text.voice import ENERGY, Voice
from energy import FactorBook

# Below this many times, central values of such ranges tell nothing apart.
_ABOUT_THE_SAME = 1.2
_SHOWN = 3


def compare_card(things: Sequence[ComparedOption], book: FactorBook, voice: Voice) -> Card:
    """The things in the order given, each against the one that takes least."""
    names = [_name(thing, book, voice) for thing in things]
    found = {id(ratio.more): ratio for ratio in ratios(things)}
    lines = []
    for thing, name in zip(things, names, strict=True):
        energy = voice.said(thing.energy_wh, ENERGY)
        ratio = found.get(id(thing))
        values = {"title": name, "about": energy.about, "range": energy.range}
        times = voice.number(ratio.times) if ratio else ""
        lines.append(voice.text(_key(ratio, found.values()), times=times, **values))
    answers = tuple(answer for thing in things for answer in thing.answers)
    lines += several_foot(answers, MAX_LINES - len(lines), book, voice)
    subject = "+".join(",".join(answer.estimate.trace for answer in thing.answers) for thing in things)
    named = [(name, thing.energy_wh) for thing, name in zip(things, names, strict=True)]
    return Card(
        voice.text("compare.title"),
        tuple(lines),
        several_buttons("cmp", subject, voice),
        picture=ranges_picture(named, book, voice),
        shared=True,
    )


def _key(ratio: Multiple | None, others: Collection[Multiple]) -> str:
    """How a thing stands to the least; nothing is said of the least where nothing takes more."""
    if ratio is None:
        return "compare.least" if any(other.times >= _ABOUT_THE_SAME for other in others) else "ask.line"
    if ratio.times < _ABOUT_THE_SAME:
        return "compare.same"
    return "compare.sure" if ratio.sure else "compare.unsure"


def _name(thing: ComparedOption, book: FactorBook, voice: Voice) -> str:
    shown = [usage_title(answer.estimate.usage, book, voice) for answer in thing.answers[:_SHOWN]]
    if (hidden := len(thing.answers) - _SHOWN) > 0:
        shown.append(voice.counted("compare.more", hidden, count=voice.whole(hidden)))
    return " + ".join(shown)
