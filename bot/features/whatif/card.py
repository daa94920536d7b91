"""A habit shared by many: what it takes in its period and in a year, and what that is like."""

from __future__ import annotations

from bot.cards.card import Card
from bot.cards.equivalent_words import like
from bot.cards.usage_words import usage_title
from bot.features.cost.card import answer_buttons, known_words, other_language, place_words
from bot.features.whatif.decide import Habit
from config.text.catalog import Catalog
from config.text.numbers import CARBON, ENERGY, WATER, exact, said, whole
from energy import FactorBook, fitting


def whatif_card(habit: Habit, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """Totals of a period and a year; its buttons are about the use done once."""
    found = habit.shared
    carbon = said(found.per_year.carbon_g, CARBON, language)
    water = said(found.per_year.water_ml, WATER, language)
    boundary, known = catalog.text(language, "cost.boundary"), known_words(found.one, book, catalog, language)
    same, trace = catalog.text(language, "whatif.range"), catalog.text(language, "cost.trace", trace=found.one.trace)
    lines = (
        f"{_shared(habit, catalog, language)}. {_total('once', habit, catalog, language)}",
        " ".join(_total(span, habit, catalog, language) for span in dict.fromkeys((found.per, "year"))),
        like(fitting(found.per_year.energy_wh, book), catalog, language),
        catalog.text(
            language,
            "whatif.carbon",
            about=carbon.about,
            range=carbon.range,
            place=place_words(found.one, book, catalog, language),
            water=water.about,
        ),
        f"{boundary} {known}",
        f"-# {same} · {trace}",
    )
    buttons = (
        *answer_buttons(habit.once.question.subject, catalog, language)[:-1],
        other_language("what", habit.subject, catalog, language),
    )
    return Card(usage_title(found.one.usage, book, catalog, language), lines, buttons, answers=(habit.once,))


def _shared(habit: Habit, catalog: Catalog, language: str) -> str:
    """By how many, how often: "2,000,000 people, 3 times a week"."""
    found = habit.shared
    people = catalog.counted(language, "whatif.people", found.people, people=whole(found.people, language))
    times = exact(found.times, language)
    return catalog.counted(language, f"whatif.per_{found.per}", found.times, people=people, times=times)


def _total(span: str, habit: Habit, catalog: Catalog, language: str) -> str:
    """What it takes once, in its period or in a year."""
    found = habit.shared
    if span == "once":
        energy = said(found.one.facility_energy_wh, ENERGY, language)
        return catalog.text(language, "whatif.once", about=energy.about, range=energy.range)
    total = found.per_year if span == "year" else found.per_period
    energy = said(total.energy_wh, ENERGY, language)
    if span == "year":
        return catalog.text(language, "whatif.year", about=energy.about, range=energy.range)
    period = catalog.text(language, f"whatif.each_{span}")
    return catalog.text(language, "whatif.period", period=period, about=energy.about, range=energy.range)
