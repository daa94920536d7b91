"""The topics of /why: published figures that disagree, as chains of named factors, checked when they are loaded."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field

from config.content.figures import Figure, check_figures, check_passports, check_words
from config.content.sentences import CONTENT, ContentError, Frozen, Sentence, Text, Words, read_items
from energy import FactorBook, Source

DEFAULT_CHAINS = "microwave"
# As many as Discord offers to choose from, and as many as a waterfall can draw beside the remainder.
MOST_TOPICS, MOST_FACTORS = 25, 5
_KIND = "reconciliations"


class Published(Frozen):
    """A figure somebody published: its name in `figures`, and who says it of what, in a few words."""

    figure: Text
    name: Words


class ChainFactor(Frozen):
    """A named cause of the difference: `by` is a figure in times (0.5 halves), `why` says it with its source."""

    name: Words
    by: Text
    why: Sentence


class Chain(Frozen):
    """The way from one published figure to another, and what is said about what remains."""

    first: Published
    second: Published
    factors: Annotated[tuple[ChainFactor, ...], Field(max_length=MOST_FACTORS)] = ()
    remainder: Sentence


class Disagreement(Frozen):
    """A question why figures differ, with one to four chains."""

    name: Words
    title: Words
    chains: Annotated[tuple[Chain, ...], Field(min_length=1, max_length=4)]
    figures: dict[str, Figure]

    @property
    def sentences(self) -> dict[str, Sentence]:
        """Every checkable sentence by its key in the file."""
        found = {}
        for number, chain in enumerate(self.chains):
            found[f"chains.{number}.remainder"] = chain.remainder
            for place, factor in enumerate(chain.factors):
                found[f"chains.{number}.factors.{place}.why"] = factor.why
        return found

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source once: those of the published figures first, then of the sentences."""
        ends = (end.figure for chain in self.chains for end in (chain.first, chain.second))
        own = (self.figures[name].source for name in ends)
        said = (source for one in self.sentences.values() for source in one.sources)
        return tuple(dict.fromkeys((*(source for source in own if source), *said)))


def load_disagreements(
    book: FactorBook, sources: Mapping[str, Source], folder: Path = CONTENT
) -> dict[str, Disagreement]:
    """Every topic by its file's name, the default one first. Raises ContentError."""
    found = {}
    for file, topic in read_items(_KIND, Disagreement.model_validate, folder):
        names = {"name": topic.name, "title": topic.title} | {
            f"chains.{number}.{end}": getattr(chain, end).name
            for number, chain in enumerate(topic.chains)
            for end in ("first", "second")
        }
        names |= {
            f"chains.{number}.factors.{place}.name": factor.name
            for number, chain in enumerate(topic.chains)
            for place, factor in enumerate(chain.factors)
        }
        used = _used(file, topic)
        check_words(file, {**names, **topic.sentences}, topic.figures, sources, elsewhere=used)
        check_figures(file, topic.figures, book)
        check_passports(file, topic.sentences, topic.figures)
        found[file.removeprefix(f"{_KIND}/").removesuffix(".toml")] = topic
    if DEFAULT_CHAINS not in found:
        raise ContentError(f"{_KIND}/{DEFAULT_CHAINS}.toml: is missing; it is what /why shows first.")
    if len(found) > MOST_TOPICS:
        raise ContentError(f"{_KIND}: there are {len(found)} topics; Discord can offer {MOST_TOPICS}.")
    return {DEFAULT_CHAINS: found.pop(DEFAULT_CHAINS), **found}


def used_sources(topics: Mapping[str, Disagreement]) -> set[str]:
    """Every source the topics lean on."""
    return {source for topic in topics.values() for source in topic.sources}


def _used(file: str, topic: Disagreement) -> set[str]:
    """The figures chains are made of. Raises ContentError where one is missing."""
    used: dict[str, str] = {}
    for number, chain in enumerate(topic.chains):
        used |= {chain.first.figure: f"chains.{number}.first", chain.second.figure: f"chains.{number}.second"}
        used |= {factor.by: f"chains.{number}.factors.{place}.by" for place, factor in enumerate(chain.factors)}
    for figure, key in used.items():
        if figure not in topic.figures:
            raise ContentError(f"{file}: {key}: there is no figure called {figure}; add it to [figures].")
    return set(used)
