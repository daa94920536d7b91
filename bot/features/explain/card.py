"""A controversy as a card: sentences with what became of checking them, a list of viewpoints, the sources."""

from __future__ import annotations

from collections.abc import Iterator

from bot.cards.card import Button, Card, Choice, Select
from bot.cards.sentences import listed_sources_card, sentence_words
from bot.features.explain.decide import ALL, VIEWS, Explanation
from config.content.sentences import Sentence
from config.content.topics import SIDES, VIEWPOINTS
from config.text.voice import Voice

Sections = Iterator[tuple[str, tuple[Sentence, ...]]]


def explain_card(shown: Explanation, voice: Voice) -> Card:
    """The viewpoint that was chosen, or all of them as one readable message."""
    lines: list[str] = []
    for head, sentences in _sections(shown):
        lines.append(f"**{voice.text(f'explain.head.{head}')}**")
        lines += [f"• {sentence_words(one, shown.values, shown.numbers, voice)}" for one in sentences]
    lines.append(f"-# {voice.text('explain.foot')}")
    choices = tuple(Choice(voice.text(f"explain.view.{v}"), v, v == shown.view) for v in VIEWS)
    select = Select(voice.text("explain.choose"), "view", voice.language, shown.id, choices)
    buttons = (
        Button(voice.text("button.src"), "viewsrc", voice.language, shown.subject),
        Button(voice.text("button.other_language"), "viewlang", voice.other, shown.subject),
    )
    return Card(shown.topic.title.text(voice.language), tuple(lines), buttons, (select,))


def explain_sources_card(shown: Explanation, voice: Voice) -> Card:
    """Every source of a topic once, under the number its sentences show."""
    return listed_sources_card(shown.topic.title.text(voice.language), shown.sources, voice)


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
