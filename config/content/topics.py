"""The topics of /explain: each seen from several sides, checked when they are loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field

from config.content.figures import Figure, check_figures, check_passports, check_words
from config.content.sentences import CONTENT, ContentError, Frozen, Sentence, Words, read_items
from energy import FactorBook, Source

Side = Literal["optimistic", "pessimistic"]
Viewpoint = Literal["facts", "neutral", "example", "optimistic", "pessimistic"]
SIDES: tuple[Side, ...] = get_args(Side)
VIEWPOINTS: tuple[Viewpoint, ...] = get_args(Viewpoint)
DEFAULT_TOPIC = "microwave"
# As many as Discord offers to choose from.
MOST_TOPICS = 25
_KIND = "viewpoints"
Section = Annotated[tuple[Sentence, ...], Field(min_length=2, max_length=5)]


class Minds(Frozen):
    """What would make each side think again."""

    optimistic: Sentence
    pessimistic: Sentence


class Topic(Frozen):
    """A controversy: a question, what is known, and both sides at their strongest."""

    name: Words
    title: Words
    facts: Section
    neutral: Section
    example: Section
    optimistic: Section
    pessimistic: Section
    agree: Annotated[tuple[Sentence, ...], Field(min_length=1, max_length=3)]
    change: Minds
    figures: dict[str, Figure] = Field(default_factory=dict)

    def view(self, viewpoint: Viewpoint) -> tuple[Sentence, ...]:
        """The sentences of one viewpoint."""
        sentences: tuple[Sentence, ...] = getattr(self, viewpoint)
        return sentences

    def mind(self, side: Side) -> Sentence:
        """What would make a side think again."""
        sentence: Sentence = getattr(self.change, side)
        return sentence

    @property
    def sentences(self) -> dict[str, Sentence]:
        """Every sentence by its key in the file."""
        lists = {name: self.view(name) for name in VIEWPOINTS} | {"agree": self.agree}
        found = {f"{name}.{number}": one for name, many in lists.items() for number, one in enumerate(many)}
        return found | {f"change.{side}": self.mind(side) for side in SIDES}

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source once, in the order in which sentences name them."""
        return tuple(dict.fromkeys(source for one in self.sentences.values() for source in one.sources))


def load_topics(book: FactorBook, sources: Mapping[str, Source], folder: Path = CONTENT) -> dict[str, Topic]:
    """Every topic by its file's name, the default one first. Raises ContentError."""
    found = {}
    for file, topic in read_items(_KIND, Topic.model_validate, folder):
        check_words(file, {"name": topic.name, "title": topic.title, **topic.sentences}, topic.figures, sources)
        check_figures(file, topic.figures, book)
        check_passports(file, topic.sentences, topic.figures)
        found[file.removeprefix(f"{_KIND}/").removesuffix(".toml")] = topic
    if DEFAULT_TOPIC not in found:
        raise ContentError(f"{_KIND}/{DEFAULT_TOPIC}.toml: is missing; it is what /explain shows first.")
    if len(found) > MOST_TOPICS:
        raise ContentError(f"{_KIND}: there are {len(found)} topics; Discord can offer {MOST_TOPICS}.")
    return {DEFAULT_TOPIC: found.pop(DEFAULT_TOPIC), **found}


def used_sources(topics: Mapping[str, Topic]) -> Iterator[str]:
    """Every source the topics lean on."""
    for topic in topics.values():
        yield from topic.sources
