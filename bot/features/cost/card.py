"""The cost of one use of AI as a card, and the sources behind it as another."""

from __future__ import annotations

from bot.cards.card import Button, Card
from bot.cards.equivalent_words import like
from bot.cards.sentences import source_words
from bot.cards.usage_words import usage_title
from bot.features.cost.decide import Answer
from bot.features.source.decide import LiveThen
from config.text.catalog import Catalog
from config.text.dates import day_words
from config.text.numbers import CARBON, ENERGY, WATER, exact, said, unit_space
from energy import Basis, Estimate, FactorBook, Live, Place, confidence

_MAX_SOURCES = 12


def cost_card(answer: Answer, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """The answer in at most six lines: range, comparison, carbon, what is counted, how well it is known, trace."""
    result = answer.estimate
    energy = said(result.facility_energy_wh, ENERGY, language)
    carbon = said(result.carbon_g, CARBON, language)
    water = said(result.water_ml, WATER, language)
    place = place_words(result, book, catalog, language)
    lines = (
        catalog.text(language, "cost.energy", about=energy.about, range=energy.range),
        like(answer.comparison, catalog, language),
        catalog.text(
            language,
            "cost.carbon",
            about=carbon.about,
            range=carbon.range,
            place=place,
            water=water.about,
            water_range=water.range,
        ),
        catalog.text(language, "cost.boundary"),
        known_words(result, book, catalog, language),
        _foot(result, book, catalog, language),
    )
    title = usage_title(result.usage, book, catalog, language)
    return Card(title, lines, answer_buttons(answer.question.subject, catalog, language), answers=(answer,))


def answer_buttons(subject: str, catalog: Catalog, language: str) -> tuple[Button, ...]:
    """What can be asked further about an answer."""
    verbs = ("src", "wide", "lev")
    asked = (Button(catalog.text(language, f"button.{verb}"), verb, language, subject) for verb in verbs)
    return (*asked, add_button("add", subject, catalog, language), other_language("lang", subject, catalog, language))


def add_button(verb: str, subject: str, catalog: Catalog, language: str) -> Button:
    """Counts the use in the server's tally: add for what somebody says they did, addseen for what a message shows."""
    return Button(catalog.text(language, "button.add"), verb, language, subject, server=True)


def other_language(verb: str, subject: str, catalog: Catalog, language: str) -> Button:
    """The same card in the other language."""
    return Button(catalog.text(language, "button.other_language"), verb, "en" if language == "fr" else "fr", subject)


def sources_card(answer: Answer, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """Every source of an answer: who, what, when, where, and how it was read."""
    lines = []
    for identity in answer.sources(book)[:_MAX_SOURCES]:
        lines.append(f"• {source_words(book.sources[identity], catalog, language)}")
    lines.append(catalog.text(language, "sources.foot", book=answer.estimate.book, trace=answer.estimate.trace))
    return Card(catalog.text(language, "sources.title"), tuple(lines), answers=(answer,))


def _foot(result: Estimate, book: FactorBook, catalog: Catalog, language: str) -> str:
    """The trace and, for video, the viral figure named as the outlier it is."""
    trace = catalog.text(language, "cost.trace", trace=result.trace)
    if result.usage.activity != "video":
        return f"-# {trace}"
    outlier = f"{exact(book.factors.video.outlier_wh.central, language)}{unit_space(language)}Wh"
    return f"-# {catalog.text(language, 'cost.outlier', outlier=outlier)} · {trace}"


def place_words(result: Estimate, book: FactorBook, catalog: Catalog, language: str) -> str:
    """The grid that was reckoned with, and why it is another than the one asked for."""
    name = result.place.name(language)
    said_place = catalog.text(language, f"place.{result.place.basis.name.lower()}", place=name)
    if result.place.asked is not None:
        part = book.regions[result.place.asked]
        why = catalog.text(language, f"part.{part.why}")
        said_place = catalog.text(language, "place.part", said=said_place, part=part.name(language), why=why)
    return _at_moment(said_place, result.place, book, catalog, language)


def live_words(live: Live | LiveThen, who: str, catalog: Catalog, language: str) -> str:
    """Whose live figure it is, of when, and what it counts."""
    day = day_words(live.at.date(), catalog, language)
    when = catalog.text(language, "live.when", day=day, time=f"{live.at:%H:%M}")
    basis = catalog.text(language, f"factor_basis.{live.basis.value}")
    method = catalog.text(language, f"live.{live.method.name.lower()}")
    return catalog.text(language, "live.figure", who=who, when=when, basis=basis, method=method)


def _at_moment(said_place: str, place: Place, book: FactorBook, catalog: Catalog, language: str) -> str:
    """The grid with whose live figure was taken, or which yearly one stands in for it."""
    if place.live is not None:
        live = live_words(place.live, book.sources[place.live.source].producer, catalog, language)
        return catalog.text(language, "live.place", said=said_place, live=live)
    if place.missing is None:
        return said_place
    yearly = book.sources[place.source]
    who, year = book.sources[place.missing].producer, str(place.year or yearly.year)
    return catalog.text(language, "live.missing", said=said_place, who=who, instead=yearly.producer, year=year)


def known_words(result: Estimate, book: FactorBook, catalog: Catalog, language: str) -> str:
    """How well an answer is known and what that rests on."""
    level = catalog.text(language, f"known.{confidence(result, book).level.value}")
    notes = [n for n in result.notes if not n.code.startswith("place.")]
    reasons = [catalog.text(language, f"note.{n.code}", **dict(n.params)) for n in notes]
    basis = catalog.text(language, f"basis.{Basis(result.basis).value}")
    return catalog.text(language, "cost.known", level=level, basis=basis, reasons=" ".join(reasons))
