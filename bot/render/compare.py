"""Things side by side: each with its range, how many times more, and whether that is sure; in words and drawn."""

from __future__ import annotations

from collections.abc import Sequence

from bot.render.card import Card
from bot.render.cost import other_language
from bot.render.numbers import ENERGY, number, said, whole
from bot.render.ranges import ranges_picture
from bot.render.usage import usage_title
from bot.services.compare import Thing, ratios
from config.catalog import Catalog
from energy import FactorBook

# Below this many times, central values of such ranges tell nothing apart.
_ABOUT_THE_SAME = 1.2
_SHOWN = 3


def compare_card(things: Sequence[Thing], book: FactorBook, catalog: Catalog, language: str) -> Card:
    """The things in the order given, then each against the one that takes least."""
    names = {id(thing): _name(thing, book, catalog, language) for thing in things}
    lines = []
    for thing in things:
        energy = said(thing.energy_wh, ENERGY, language)
        lines.append(catalog.text(language, "ask.line", title=names[id(thing)], about=energy.about, range=energy.range))
    for ratio in ratios(things):
        same = ratio.times < _ABOUT_THE_SAME
        key = "compare.same" if same else "compare.sure" if ratio.sure else "compare.unsure"
        values = {"more": names[id(ratio.more)], "less": names[id(ratio.less)], "times": number(ratio.times, language)}
        lines.append(catalog.text(language, key, **values))
    lines.append(catalog.text(language, "cost.boundary"))
    subject = "+".join(",".join(answer.estimate.trace for answer in thing.answers) for thing in things)
    answers = tuple(answer for thing in things for answer in thing.answers)
    traces = ", ".join(answer.estimate.trace for answer in answers)
    lines.append(f"-# {catalog.text(language, 'compare.traces', traces=traces)}")
    picture = ranges_picture([(names[id(t)], t.energy_wh) for t in things], book, catalog, language)
    buttons = (other_language("cmp", subject, catalog, language),)
    return Card(catalog.text(language, "compare.title"), tuple(lines), buttons, picture=picture, answers=answers)


def _name(thing: Thing, book: FactorBook, catalog: Catalog, language: str) -> str:
    shown = [usage_title(answer.estimate.usage, book, catalog, language) for answer in thing.answers[:_SHOWN]]
    if (hidden := len(thing.answers) - _SHOWN) > 0:
        shown.append(catalog.counted(language, "compare.more", hidden, count=whole(hidden, language)))
    return " + ".join(shown)
