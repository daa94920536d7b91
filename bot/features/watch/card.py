"""Watching generator bots: what it would have counted, what it counts from now on, what it counts no more."""

from __future__ import annotations

from bot.cards.card import Button, Card
from bot.features.tally.card import usage_lines
from bot.features.watch.decide import Rule
from config.text.catalog import Catalog
from config.text.numbers import whole
from energy import FactorBook


def draft_card(rule: Rule, would: int, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """The dry run, and the button that begins."""
    lines = (
        catalog.text(language, "watch.where", bot=str(rule.bot), channel=str(rule.channel)),
        catalog.counted(language, "watch.would", would, count=whole(would, language)),
        catalog.text(language, "watch.each"),
        *usage_lines(rule.usages, book, catalog, language),
        catalog.text(language, "watch.answers" if rule.answers_only else "watch.every"),
        catalog.text(language, "watch.metadata"),
    )
    button = Button(catalog.text(language, "button.watch"), "watch", language, f"{rule.bot}.{rule.channel}")
    return Card(catalog.text(language, "watch.draft_title"), lines, (button,))


def watching_card(rule: Rule, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """What is watched from now on."""
    lines = (
        catalog.text(language, "watch.where", bot=str(rule.bot), channel=str(rule.channel)),
        catalog.text(language, "watch.each"),
        *usage_lines(rule.usages, book, catalog, language),
        catalog.text(language, "watch.stop"),
    )
    return Card(catalog.text(language, "watch.on_title"), lines)


def unwatched_card(bot: int, catalog: Catalog, language: str) -> Card:
    """What is watched no more; what was counted stays."""
    lines = (catalog.text(language, "watch.off", bot=str(bot)),)
    return Card(catalog.text(language, "watch.off_title"), lines)
