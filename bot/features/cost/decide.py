"""What one use of generative AI uses: the question checked, then the answer estimated."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace

from bot.cards.refusal import old_button
from bot.features.cost.live_codec import MARK, live_code, with_live_code
from bot.grid import LatestFigures
from energy import (
    NO_SETTINGS,
    Activity,
    Comparison,
    Estimate,
    FactorBook,
    Opinions,
    Place,
    PlaceBasis,
    Refusal,
    Settings,
    Usage,
    at_moment,
    estimate,
    fitting,
    named_model,
    place_at,
    place_of,
    read,
    read_duration,
    read_length,
    read_size,
    read_steps,
)

# Answers kept for the next who asks the same, as most people do; a few KiB each.
_KEPT = 200
# What is asked where nothing was typed.
DEFAULT_CLIP, DEFAULT_LENGTH, DEFAULT_SOUND = "5s", "500 tokens", "10s"
_BASIS_LETTER = {PlaceBasis.STATED: "S", PlaceBasis.USUAL: "U", PlaceBasis.SERVER: "V", PlaceBasis.FALLBACK: "F"}
_LETTER_BASIS = {letter: basis for basis, letter in _BASIS_LETTER.items()}
# A region that shares the grid of the place that answers for it.
_ON_THE_GRID = {"mix", "city"}


@dataclass(frozen=True, slots=True)
class Question:
    """A usage at a place: all an answer depends on but the book."""

    usage: Usage
    place: Place

    @property
    def subject(self) -> str:
        """The question in few characters, so that a button carries it and works after a restart."""
        place = f"{self.place.asked or self.place.id}{_BASIS_LETTER[self.place.basis]}"
        if self.place.live or self.place.missing:
            place += live_code(self.place)
        return f"{self.usage.text}@{place}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the question's use of AI uses, and as what it can be pictured."""

    question: Question
    estimate: Estimate
    comparison: Comparison

    def __hash__(self) -> int:
        """By the question alone: what is answered follows from it, and has far more to hash."""
        return hash(self.question)

    def sources(self, book: FactorBook) -> tuple[str, ...]:
        """Every source behind what is said: the estimate's, the comparison's, the outlier's."""
        outlier = (book.factors.video.outlier_wh.source,) if self.question.usage.activity == "video" else ()
        return tuple(dict.fromkeys((*self.estimate.sources, self.comparison.source, *outlier)))


class Estimator:
    """Answers what a use of AI uses, with one book; `default_place` is the operator's place id.

    What a person typed is answered at once or raises Refusal: nothing is shown, deferred or stored before. `opinions`
    stand beside our own range for closed language models, `grid` tells what places emit at the moment, and `place_of`
    the place a server chose.
    """

    def __init__(
        self,
        book: FactorBook,
        default_place: str = "WLD",
        opinions: Opinions | None = None,
        grid: LatestFigures | None = None,
        chosen_place: Callable[[int | None], str | None] = lambda _: None,
    ) -> None:
        self.book = book
        self.opinions = opinions
        self._grid = grid
        self._chosen_place = chosen_place
        self._kept: dict[Question, Answer] = {}
        self._by_place: dict[str, Estimator] = {default_place: self}
        self._default_place = default_place
        self._here = place_of(book, None, None, default_place)

    def at(self, place: str | None) -> Estimator:
        """The same for a place of one's own (an id); None leaves the operator's."""
        if not place:
            return self
        if (there := self._by_place.get(place)) is None:
            there = self._by_place[place] = copy(self)
            there._default_place, there._here = place, place_of(self.book, None, None, place)
        return there

    def of_server(self, guild: int | None) -> Estimator:
        """The same as a server set it up: with its own place, where it chose one."""
        return self.at(self._chosen_place(guild))

    def video(
        self,
        duration: str = DEFAULT_CLIP,
        model: str | None = None,
        resolution: str | None = None,
        clips: int = 1,
        place: str | None = None,
    ) -> Answer:
        """What video uses, from what a person typed."""
        return self._typed("video", read_duration(duration), clips, model, place, _sized(resolution))

    def image(
        self,
        count: int = 1,
        model: str | None = None,
        size: str | None = None,
        steps: int | None = None,
        place: str | None = None,
    ) -> Answer:
        """What images use, from what a person typed."""
        asked_steps = None if steps is None else read_steps(str(steps))
        return self._typed("image", 1.0, count, model, place, _sized(size, asked_steps))

    def text(
        self,
        length: str = DEFAULT_LENGTH,
        model: str | None = None,
        count: int = 1,
        place: str | None = None,
    ) -> Answer:
        """What answers in words use, from what a person typed."""
        tokens, kind = read_length(length)
        return self._typed("text", tokens, count, model, place, Settings(kind=kind or None))

    def audio(
        self,
        kind: str | None = None,
        duration: str = DEFAULT_SOUND,
        model: str | None = None,
        place: str | None = None,
    ) -> Answer:
        """What sound uses, from what a person typed."""
        return self._typed("audio", read_duration(duration), 1, model, place, Settings(kind=kind or None))

    def ask(self, words: str, place: str | None = None) -> tuple[Answer, ...]:
        """What each use of AI in free words uses."""
        return tuple([self.used(reading.usage, place) for reading in read(words, self.book)])

    def _typed(
        self,
        activity: Activity,
        amount: float,
        count: int,
        model: str | None,
        place: str | None,
        settings: Settings,
    ) -> Answer:
        named = model.strip() if model else ""
        model_id = named_model(named, activity, self.book, self.opinions) if named else None
        return self.used(Usage(activity, amount, count, model_id, settings), place)

    def used(self, usage: Usage, place: str | None = None) -> Answer:
        """What a use uses at a place somebody typed, else where it usually is."""
        stated = place.strip() if place else ""
        if stated or usage.model:
            there = place_of(self.book, stated or None, usage.model, self._default_place)
            return self.answer(Question(usage, there))
        return self.answer(Question(usage, self._here))

    def asked(self, subject: str) -> Answer:
        """The answer to the question a button carries. Raises Refusal where this version cannot read it."""
        try:
            said, place = subject.rsplit("@", 1)
            place, _, live = place.partition(MARK)
            usage = Usage.from_text(said)
            identity, basis = place[:-1], _LETTER_BASIS[place[-1]]
            stated = basis is PlaceBasis.STATED
            there = place_of(self.book, identity) if stated else place_at(self.book, identity, basis)
            return self.answer(Question(usage, with_live_code(there, live, self.book)))
        except (ValueError, KeyError, IndexError, Refusal):
            raise old_button() from None

    def answer(self, question: Question) -> Answer:
        """The answer by today's book: pure arithmetic, well under a millisecond."""
        if (kept := self._kept.get(question)) is None:
            result = estimate(question.usage, self.book, question.place, self.opinions)
            kept = Answer(question, result, fitting(result.facility_energy_wh, self.book))
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[question] = kept
        return kept

    async def at_this_moment(self, *answers: Answer) -> tuple[Answer, ...]:
        """The same answers by their grid's live figure, within half a second; else by the yearly one, which says so."""
        if (grid := self._grid) is None:
            return answers
        places = {one.question.place.id: grid.source(one.question.place.id) for one in answers if self._fits(one)}
        ids = [identity for identity, source in places.items() if source is not None]
        found = dict(zip(ids, await asyncio.gather(*(grid.now(identity) for identity in ids)), strict=True))

        def there(place: Place) -> Place:
            live = found[place.id]
            return at_moment(place, live, self.book) if live else replace(place, missing=places[place.id])

        return tuple(
            self.answer(Question(one.question.usage, there(one.question.place)))
            if one.question.place.id in found and self._fits(one)
            else one
            for one in answers
        )

    def _fits(self, answer: Answer) -> bool:
        region = answer.question.place.asked
        return region is None or self.book.regions[region].why in _ON_THE_GRID


def _sized(typed: str | None, steps: int | None = None) -> Settings:
    if typed and typed.strip():
        width, height = read_size(typed)
        return Settings(width, height, steps)
    return Settings(steps=steps) if steps is not None else NO_SETTINGS
