"""Hello to a server: three things to try, and where its managers begin."""

from __future__ import annotations

from bot.render.card import Card
from bot.render.help import help_card
from bot.services.cost import CostService
from config.catalog import Catalog


def welcome_card(cost: CostService, catalog: Catalog, language: str) -> Card:
    """What the bot is for, three things to try, `/setup`; the examples to tap answer whoever taps them, alone."""
    lines = tuple(
        catalog.text(language, f"welcome.{key}") for key in ("what", "first", "second", "third", "setup", "once")
    )
    return Card(catalog.text(language, "welcome.title"), lines, help_card(cost, catalog, language).buttons)
