"""The cost of one use of AI as a card, and the sources behind it as another."""

from __future__ import annotations

from bot.render.card import Button, Card
from bot.render.numbers import CARBON, ENERGY, SECONDS, WATER, duration, exact, said, unit_space, whole
from bot.services.cost import Answer
from config.catalog import Catalog
from energy import Basis, Estimate, FactorBook, Usage, confidence
from energy.units import S_PER_MIN

_MAX_SOURCES = 12


def cost_card(answer: Answer, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """The answer in at most six lines: range, comparison, carbon, what is counted, how well it is known, trace."""
    result = answer.estimate
    energy = said(result.facility_energy_wh, ENERGY, language)
    carbon = said(result.carbon_g, CARBON, language)
    water = said(result.water_ml, WATER, language)
    microwave = said(answer.comparison.amount.scaled(S_PER_MIN), SECONDS, language)
    place = _place(result, book, catalog, language)
    lines = (
        catalog.text(language, "cost.energy", about=energy.about, range=energy.range),
        catalog.text(language, "cost.microwave", about=microwave.about, range=microwave.range),
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
        _known(result, book, catalog, language),
        _foot(result, book, catalog, language),
    )
    other = "en" if language == "fr" else "fr"
    subject = answer.question.subject
    buttons = (
        Button(catalog.text(language, "button.sources"), "src", language, subject),
        Button(catalog.text(language, "button.other_language"), "lang", other, subject),
    )
    return Card(usage_title(result.usage, book, catalog, language), lines, buttons)


def sources_card(answer: Answer, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """Every source of an answer: who, what, when, where, and how it was read."""
    lines = []
    for identity in answer.sources(book)[:_MAX_SOURCES]:
        source = book.sources[identity]
        link = f" <{source.url}>" if source.url else ""
        read = catalog.text(language, "sources.second_hand") if source.read == "second-hand" else ""
        lines.append(f"• **{source.producer}** ({source.year}): {source.title_in(language).rstrip('.')}.{link}{read}")
    lines.append(catalog.text(language, "sources.foot", book=answer.estimate.book, trace=answer.estimate.trace))
    return Card(catalog.text(language, "sources.title"), tuple(lines))


def usage_title(usage: Usage, book: FactorBook, catalog: Catalog, language: str) -> str:
    """What was done, in a few words: "3 AI videos of 10 s · Veo 3.1 · 1920×1080"."""
    timed = usage.activity in ("video", "audio")
    length = duration(usage.amount, language) if timed else exact(usage.amount, language)
    key = f"cost.{usage.activity}"
    if usage.activity == "audio":
        key = f"cost.{usage.setting('kind') or 'music'}"
    elif usage.setting("kind") == "reasoning":
        key = "cost.reasoning"
    count = whole(usage.count, language)
    parts = [
        catalog.counted(language, key, usage.count, count=count, length=length),
        *([_model_name(usage.model, book)] if usage.model else []),
        (usage.setting("resolution") or "").replace("x", "\N{MULTIPLICATION SIGN}"),
    ]
    return " · ".join(part for part in parts if part)


def _model_name(identity: str, book: FactorBook) -> str:
    return book.models[identity].name if identity in book.models else identity.rsplit("/", 1)[-1]


def _foot(result: Estimate, book: FactorBook, catalog: Catalog, language: str) -> str:
    """The trace and, for video, the viral figure named as the outlier it is."""
    trace = catalog.text(language, "cost.trace", trace=result.trace)
    if result.usage.activity != "video":
        return f"-# {trace}"
    outlier = f"{exact(book.factors.video.outlier_wh.central, language)}{unit_space(language)}Wh"
    return f"-# {catalog.text(language, 'cost.outlier', outlier=outlier)} · {trace}"


def _place(result: Estimate, book: FactorBook, catalog: Catalog, language: str) -> str:
    """The grid that was reckoned with, and why it is another than the one asked for."""
    name = result.place.name(language)
    said_place = catalog.text(language, f"place.{result.place.basis.name.lower()}", place=name)
    if result.place.asked is None:
        return said_place
    part = book.parts[result.place.asked]
    why = catalog.text(language, f"part.{part.why}")
    return catalog.text(language, "place.part", said=said_place, part=part.name(language), why=why)


def _known(result: Estimate, book: FactorBook, catalog: Catalog, language: str) -> str:
    level = catalog.text(language, f"known.{confidence(result, book).level.value}")
    notes = [n for n in result.notes if not n.code.startswith("place.")]
    reasons = [catalog.text(language, f"note.{n.code}", **dict(n.params)) for n in notes]
    basis = catalog.text(language, f"basis.{Basis(result.basis).value}")
    return catalog.text(language, "cost.known", level=level, basis=basis, reasons=" ".join(reasons))
