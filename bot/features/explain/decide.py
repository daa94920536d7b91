"""A controversy seen from several sides, with figures computed when it is shown."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from bot.cards.refusal import old_button
from bot.clock import Clock
from bot.features.cost import Estimator
from config.content.computed import Value, computed
from config.content.topic_index import TopicIndex
from config.content.topics import DEFAULT_TOPIC, SIDES, Side, Topic, Viewpoint
from energy import Source

View = Literal["all", Viewpoint]
ALL: View = "all"
VIEWS: tuple[View, ...] = (ALL, *get_args(Viewpoint))


@dataclass(frozen=True, slots=True)
class Explanation:
    """A topic through one viewpoint or all, today: the figures of its sentences, and which side speaks first."""

    id: str
    topic: Topic
    view: View
    sides: tuple[Side, ...]
    values: Mapping[str, Value]
    sources: tuple[Source, ...]
    numbers: Mapping[str, int]

    @property
    def subject(self) -> str:
        """Topic and viewpoint in few characters, so that a button carries them."""
        return f"{self.id}.{self.view}"


class Explainer:
    """Explains the topics of the content; `sources` are all that its sentences may name."""

    def __init__(self, topics: Mapping[str, Topic], sources: Mapping[str, Source], estimator: Estimator, clock: Clock):
        self.topics = TopicIndex(topics)
        self._sources = sources
        self._estimator = estimator
        self._clock = clock

    def explain(self, topic: str = DEFAULT_TOPIC, view: View = ALL, language: str = "en") -> Explanation:
        """What a person asked for, by a topic's id or name. Raises Refusal, naming the topics in the language."""
        found = self.topics.get(topic, language)
        chosen = self.topics.all[found]
        return Explanation(
            found,
            chosen,
            view,
            sides_on(self._clock.now().date(), found),
            computed(chosen.figures, self._estimator.book, self._estimator.opinions),
            tuple(self._sources[source] for source in chosen.sources),
            {source: number for number, source in enumerate(chosen.sources, 1)},
        )

    def asked(self, subject: str) -> Explanation:
        """What a button carries. Raises Refusal where this version has no such topic or viewpoint."""
        topic, _, name = subject.partition(".")
        view = next((one for one in VIEWS if one == (name or ALL)), None)
        if view is None or topic not in self.topics.all:
            raise old_button()
        return self.explain(topic, view)


def sides_on(day: date, topic: str) -> tuple[Side, ...]:
    """The two sides in the day's order: the same all day, over many days each first about half the time."""
    tossed = hashlib.sha256(f"{day.isoformat()} {topic}".encode()).digest()[0] % 2
    return SIDES if tossed else SIDES[::-1]
