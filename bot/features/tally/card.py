"""A community's tally in words: what was added, what it takes in all, by kind and by origin."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Button, Card
from bot.cards.uses import equivalent_words, usage_title
from bot.features.tally.decide import Added, Shown
from bot.features.tally.periods import TallyPeriod
from bot.features.tally.stack_picture import stack_picture
from bot.features.tally.valuation import EarlierBook, EnergyTotals, Total
from config.text.dates import day_words
from config.text.voice import CARBON, ENERGY, Voice
from energy import FactorBook, Interval, Usage, fitting

_SHOWN = 8
# From here on, so many times more is said rather than per cents; below it, nothing that would round to none.
_TIMES, _LEAST = 2.0, 0.005


def added_card(added: Added, book: FactorBook, voice: Voice) -> Card:
    """What was counted, the last thirty days with it, and the way back."""
    lines = usage_lines(added.usages, book, voice)
    if added.month is not None:
        lines.append(voice.text("tally.month", total=energy_words(added.month.total, voice)))
    lines.append(voice.text("tally.kept"))
    buttons = (
        Button(voice.text("button.undo"), "undo", voice.language, added.source),
        Button(voice.text("button.tally"), "tally", voice.language, "30d"),
    )
    key = "tally.added" if added.new else "tally.known"
    return Card(voice.text(key), tuple(lines), buttons)


def undone_card(usages: Sequence[Usage], book: FactorBook, voice: Voice) -> Card:
    """What was taken back; nothing where that was done before."""
    if not usages:
        title, once = (voice.text(f"tally.undone_{what}") for what in ("before", "once"))
        return Card(title, (once,))
    return Card(voice.text("tally.undone"), tuple(usage_lines(usages, book, voice)))


def tally_card(shown: Shown, book: FactorBook, voice: Voice) -> Card:
    """The total with its range, one comparison, the split by kind and by origin, and which book priced it."""
    title = voice.text(f"tally.title_{shown.period}")
    if not shown.totals.total.count:
        unpriced = unpriced_lines(shown.totals, voice)
        return Card(title, (empty_words(shown.period, voice), *unpriced))
    kinds = sorted(shown.totals.kinds.items(), key=lambda kind: -kind[1].energy_wh.central)
    origins = sorted(shown.totals.origins.items(), key=lambda origin: -origin[1].energy_wh.central)
    total = shown.totals.total
    carbon = voice.said(total.carbon_g, CARBON)
    lines = [
        voice.text("tally.total", total=energy_words(total, voice)),
        equivalent_words(fitting(total.energy_wh, book), voice),
        voice.text("tally.carbon", about=carbon.about, range=carbon.range),
        *_split("kind", kinds, voice),
        *_split("origin", origins, voice),
        *unpriced_lines(shown.totals, voice),
        *_before(shown.before, voice),
        voice.text("tally.priced", book=book.version),
    ]
    buttons = (
        Button(voice.text("button.history"), "history", voice.language, shown.period),
        Button(voice.text("button.other_language"), "tally", voice.other, shown.period),
    )
    picture = stack_picture(title, total, shown.totals.kinds, voice)
    return Card(title, tuple(lines), buttons, picture=picture)


def empty_words(period: TallyPeriod, voice: Voice) -> str:
    """That nothing is counted, ever or only in this time."""
    return voice.text("tally.empty" if period == "all" else "tally.empty_span")


def usage_lines(usages: Sequence[Usage], book: FactorBook, voice: Voice) -> list[str]:
    """Uses as a list, long ones cut short."""
    lines = [f"• {usage_title(usage, book, voice)}" for usage in usages[:_SHOWN]]
    if (hidden := len(usages) - _SHOWN) > 0:
        lines.append(f"• {voice.counted('compare.more', hidden, count=voice.whole(hidden))}")
    return lines


def energy_words(total: Total, voice: Voice) -> str:
    """An energy as "about 3 kWh (1–9 kWh)"."""
    energy = voice.said(total.energy_wh, ENERGY)
    return voice.text("picture.said", about=energy.about, range=energy.range)


def unpriced_lines(totals: EnergyTotals, voice: Voice) -> list[str]:
    """What today's book cannot price, said and not hidden."""
    if not totals.unpriced:
        return []
    count = voice.whole(totals.unpriced)
    return [voice.counted("tally.unpriced", totals.unpriced, count=count)]


def _split(what: str, parts: Sequence[tuple[str, Total]], voice: Voice) -> list[str]:
    """One line: each part with its items and energy, in the order given."""
    words = [
        voice.counted(
            "tally.part",
            total.count,
            name=voice.text(f"tally.{what}.{name}"),
            count=voice.whole(total.count),
            total=energy_words(total, voice),
        )
        for name, total in parts
    ]
    return [voice.text(f"tally.by_{what}"), *words]


def _before(before: EarlierBook | None, voice: Voice) -> list[str]:
    """What the method before gave, and how far today's moved its centre."""
    if before is None:
        return []
    energy = voice.said(before.energy_wh, ENERGY)
    day, moved = day_words(before.day, voice), _moved(before.times, voice)
    values = {"day": day, "book": before.book, "about": energy.about, "range": energy.range, "moved": moved}
    return [voice.text("tally.before", **values)]


def _moved(times: float, voice: Voice) -> str:
    if times >= _TIMES:
        return voice.text("tally.moved_times", times=voice.number(times))
    if abs(times - 1) < _LEAST:
        return voice.text("tally.moved_range")
    share = voice.percent(Interval.exactly(abs(times - 1))).about
    return voice.text("tally.moved_more" if times > 1 else "tally.moved_less", percent=share)
