"""The cost of one use of AI as a card, and the sources behind it as another."""

from __future__ import annotations

from bot.cards.card import Button, Card
from bot.cards.sentences import source_words
from bot.cards.uses import equivalent_words, usage_title
from bot.features.cost.decide import Answer
from bot.features.cost.trace_record import LiveThen
from config.text.dates import day_words
from config.text.voice import CARBON, ENERGY, WATER, Voice
from energy import Basis, Estimate, FactorBook, Live, Place, confidence

_MAX_SOURCES = 12


def cost_card(answer: Answer, book: FactorBook, voice: Voice) -> Card:
    """The answer in at most six lines: range, comparison, carbon, what is counted, how well it is known, trace."""
    result = answer.estimate
    energy = voice.said(result.facility_energy_wh, ENERGY)
    carbon = voice.said(result.carbon_g, CARBON)
    water = voice.said(result.water_ml, WATER)
    place = place_words(result, book, voice)
    lines = (
        voice.text("cost.energy", about=energy.about, range=energy.range),
        equivalent_words(answer.comparison, voice),
        voice.text(
            "cost.carbon",
            about=carbon.about,
            range=carbon.range,
            place=place,
            water=water.about,
            water_range=water.range,
        ),
        voice.text("cost.boundary"),
        known_words(result, book, voice),
        _foot(result, book, voice),
    )
    title = usage_title(result.usage, book, voice)
    return Card(title, lines, answer_buttons(answer.question.subject, voice), shared=True)


def answer_buttons(subject: str, voice: Voice) -> tuple[Button, ...]:
    """What can be asked further about an answer."""
    verbs = ("src", "wide", "lev")
    asked = (Button(voice.text(f"button.{verb}"), verb, voice.language, subject) for verb in verbs)
    return (
        *asked,
        add_button("add", subject, voice),
        Button(voice.text("button.other_language"), "lang", voice.other, subject),
    )


def add_button(verb: str, subject: str, voice: Voice) -> Button:
    """Counts the use in the server's tally: add for what somebody says they did, addseen for what a message shows."""
    return Button(voice.text("button.add"), verb, voice.language, subject, server=True)


def sources_card(answer: Answer, book: FactorBook, voice: Voice) -> Card:
    """Every source of an answer: who, what, when, where, and how it was read."""
    lines = []
    for identity in answer.sources(book)[:_MAX_SOURCES]:
        lines.append(f"• {source_words(book.sources[identity], voice)}")
    lines.append(voice.text("sources.foot", book=answer.estimate.book, trace=answer.estimate.trace))
    return Card(voice.text("sources.title"), tuple(lines), shared=True)


def _foot(result: Estimate, book: FactorBook, voice: Voice) -> str:
    """The trace and, for video, the viral figure named as the outlier it is."""
    trace = voice.text("cost.trace", trace=result.trace)
    if result.usage.activity != "video":
        return f"-# {trace}"
    outlier = f"{voice.exact(book.factors.video.outlier_wh.central)}{voice.unit_space}Wh"
    return f"-# {voice.text('cost.outlier', outlier=outlier)} · {trace}"


def place_words(result: Estimate, book: FactorBook, voice: Voice) -> str:
    """The grid of the estimate, and why it is another than the one asked for."""
    name = voice.name(result.place)
    said_place = voice.text(f"place.{result.place.basis.name.lower()}", place=name)
    if result.place.asked is not None:
        part = book.regions[result.place.asked]
        why = voice.text(f"part.{part.why}")
        said_place = voice.text("place.part", said=said_place, part=voice.name(part), why=why)
    return _at_moment(said_place, result.place, book, voice)


def live_words(live: Live | LiveThen, who: str, voice: Voice) -> str:
    """Whose live figure it is, of when, and what it counts."""
    day = day_words(live.at.date(), voice)
    when = voice.text("live.when", day=day, time=f"{live.at:%H:%M}")
    basis = voice.text(f"factor_basis.{live.basis.value}")
    method = voice.text(f"live.{live.method.name.lower()}")
    return voice.text("live.figure", who=who, when=when, basis=basis, method=method)


def _at_moment(said_place: str, place: Place, book: FactorBook, voice: Voice) -> str:
    """The grid with whose live figure was taken, or which yearly one stands in for it."""
    if place.live is not None:
        live = live_words(place.live, book.sources[place.live.source].producer, voice)
        return voice.text("live.place", said=said_place, live=live)
    if place.missing is None:
        return said_place
    yearly = book.sources[place.source]
    who, year = book.sources[place.missing].producer, str(place.year or yearly.year)
    return voice.text("live.missing", said=said_place, who=who, instead=yearly.producer, year=year)


def known_words(result: Estimate, book: FactorBook, voice: Voice) -> str:
    """How well an answer is known and what that rests on."""
    level = voice.text(f"known.{confidence(result, book).level.value}")
    notes = [n for n in result.notes if not n.code.startswith("place.")]
    reasons = [voice.text(f"note.{n.code}", **dict(n.params)) for n in notes]
    basis = voice.text(f"basis.{Basis(result.basis).value}")
    return voice.text("cost.known", level=level, basis=basis, reasons=" ".join(reasons))
