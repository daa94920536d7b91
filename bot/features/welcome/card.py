"""Hello to a server: three things to try, and where its managers begin."""

from __future__ import annotations

from bot.cards.card import Card
from bot.features.cost.decide import CostService
from bot.features.help.card import help_card
from config.text.catalog import Catalog


def welcome_card(cost: CostService, catalog: Catalog, language: str) -> Card:
    """What the bot is for, three things to try, `/setup`; the examples to tap answer whoever taps them, alone."""
    lines = tuple(
        catalog.text(language, f"welcome.{key}") for key in ("what", "first", "second", "third", "setup", "once")
    )
    return Card(catalog.text(language, "welcome.title"), lines, help_card(cost, catalog, language).buttons)
