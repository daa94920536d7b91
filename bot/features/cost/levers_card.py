"""What would lower a use's energy or carbon, the best first."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Button, Card
from bot.cards.usage_words import model_name, usage_title
from bot.features.cost.decide import Answer
from config.text.catalog import Catalog
from config.text.numbers import CARBON, ENERGY, duration, exact, percent, said, whole
from energy import FactorBook, Lever

SHOWN = 8
_MAX_LABEL = 80


def levers_card(
    answer: Answer, changes: Sequence[tuple[Lever, str]], book: FactorBook, catalog: Catalog, language: str
) -> Card:
    """Each change with what it saves; a button opens the answer after it. `changes` are levers with their subjects."""
    title = usage_title(answer.estimate.usage, book, catalog, language)
    if not changes:
        return Card(catalog.text(language, "levers.title"), (f"**{title}**", catalog.text(language, "levers.none")))
    shown = changes[:SHOWN]
    lines = [lever_line(lever, book, catalog, language) for lever, _ in shown]
    buttons = [
        Button(lever_words(lever, book, catalog, language)[:_MAX_LABEL], "show", language, subject)
        for lever, subject in shown
    ]
    return Card(
        catalog.text(language, "levers.title"),
        (f"**{title}**", *lines, catalog.text(language, "levers.foot")),
        tuple(buttons),
    )


def lever_line(lever: Lever, book: FactorBook, catalog: Catalog, language: str) -> str:
    """A change, how much it saves and what is left."""
    what, saved = lever_words(lever, book, catalog, language), percent(lever.saved_share, language)
    left = said(lever.energy_wh, ENERGY, language) if lever.what == "energy" else said(lever.carbon_g, CARBON, language)
    return catalog.text(language, f"levers.{lever.what}", what=what, saved=saved.whole, left=left.about)


def lever_words(lever: Lever, book: FactorBook, catalog: Catalog, language: str) -> str:
    """A change in a few words."""
    usage = lever.instead
    timed = usage.activity in ("video", "audio")
    values = {
        "size": (usage.settings.resolution or "").replace("x", "\N{MULTIPLICATION SIGN}"),
        "length": duration(usage.amount, language) if timed else exact(usage.amount, language),
        "steps": str(usage.settings.steps or ""),
        "count": whole(usage.count, language),
        "model": model_name(usage.model, book) if usage.model else "",
        "place": lever.place.name(language),
    }
    key = f"lever.{lever.code}"
    if lever.code == "length":
        key = f"{key}.{'time' if timed else 'text'}"
    needed = {name: values[name] for name in catalog.placeholders(key)}
    return catalog.text(language, key, **needed)
