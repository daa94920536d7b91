"""A prompt to discuss: the question, a worked example, and apart from it what a good discussion reaches."""

from __future__ import annotations

from bot.cards.card import Button, Card
from bot.cards.figures import filled
from bot.cards.sentences import sentence_words
from bot.features.cost.card import other_language
from bot.features.learn.question_bank import Lessons, numbered
from config.text.catalog import Catalog


def prompt_card(identity: str, lessons: Lessons, catalog: Catalog, language: str) -> Card:
    """What everybody reads."""
    prompt = lessons.prompts[identity]
    values = lessons.values(prompt)
    example = sentence_words(prompt.example, values, numbered(prompt), catalog, language)
    lines = (
        f"**{filled(prompt.question.text(language), values, language)}**",
        catalog.text(language, "prompt.example", example=example),
        f"-# {catalog.text(language, 'prompt.foot', age=str(prompt.age))}",
    )
    verbs = ("promptend", "prompt", "promptsrc")
    labels = ("button.promptend", "button.another", "button.src")
    buttons = [
        Button(catalog.text(language, label), verb, language, identity)
        for verb, label in zip(verbs, labels, strict=True)
    ]
    title = catalog.text(language, "prompt.title")
    return Card(title, lines, (*buttons, other_language("promptlang", identity, catalog, language)))


def reaches_card(identity: str, lessons: Lessons, catalog: Catalog, language: str) -> Card:
    """What a good discussion reaches, for whoever leads it."""
    prompt = lessons.prompts[identity]
    reaches = filled(prompt.reaches.text(language), lessons.values(prompt), language)
    return Card(catalog.text(language, "prompt.reaches"), (reaches,))
