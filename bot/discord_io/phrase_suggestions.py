"""Phrases offered while somebody types freely: how the words are read, what was asked before, examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.cards.uses import usage_title
from config.content.watch_recipes import Recipe
from config.text.voice import Voice
from energy import FactorBook, Refusal, Usage, read

MOST = 25
_MAX_VALUE = 100
_EXAMPLES = 12


def offered(typed: str, recent: Sequence[Usage], book: FactorBook, voice: Voice) -> list[tuple[str, str]]:
    """Up to 25 phrases as (what is shown, what is sent)."""
    found = dict[str, str]()
    if typed.strip() and len(typed) <= _MAX_VALUE:
        try:
            uses = [usage_title(reading.usage, book, voice) for reading in read(typed, book)]
            found[typed] = voice.text("phrase.read_as", uses=" + ".join(uses))
        except Refusal:
            pass
    words = typed.casefold().split()
    for value, shown in (*_again(recent, book, voice), *_examples(voice)):
        if all(word in shown.casefold() or word in value for word in words):
            found.setdefault(value, shown)
    return [(shown, value) for value, shown in found.items()][:MOST]


def usual(typed: str, recipes: Sequence[Recipe], book: FactorBook, voice: Voice) -> list[tuple[str, str]]:
    """What one prompt to a generator bot usually makes, as (what is shown, what is sent)."""
    words = typed.casefold().split()
    found = []
    for recipe in recipes:
        makes = " + ".join(usage_title(one.usage, book, voice) for one in read(recipe.counts_as, book))
        shown = voice.text("phrase.recipe", usual=recipe.text(voice.language), makes=makes)
        if all(word in shown.casefold() or word in recipe.counts_as for word in words):
            found.append((shown, recipe.counts_as))
    return found


def phrase(usage: Usage) -> str:
    """A use as words that are read back as the same use, in either language."""
    count = f"{usage.count} " if usage.count > 1 else ""
    kind, amount = usage.settings.kind, f"{usage.amount:.12g}"
    match usage.activity:
        case "text":
            noun, amount = "reasoning text" if kind == "reasoning" else "text", f"{amount} tokens"
        case "image":
            noun, amount = "image", ""
        case activity:
            noun, amount = kind or ("music" if activity == "audio" else activity), f"{amount}s"
    steps = f"{usage.settings.steps} steps" if usage.settings.steps else ""
    parts = (f"{count}{noun}", amount, usage.model or "", usage.settings.resolution or "", steps)
    return " ".join(part for part in parts if part)


def _again(recent: Sequence[Usage], book: FactorBook, voice: Voice) -> Iterator[tuple[str, str]]:
    for usage in recent:
        value = phrase(usage)
        if len(value) <= _MAX_VALUE:
            yield value, voice.text("phrase.again", use=usage_title(usage, book, voice))


def _examples(voice: Voice) -> Iterator[tuple[str, str]]:
    for number in range(1, _EXAMPLES + 1):
        example = voice.text(f"phrase.example_{number}")
        yield example, example
