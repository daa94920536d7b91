"""What stands behind a trace code: inputs, each step with its numbers and sources, what today's book gives."""

from __future__ import annotations

from bot.cards.card import Button, Card
from bot.cards.usage_words import usage_title
from bot.features.cost.card import answer_buttons, live_words, other_language, place_words
from bot.features.source.decide import Found, LiveThen, StageThen
from config.text.catalog import Catalog
from config.text.numbers import CARBON, ENERGY, WATER, number, said
from config.text.numbers import factor as formatted
from energy import FactorBook

# What takes part without a number of its own: a published shape, or that nothing is published.
_NO_NUMBER = (1.0, 1.0, 1.0)
_SCALES = {"Wh": ENERGY, "g": CARBON, "mL": WATER}


def source_card(found: Found, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """The answer of that day step by step, then the same inputs today."""
    lines = [_inputs(found, book, catalog, language)]
    way = "backwards" if found.then.stated_at_meter else "forwards"
    for stage in found.then.stages:
        lines += _stage(stage, way, catalog, language)
    if found.then.live is not None:
        kept = "" if found.today is None else f" {catalog.text(language, 'live.kept')}"
        lines.append(_live(found.then.live, catalog, language) + kept)
    lines.append(_today(found, book, catalog, language))
    buttons: tuple[Button, ...] = (other_language("trace", found.code, catalog, language),)
    if found.today is not None:
        buttons = (*answer_buttons(found.today.question.subject, catalog, language)[:-1], *buttons)
    return Card(catalog.text(language, "source.title", code=found.code), tuple(lines), buttons)


def _inputs(found: Found, book: FactorBook, catalog: Catalog, language: str) -> str:
    when = catalog.text(language, "source.when", day=found.day.isoformat(), book=found.book)
    if found.today is None:
        return when
    result = found.today.estimate
    title = usage_title(result.usage, book, catalog, language)
    return f"**{title}**, {place_words(result, book, catalog, language)}. {when}"


def _stage(stage: StageThen, way: str, catalog: Catalog, language: str) -> list[str]:
    result = said(stage.result, _SCALES[stage.unit], language)
    key = f"step.{way}.{stage.stage}"
    formula = catalog.text(language, key if catalog.has(key) else f"step.{stage.stage}")
    head = catalog.text(language, "source.step", formula=formula, about=result.about, range=result.range)
    # A number that several sources stand behind is one number.
    numbers: dict[tuple[str, tuple[float, float, float], str], dict[str, None]] = {}
    for factor in stage.factors:
        who = numbers.setdefault((factor.name, factor.range, factor.basis), {})
        who[f"{factor.producer}, {factor.year}"] = None
    return [head, *(_factor(*number, " · ".join(who), catalog, language) for number, who in numbers.items())]


def _factor(
    name: str, range_: tuple[float, float, float], basis: str, who: str, catalog: Catalog, language: str
) -> str:
    words = {
        "name": catalog.text(language, f"factor.{name}"),
        "basis": catalog.text(language, f"factor_basis.{basis}"),
        "who": who,
    }
    if range_ == _NO_NUMBER:
        return catalog.text(language, "source.fact", **words)
    low, central, high = (formatted(bound, language) for bound in range_)
    values = central if low == high else catalog.text(language, "source.range", low=low, central=central, high=high)
    return catalog.text(language, "source.factor", values=values, **words)


def _live(then: LiveThen, catalog: Catalog, language: str) -> str:
    live = live_words(then, then.producer, catalog, language)
    return catalog.text(language, "live.then", live=live, about=number(then.g_per_kwh, language))


def _today(found: Found, book: FactorBook, catalog: Catalog, language: str) -> str:
    if found.today is None:
        return catalog.text(language, "source.gone")
    if found.book == book.version:
        return catalog.text(language, "source.same")
    energy = said(found.today.estimate.facility_energy_wh, ENERGY, language)
    return catalog.text(
        language,
        "source.today",
        book=book.version,
        about=energy.about,
        range=energy.range,
        trace=found.today.estimate.trace,
    )
