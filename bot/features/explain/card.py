"""A controversy as a card: sentences with what became of checking them, a list of viewpoints, the sources."""

from __future__ import annotations

from collections.abc import Iterator

from bot.cards.card import Button, Card, Choice, Select
from bot.cards.sentences import listed_sources_card, sentence_words
from bot.features.cost.card import other_language
from bot.features.explain.decide import ALL, VIEWS, Explanation
from config.content.sentences import Sentence
from config.content.topics import SIDES, VIEWPOINTS
from config.text.catalog import Catalog

Sections = Iterator[tuple[str, tuple[Sentence, ...]]]


def explain_card(shown: Explanation, catalog: Catalog, language: str) -> Card:
    """The viewpoint that was chosen, or all of them as one readable message."""
    lines: list[str] = []
    for head, sentences in _sections(shown):
        lines.append(f"**{catalog.text(language, f'explain.head.{head}')}**")
        lines += [f"• {sentence_words(one, shown.values, shown.numbers, catalog, language)}" for one in sentences]
    lines.append(f"-# {catalog.text(language, 'explain.foot')}")
    choices = tuple(Choice(catalog.text(language, f"explain.view.{v}"), v, v == shown.view) for v in VIEWS)
    select = Select(catalog.text(language, "explain.choose"), "view", language, shown.id, choices)
    buttons = (
        Button(catalog.text(language, "button.src"), "viewsrc", language, shown.subject),
        other_language("viewlang", shown.subject, catalog, language),
    )
    return Card(shown.topic.title.text(language), tuple(lines), buttons, (select,))


def explain_sources_card(shown: Explanation, catalog: Catalog, language: str) -> Card:
    """Every source of a topic once, under the number its sentences show."""
    return listed_sources_card(shown.topic.title.text(language), shown.sources, catalog, language)


def _sections(shown: Explanation) -> Sections:
    """Heads and sentences in order; what would change a side's mind goes along with it."""
    topic = shown.topic
    wanted = VIEWPOINTS if shown.view == ALL else (shown.view,)
    calm = tuple(viewpoint for viewpoint in VIEWPOINTS if viewpoint not in SIDES)
    for viewpoint in (*calm, *shown.sides):
        if viewpoint in wanted:
            yield viewpoint, topic.view(viewpoint)
    if shown.view in (ALL, "neutral"):
        yield "agree", topic.agree
    if minds := tuple(topic.mind(side) for side in shown.sides if side in wanted):
        yield "change", minds
