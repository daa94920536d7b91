"""The cost of one use of generative AI: the question checked, then the answer reckoned."""

from __future__ import annotations

from dataclasses import dataclass

from energy import (
    Comparison,
    Estimate,
    FactorBook,
    Place,
    Refusal,
    Usage,
    compare,
    estimate,
    place_of,
    read_duration,
    read_resolution,
)
from energy.place import PlaceBasis, place_at

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
        return (
            f"{self.usage.key}*{self.usage.count}@{self.place.asked or self.place.id}{_BASIS_LETTER[self.place.basis]}"
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What the question's use of AI takes, and as what it can be pictured."""

    question: Question
    estimate: Estimate
    comparison: Comparison

    def sources(self, book: FactorBook) -> tuple[str, ...]:
        """Every source behind what is said: the estimate's, the comparison's, the outlier's."""
        outlier = book.factors.video.outlier_wh.source
        return tuple(dict.fromkeys((*self.estimate.sources, self.comparison.source, outlier)))


class CostService:
    """Answers what a use of AI takes, with one book; `default_place` is the operator's place id."""

    def __init__(self, book: FactorBook, default_place: str = "WLD") -> None:
        self.book = book
        self._default_place = default_place

    def video(
        self,
        duration: str,
        model: str | None = None,
        resolution: str | None = None,
        clips: int = 1,
        place: str | None = None,
    ) -> Question:
        """A question about video from what a person typed. Raises Refusal; nothing is shown or stored before."""
        seconds = read_duration(duration)
        model_id = self.book.model_id(model, "video") if model and model.strip() else None
        settings = (("resolution", read_resolution(resolution)),) if resolution and resolution.strip() else ()
        usage = Usage("video", seconds, clips, model_id, settings)
        stated = place.strip() if place and place.strip() else None
        return Question(usage, place_of(self.book, stated, model_id, self._default_place))

    def asked(self, subject: str) -> Question:
        """The question a button carries. Raises Refusal where this version cannot read it."""
        try:
            key, rest = subject.rsplit("*", 1)
            count, place = rest.split("@")
            usage = Usage.from_key(key, int(count))
            if usage.model is not None and usage.model not in self.book.models:
                raise ValueError(usage.model)
            identity, basis = place[:-1], _LETTER_BASIS[place[-1]]
            stated = basis is PlaceBasis.STATED
            return Question(usage, place_of(self.book, identity) if stated else place_at(self.book, identity, basis))
        except (ValueError, KeyError, IndexError):
            raise Refusal("button.old", "This button belongs to an older version; ask again.") from None

    def answer(self, question: Question) -> Answer:
        """The answer by today's book: pure arithmetic, well under a millisecond."""
        result = estimate(question.usage, self.book, question.place)
        return Answer(question, result, compare(result.facility_energy_wh, self.book))
