"""Free words, English or French, to usages. Deterministic: lists of words, no generative model."""

from __future__ import annotations

from energy.book.factor_book import FactorBook
from energy.book.records import Activity
from energy.reading.clause import Clause, Reading, model_for
from energy.reading.clauses import clauses
from energy.reading.count_extraction import unreadable
from energy.reading.model_mentions import FIRST_MARK, MARK
from energy.reading.nouns import nouns
from energy.reading.sentence import is_no_amount, plain_sentence

__all__ = ["Reading", "read"]


def read(text: str, book: FactorBook) -> tuple[Reading, ...]:
    """Every usage in a sentence. Raises Refusal where none can be read, saying what could be."""
    plain, spoken = plain_sentence(text, book)
    models = {chr(FIRST_MARK + at): model for at, model in enumerate(spoken)}

    def fits(mark: str, activity: Activity) -> bool:
        return model_for(models[mark], activity, book) is not None

    readings: list[Reading] = []
    if not is_no_amount(plain):
        parts = clauses(plain, fits)
        shared = _shared(parts)
        readings = [r for part in parts if (r := Clause(part, models, shared, book).reading())]
    if not readings:
        raise unreadable(text)
    return tuple(readings)


def _shared(parts: list[str]) -> str:
    """The marks of models that speak for every clause: those before the first noun and those in the last clause."""
    if len(parts) < 2:
        return ""
    first = nouns(parts[0])
    opening = parts[0][: first[0].start] if first else ""
    return "".join(MARK.findall(parts[-1]) + MARK.findall(opening))
