"""The cost of one use of generative AI: the question checked, then the answer reckoned."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from functools import lru_cache

from bot.features.cost.live_codec import MARK, signs_of, with_signs
from energy import (
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
_seconds = lru_cache(_KEPT)(read_duration)
# What is asked where nothing was typed.
DEFAULT_CLIP, DEFAULT_LENGTH, DEFAULT_SOUND = "5s", "500 tokens", "10s"
_BASIS_LETTER = {PlaceBasis.STATED: "S", PlaceBasis.USUAL: "U", PlaceBasis.SERVER: "V", PlaceBasis.FALLBACK: "F"}
_LETTER_BASIS = {letter: basis for basis, letter in _BASIS_LETTER.items()}


@dataclass(frozen=True, slots=True)
class Question:
    """A usage at a place: all an answer depends on but the book."""

    usage: Usage
    place: Place

    @property
    def subject(self) -> str:
        """The question in few signs, so that a button carries it and works after a restart."""
        place = f"{self.place.asked or self.place.id}{_BASIS_LETTER[self.place.basis]}{signs_of(self.place)}"
        return f"{self.usage.text}@{place}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the question's use of AI takes, and as what it can be pictured."""

    question: Question
    estimate: Estimate
    comparison: Comparison

    def sources(self, book: FactorBook) -> tuple[str, ...]:
        """Every source behind what is said: the estimate's, the comparison's, the outlier's."""
        outlier = (book.factors.video.outlier_wh.source,) if self.question.usage.activity == "video" else ()
        return tuple(dict.fromkeys((*self.estimate.sources, self.comparison.source, *outlier)))


class CostService:
    """Answers what a use of AI takes, with one book; `default_place` is the operator's place id.

    What a person typed is answered at once or raises Refusal: nothing is shown, deferred or stored before. `opinions`
    stand beside our own range for closed language models.
    """

    def __init__(self, book: FactorBook, default_place: str = "WLD", opinions: Opinions | None = None) -> None:
        self.book = book
        self._default_place = default_place
        self.opinions = opinions
        self._kept: dict[Question, Answer] = {}

    def at(self, place: str | None) -> CostService:
        """The same service for a server that set its own place (an id); None leaves the operator's."""
        if not place:
            return self
        there = copy(self)
        there._default_place = place
        return there

    def video(
        self,
        duration: str = DEFAULT_CLIP,
        model: str | None = None,
        resolution: str | None = None,
        clips: int = 1,
        place: str | None = None,
    ) -> Answer:
        """What video takes, from what a person typed."""
        width, height = _size(resolution)
        return self._typed("video", _seconds(duration), clips, model, place, Settings(width, height))

    def image(
        self,
        count: int = 1,
        model: str | None = None,
        size: str | None = None,
        steps: int | None = None,
        place: str | None = None,
    ) -> Answer:
        """What images take, from what a person typed."""
        asked_steps = None if steps is None else read_steps(str(steps))
        width, height = _size(size)
        return self._typed("image", 1.0, count, model, place, Settings(width, height, asked_steps))

    def text(
        self,
        length: str = DEFAULT_LENGTH,
        model: str | None = None,
        count: int = 1,
        place: str | None = None,
    ) -> Answer:
        """What answers in words take, from what a person typed."""
        tokens, kind = read_length(length)
        return self._typed("text", tokens, count, model, place, Settings(kind=kind or None))

    def audio(
        self,
        kind: str | None = None,
        duration: str = DEFAULT_SOUND,
        model: str | None = None,
        place: str | None = None,
    ) -> Answer:
        """What sound takes, from what a person typed."""
        return self._typed("audio", _seconds(duration), 1, model, place, Settings(kind=kind or None))

    def ask(self, words: str, place: str | None = None) -> tuple[Answer, ...]:
        """What each use of AI in free words takes."""
        return tuple(self.used(reading.usage, place) for reading in read(words, self.book))

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
        """What a use takes at a place somebody typed, else where it usually is."""
        stated = place.strip() if place else ""
        return self.answer(Question(usage, place_of(self.book, stated or None, usage.model, self._default_place)))

    def asked(self, subject: str) -> Answer:
        """The answer to the question a button carries. Raises Refusal where this version cannot read it."""
        try:
            said, place = subject.rsplit("@", 1)
            place, _, signs = place.partition(MARK)
            usage = Usage.from_text(said)
            identity, basis = place[:-1], _LETTER_BASIS[place[-1]]
            stated = basis is PlaceBasis.STATED
            there = place_of(self.book, identity) if stated else place_at(self.book, identity, basis)
            return self.answer(Question(usage, with_signs(there, signs, self.book)))
        except (ValueError, KeyError, IndexError, Refusal):
            raise Refusal("button.old", "This button belongs to an older version; ask again.") from None

    def answer(self, question: Question) -> Answer:
        """The answer by today's book: pure arithmetic, well under a millisecond."""
        if (kept := self._kept.get(question)) is None:
            result = estimate(question.usage, self.book, question.place, self.opinions)
            kept = Answer(question, result, fitting(result.facility_energy_wh, self.book))
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[question] = kept
        return kept


def _size(typed: str | None) -> tuple[int, int] | tuple[None, None]:
    return read_size(typed) if typed and typed.strip() else (None, None)
