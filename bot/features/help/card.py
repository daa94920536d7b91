"""Three examples to tap, not a list."""

from __future__ import annotations

from bot.cards.card import Button, Card
from bot.features.cost.decide import CostService
from config.text.catalog import Catalog


def help_card(cost: CostService, catalog: Catalog, language: str) -> Card:
    """What the bot does, with examples that answer privately when tapped."""
    examples = (
        ("help.example_unnamed", cost.video("5s")),
        ("help.example_veo", cost.video("10s", "veo-3.1", "1080p")),
        ("help.example_wan", cost.video("5s", "wan2.2-14b", place="FRA")),
    )
    buttons = tuple(Button(catalog.text(language, key), "show", language, a.question.subject) for key, a in examples)
    lines = (catalog.text(language, "help.what"), catalog.text(language, "help.how"))
    return Card(catalog.text(language, "help.title"), lines, buttons)
