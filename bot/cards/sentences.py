"""Checked sentences as people read them: with their figures, what became of checking them, and numbered sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.cards.card import Card
from bot.cards.figures import filled
from config.content.computed import Value
from config.content.sentences import Sentence
from config.text.voice import NO_BREAK_SPACE, Voice
from energy import Source


def sentence_words(sentence: Sentence, values: Mapping[str, Value], numbers: Mapping[str, int], voice: Voice) -> str:
    """A sentence with its figures, then its verdict in words and sign and the numbers of its sources."""
    verdict, named = voice.text(f"explain.verdict.{sentence.verdict}"), _cited(sentence, numbers)
    mark = f"{verdict} · {named}" if named else verdict
    # Kept on one line, so that no sign stands apart from its word.
    return f"{filled(sentence.text(voice.language), values, voice)} ({mark.replace(' ', NO_BREAK_SPACE)})"


def cited_words(sentence: Sentence, values: Mapping[str, Value], numbers: Mapping[str, int], voice: Voice) -> str:
    """A sentence with its figures and the numbers of its sources, where a verdict of its own would confuse."""
    named, text = _cited(sentence, numbers), filled(sentence.text(voice.language), values, voice)
    return f"{text} ({named.replace(' ', NO_BREAK_SPACE)})" if named else text


def _cited(sentence: Sentence, numbers: Mapping[str, int]) -> str:
    return ", ".join(str(number) for number in sorted(numbers[source] for source in sentence.sources))


def listed_sources_card(title: str, sources: Sequence[Source], voice: Voice) -> Card:
    """Every source once, under the number sentences show."""
    lines = [f"{number}. {source_words(one, voice)}" for number, one in enumerate(sources, 1)]
    return Card(voice.text("explain.sources", title=title), tuple(lines))


def numbered_sources(sources: Sequence[Source], voice: Voice) -> list[str]:
    """Sources in small print, under the numbers sentences show."""
    return [f"-# {number}. {source_words(source, voice)}" for number, source in enumerate(sources, 1)]


def source_words(source: Source, voice: Voice) -> str:
    """A source in a line: who, when, what, where, and how it was read."""
    link = f" <{source.url}>" if source.url else ""
    read = voice.text("sources.second_hand") if source.read == "second-hand" else ""
    # A title that ends with a sign of its own, as a question does, needs no other.
    title = source.title_in(voice.language)
    title = title if title.endswith((".", "?", "!")) else f"{title}."
    values = {"producer": source.producer, "year": str(source.year), "title": title, "link": link, "read": read}
    return voice.text("sources.line", **values)
