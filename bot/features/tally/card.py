"""A community's tally in words: what was added, what it takes in all, by kind and by origin."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Button, Card
from bot.cards.equivalent_words import like
from bot.cards.usage_words import usage_title
from bot.features.tally.decide import Added, Shown
from bot.features.tally.periods import Period
from bot.features.tally.stack_picture import stack_picture
from bot.features.tally.valuation import Before, Bill, Total
from config.text.catalog import Catalog
from config.text.dates import day_words
from config.text.numbers import CARBON, ENERGY, number, percent, said, whole
from energy import FactorBook, Interval, Usage, fitting

_SHOWN = 8
# From here on, so many times more is said rather than per cents; below it, nothing that would round to none.
_TIMES, _LEAST = 2.0, 0.005


def added_card(added: Added, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """What was counted, the last thirty days with it, and the way back."""
    lines = usage_lines(added.usages, book, catalog, language)
    if added.month is not None:
        lines.append(catalog.text(language, "tally.month", total=energy_words(added.month.total, catalog, language)))
    lines.append(catalog.text(language, "tally.kept"))
    buttons = (
        Button(catalog.text(language, "button.undo"), "undo", language, added.source),
        Button(catalog.text(language, "button.tally"), "tally", language, "30d"),
    )
    key = "tally.added" if added.new else "tally.known"
    return Card(catalog.text(language, key), tuple(lines), buttons)


def undone_card(usages: Sequence[Usage], book: FactorBook, catalog: Catalog, language: str) -> Card:
    """What was taken back; nothing where that was done before."""
    if not usages:
        title, once = (catalog.text(language, f"tally.undone_{what}") for what in ("before", "once"))
        return Card(title, (once,))
    return Card(catalog.text(language, "tally.undone"), tuple(usage_lines(usages, book, catalog, language)))


def tally_card(shown: Shown, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """The total with its range, one comparison, the split by kind and by origin, and which book priced it."""
    title = catalog.text(language, f"tally.title_{shown.period}")
    if not shown.bill.total.count:
        unpriced = unpriced_lines(shown.bill, catalog, language)
        return Card(title, (empty_words(shown.period, catalog, language), *unpriced))
    kinds = sorted(shown.bill.kinds.items(), key=lambda kind: -kind[1].energy_wh.central)
    origins = sorted(shown.bill.origins.items(), key=lambda origin: -origin[1].energy_wh.central)
    total = shown.bill.total
    carbon = said(total.carbon_g, CARBON, language)
    lines = [
        catalog.text(language, "tally.total", total=energy_words(total, catalog, language)),
        like(fitting(total.energy_wh, book), catalog, language),
        catalog.text(language, "tally.carbon", about=carbon.about, range=carbon.range),
        *_split("kind", kinds, catalog, language),
        *_split("origin", origins, catalog, language),
        *unpriced_lines(shown.bill, catalog, language),
        *_before(shown.before, catalog, language),
        catalog.text(language, "tally.priced", book=book.version),
    ]
    buttons = (
        Button(catalog.text(language, "button.history"), "history", language, shown.period),
        Button(
            catalog.text(language, "button.other_language"), "tally", "en" if language == "fr" else "fr", shown.period
        ),
    )
    picture = stack_picture(title, total, shown.bill.kinds, catalog, language)
    return Card(title, tuple(lines), buttons, picture=picture)


def empty_words(period: Period, catalog: Catalog, language: str) -> str:
    """That nothing is counted, ever or only in this time."""
    return catalog.text(language, "tally.empty" if period == "all" else "tally.empty_span")


def usage_lines(usages: Sequence[Usage], book: FactorBook, catalog: Catalog, language: str) -> list[str]:
    """Uses as a list, long ones cut short."""
    lines = [f"• {usage_title(usage, book, catalog, language)}" for usage in usages[:_SHOWN]]
    if (hidden := len(usages) - _SHOWN) > 0:
        lines.append(f"• {catalog.counted(language, 'compare.more', hidden, count=whole(hidden, language))}")
    return lines


def energy_words(total: Total, catalog: Catalog, language: str) -> str:
    """An energy as "about 3 kWh (1–9 kWh)"."""
    energy = said(total.energy_wh, ENERGY, language)
    return catalog.text(language, "picture.said", about=energy.about, range=energy.range)


def unpriced_lines(bill: Bill, catalog: Catalog, language: str) -> list[str]:
    """What today's book cannot price, said and not hidden."""
    if not bill.unpriced:
        return []
    count = whole(bill.unpriced, language)
    return [catalog.counted(language, "tally.unpriced", bill.unpriced, count=count)]


def _split(what: str, parts: Sequence[tuple[str, Total]], catalog: Catalog, language: str) -> list[str]:
    """One line: each part with its items and energy, in the order given."""
    words = [
        catalog.counted(
            language,
            "tally.part",
            total.count,
            name=catalog.text(language, f"tally.{what}.{name}"),
            count=whole(total.count, language),
            total=energy_words(total, catalog, language),
        )
        for name, total in parts
    ]
    return [catalog.text(language, f"tally.by_{what}"), *words]


def _before(before: Before | None, catalog: Catalog, language: str) -> list[str]:
    """What the method before gave, and how far today's moved its centre."""
    if before is None:
        return []
    energy = said(before.energy_wh, ENERGY, language)
    day, moved = day_words(before.day, catalog, language), _moved(before.times, catalog, language)
    values = {"day": day, "book": before.book, "about": energy.about, "range": energy.range, "moved": moved}
    return [catalog.text(language, "tally.before", **values)]


def _moved(times: float, catalog: Catalog, language: str) -> str:
    if times >= _TIMES:
        return catalog.text(language, "tally.moved_times", times=number(times, language))
    if abs(times - 1) < _LEAST:
        return catalog.text(language, "tally.moved_range")
    share = percent(Interval.exactly(abs(times - 1)), language).about
    return catalog.text(language, "tally.moved_more" if times > 1 else "tally.moved_less", percent=share)
