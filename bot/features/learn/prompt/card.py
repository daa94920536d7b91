"""A prompt to discuss: the question, a worked example, and apart from it what a good discussion reaches."""

from __future__ import annotations

from bot.cards.card import Button, Card
from bot.cards.figures import filled
from bot.cards.sentences import sentence_words
from bot.features.learn.question_bank import ShownItem
from config.content.teaching import Prompt
from config.text.voice import Voice


def prompt_card(shown: ShownItem[Prompt], voice: Voice) -> Card:
    """What everybody reads."""
    example = sentence_words(shown.item.example, shown.values, shown.numbers, voice)
    lines = (
        f"**{question_words(shown, voice)}**",
        voice.text("prompt.example", example=example),
        f"-# {voice.text('prompt.foot', age=str(shown.item.age))}",
    )
    labels = {"promptend": "button.promptend", "prompt": "button.another", "promptsrc": "button.src"}
    buttons = [Button(voice.text(label), verb, voice.language, shown.id) for verb, label in labels.items()]
    other = Button(voice.text("button.other_language"), "promptlang", voice.other, shown.id)
    return Card(voice.text("prompt.title"), lines, (*buttons, other))


def question_words(shown: ShownItem[Prompt], voice: Voice) -> str:
    """What is to be discussed."""
    return filled(shown.item.question.text(voice.language), shown.values, voice)


def reaches_card(shown: ShownItem[Prompt], voice: Voice) -> Card:
    """What a good discussion reaches, for the person who leads it."""
    reaches = filled(shown.item.reaches.text(voice.language), shown.values, voice)
    return Card(voice.text("prompt.reaches"), (reaches,))
