"""A habit shared by many: what it takes in its period and in a year, and what that is like."""

from __future__ import annotations

from bot.render.card import Card
from bot.render.cost import other_language, place_words
from bot.render.like import like
from bot.render.numbers import CARBON, ENERGY, WATER, exact, said, whole
from bot.render.usage import usage_title
from bot.services.whatif import Habit
from config.catalog import Catalog
from energy import FactorBook, fitting


def whatif_card(habit: Habit, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """Totals of a period and a year."""
    found = habit.shared
    once = said(found.one.facility_energy_wh, ENERGY, language)
    period, year = (said(t.energy_wh, ENERGY, language) for t in (found.per_period, found.per_year))
    carbon = said(found.per_year.carbon_g, CARBON, language)
    water = said(found.per_year.water_ml, WATER, language)
    shared = catalog.counted(
        language,
        f"whatif.per_{found.per}",
        found.times,
        people=catalog.counted(language, "whatif.people", found.people, people=whole(found.people, language)),
        times=exact(found.times, language),
    )
    lines = [shared, catalog.text(language, "whatif.once", about=once.about, range=once.range)]
    if found.per != "year":
        name = catalog.text(language, f"whatif.each_{found.per}")
        lines.append(catalog.text(language, "whatif.period", period=name, about=period.about, range=period.range))
    lines += [
        catalog.text(language, "whatif.year", about=year.about, range=year.range),
        like(fitting(found.per_year.energy_wh, book), catalog, language),
        catalog.text(
            language,
            "whatif.carbon",
            about=carbon.about,
            range=carbon.range,
            place=place_words(found.one, book, catalog, language),
            water=water.about,
        ),
        catalog.text(language, "whatif.range"),
        f"-# {catalog.text(language, 'cost.trace', trace=found.one.trace)}",
    ]
    title = usage_title(found.one.usage, book, catalog, language)
    return Card(title, tuple(lines), (other_language("what", habit.subject, catalog, language),), answers=(habit.once,))
