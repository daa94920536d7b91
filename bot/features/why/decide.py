"""Why two published figures disagree: each topic's chains computed when shown, and any two of our own cards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.cards.refusal import old_button
from bot.features.cost import Answer, AnswerMemory, Estimator
from config.content.computed import Value, computed
from config.content.disagreements import DEFAULT_CHAINS, Chain, Disagreement
from config.content.topic_index import TopicIndex
from energy import Difference, Reconciliation, Refusal, Source, differences, reconcile

# Two trace codes, as people set them side by side.
_CODES = re.compile(r"\s*([0-9A-Za-z]{6})[\s,+]+([0-9A-Za-z]{6})\s*")


@dataclass(frozen=True, slots=True)
class ComputedWhy:
    """A chain with its factors and its remainder."""

    chain: Chain
    first: Value
    second: Value
    parts: Reconciliation


@dataclass(frozen=True, slots=True)
class Why:
    """A topic, its chain that is looked at, and its sources by number."""

    id: str
    topic: Disagreement
    index: int
    values: Mapping[str, Value]
    computed: ComputedWhy
    sources: tuple[Source, ...]
    numbers: Mapping[str, int]

    @property
    def subject(self) -> str:
        """Topic and chain in few characters, so that a button carries them."""
        return f"{self.id}.{self.index}"


@dataclass(frozen=True, slots=True)
class Between:
    """Two of our own answers, and what leads from one to the other."""

    first: Answer
    second: Answer
    differences: tuple[Difference, ...]

    @property
    def subject(self) -> str:
        """The two trace codes."""
        return f"{self.first.estimate.trace}+{self.second.estimate.trace}"


class Reconciler:
    """Takes disagreements apart; `sources` are all that sentences may name."""

    def __init__(
        self,
        topics: Mapping[str, Disagreement],
        sources: Mapping[str, Source],
        estimator: Estimator,
        traces: AnswerMemory,
    ) -> None:
        self.topics = TopicIndex(topics)
        self._sources = sources
        self._estimator = estimator
        self._traces = traces

    async def why(self, typed: str, language: str) -> Why | Between:
        """A topic by its id or name, or two trace codes. Raises Refusal."""
        if self.topics.find(typed) is None and (codes := _CODES.fullmatch(typed)):
            return await self.between(*codes.groups())
        return self.chain(self.topics.get(typed, language))

    def chain(self, identity: str = DEFAULT_CHAINS, index: int = 0) -> Why:
        """One chain of a topic, with today's figures."""
        topic = self.topics.all[identity]
        values = computed(topic.figures, self._estimator.book, self._estimator.opinions)
        chain = topic.chains[index]
        first, second = values[chain.first.figure], values[chain.second.figure]
        parts = reconcile(
            first.range.central, second.range.central, [values[factor.by].range for factor in chain.factors]
        )
        numbers = {source: number for number, source in enumerate(topic.sources, 1)}
        sources = tuple(self._sources[source] for source in topic.sources)
        return Why(identity, topic, index, values, ComputedWhy(chain, first, second, parts), sources, numbers)

    async def between(self, first: str, second: str) -> Between:
        """What leads from one of our cards to another, by their trace codes. Raises Refusal where one is not kept."""
        answers = []
        for code in (first, second):
            found = await self._traces.find(code)
            if found.today is None:
                raise Refusal("trace.old", f"The answer {found.code} was written by another version.", read=found.code)
            answers.append(found.today)
        one, other = answers
        apart = differences(one.estimate, other.estimate, self._estimator.book, self._estimator.opinions)
        return Between(one, other, apart)

    async def asked(self, subject: str) -> Why | Between:
        """What a button carries. Raises Refusal where this version has no such thing."""
        if "+" in subject:
            return await self.between(*subject.split("+", 1))
        identity, _, index = subject.partition(".")
        topic = self.topics.all.get(identity)
        if topic is None or not index.isdecimal() or int(index) >= len(topic.chains):
            raise old_button()
        return self.chain(identity, int(index))
