"""A habit shared by many: what it takes in its period and in a year, and what that is like."""

from __future__ import annotations

from bot.cards.card import Button, Card
from bot.cards.uses import equivalent_words, usage_title
from bot.features.cost import answer_buttons, known_words, place_words
from bot.features.whatif.decide import WhatIf
from config.text.voice import CARBON, ENERGY, WATER, Voice
from energy import FactorBook, fitting


def whatif_card(habit: WhatIf, book: FactorBook, voice: Voice) -> Card:
    """Totals of a period and a year; its buttons are about the use done once."""
    found = habit.shared
    carbon = voice.said(found.per_year.carbon_g, CARBON)
    water = voice.said(found.per_year.water_ml, WATER)
    boundary, known = voice.text("cost.boundary"), known_words(found.one, book, voice)
    same, trace = voice.text("whatif.range"), voice.text("cost.trace", trace=found.one.trace)
    lines = (
        f"{_shared(habit, voice)}. {_total('once', habit, voice)}",
        " ".join(_total(span, habit, voice) for span in dict.fromkeys((found.per, "year"))),
        equivalent_words(fitting(found.per_year.energy_wh, book), voice),
        voice.text(
            "whatif.carbon",
            about=carbon.about,
            range=carbon.range,
            place=place_words(found.one, book, voice),
            water=water.about,
        ),
        f"{boundary} {known}",
        f"-# {same} · {trace}",
    )
    buttons = (
        *answer_buttons(habit.once.question.subject, voice)[:-1],
        Button(voice.text("button.other_language"), "what", voice.other, habit.subject),
    )
    return Card(usage_title(found.one.usage, book, voice), lines, buttons, shared=True)


def _shared(habit: WhatIf, voice: Voice) -> str:
    """By how many, how often: "2,000,000 people, 3 times a week"."""
    found = habit.shared
    people = voice.counted("whatif.people", found.people, people=voice.whole(found.people))
    times = voice.exact(found.times)
    return voice.counted(f"whatif.per_{found.per}", found.times, people=people, times=times)


def _total(span: str, habit: WhatIf, voice: Voice) -> str:
    """What it takes once, in its period or in a year."""
    found = habit.shared
    if span == "once":
        energy = voice.said(found.one.facility_energy_wh, ENERGY)
        return voice.text("whatif.once", about=energy.about, range=energy.range)
    total = found.per_year if span == "year" else found.per_period
    energy = voice.said(total.energy_wh, ENERGY)
    if span == "year":
        return voice.text("whatif.year", about=energy.about, range=energy.range)
    period = voice.text(f"whatif.each_{span}")
    return voice.text("whatif.period", period=period, about=energy.about, range=energy.range)
