"""The share of a model's training that falls on one use: never counted by default, shown apart with its divisor."""

from __future__ import annotations

from dataclasses import dataclass

from energy.book.factor_book import FactorBook
from energy.book.sources import Basis, SourceId
from energy.values.errors import Refusal
from energy.values.interval import Interval
from energy.values.units import WH_PER_MWH


@dataclass(frozen=True, slots=True)
class TrainingShare:
    """Training energy in Wh for one use, given that a model is used `uses` times in all (nobody publishes that)."""

    training: str
    uses: int
    energy_wh: Interval
    basis: Basis
    source: SourceId


def training_share(training: str, uses: int, book: FactorBook) -> TrainingShare:
    """Training energy of a book's training record divided by an assumed number of uses.

    Raises Refusal for a number of uses below 1, KeyError for an unknown record.
    """
    if uses < 1:
        raise Refusal(
            "uses.range", f"{uses} uses: give how often the model is used in all, such as 100000000.", read=str(uses)
        )
    record = book.trainings[training]
    factor = record.energy_mwh
    return TrainingShare(training, uses, factor.range.scaled(WH_PER_MWH / uses), factor.basis, factor.source)
