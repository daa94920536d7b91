"""A community's tally in words: what was added, what it takes in all, by kind and by origin."""

from __future__ import annotations

from collections.abc import Sequence

from bot.render.card import Button, Card
from bot.render.like import like
from bot.render.numbers import CARBON, ENERGY, said, whole
from bot.render.ranges import ranges_picture
from bot.render.usage import usage_title
from bot.services.pricing import Before, Bill, Total
from bot.services.tally import Added, Shown
from config.catalog import Catalog
from energy import FactorBook, Usage, fitting

_SHOWN = 8


def added_card(added: Added, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """What was counted, the last thirty days with it, and the way back."""
    lines = (
        *usage_lines(added.usages, book, catalog, language),
        catalog.text(language, "tally.month", total=energy_words(added.month.total, catalog, language)),
        catalog.text(language, "tally.kept"),
    )
    buttons = (
        Button(catalog.text(language, "button.undo"), "undo", language, "-"),
        Button(catalog.text(language, "button.tally"), "tally", language, "30d"),
    )
    key = "tally.added" if added.new else "tally.known"
    return Card(catalog.text(language, key), lines, buttons)


def undone_card(usages: Sequence[Usage], book: FactorBook, catalog: Catalog, language: str) -> Card:
    """What was taken back."""
    return Card(catalog.text(language, "tally.undone"), tuple(usage_lines(usages, book, catalog, language)))


def tally_card(shown: Shown, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """The total with its range, one comparison, the split by kind and by origin, and which book priced it."""
    title = catalog.text(language, f"tally.title_{shown.period}")
    if not shown.bill.total.count:
        unpriced = unpriced_lines(shown.bill, catalog, language)
        return Card(title, (catalog.text(language, "tally.empty"), *unpriced))
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
    named = [(catalog.text(language, f"tally.kind.{kind}"), part.energy_wh) for kind, part in kinds]
    together = (catalog.text(language, "tally.all"), total.energy_wh)
    picture = ranges_picture([together, *named] if len(named) > 1 else named, book, catalog, language)
    return Card(title, tuple(lines), buttons, picture=picture)


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
        catalog.text(
            language,
            "tally.part",
            name=catalog.text(language, f"tally.{what}.{name}"),
            count=whole(total.count, language),
            total=energy_words(total, catalog, language),
        )
        for name, total in parts
    ]
    return [catalog.text(language, f"tally.by_{what}"), *words]


def _before(before: Before | None, catalog: Catalog, language: str) -> list[str]:
    if before is None:
        return []
    energy = said(before.energy_wh, ENERGY, language)
    day = before.day.isoformat()
    return [catalog.text(language, "tally.before", day=day, book=before.book, about=energy.about, range=energy.range)]
