"""How well an estimate is known: a level computed from how it was made, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from energy.book.factor_book import FactorBook
from energy.book.sources import Basis
from energy.estimate.estimate import Estimate

_STARTING_LEVEL = {Basis.MEASURED: 3, Basis.DISCLOSED: 3, Basis.MODELLED: 2, Basis.ESTIMATED: 1, Basis.ASSUMED: 0}
_WIDE_SPREAD = 30.0
_OLD_YEARS = 3


class Confidence(StrEnum):
    """From the weakest to the firmest."""

    POOR = "poor"
    ROUGH = "rough"
    FAIR = "fair"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Assessment:
    """A level and why: basis.*, beyond (what was measured), wide (range), old (source), agreement, disagreement."""

    level: Confidence
    reasons: tuple[str, ...]


def confidence(result: Estimate, book: FactorBook) -> Assessment:
    """The level of an estimate, from five things it carries; nothing is typed by hand.

    It starts from the basis and loses a step each for going beyond what was measured, for a range of more than 30
    times, and for energy whose newest source is over three years older than the book's newest. A second opinion that
    fits the range is worth nothing above what the basis gives, one that does not costs a step.
    """
    reasons = [f"basis.{result.basis.value}"]
    level = _STARTING_LEVEL[result.basis]
    codes = {note.code for note in result.notes}
    newest = max(source.year for source in book.sources.values())
    energy_years = [book.sources[f.source].year for f in result.energy_factors]
    for applies, reason, cost in (
        (any(code.startswith("beyond.") for code in codes), "beyond", 1),
        (result.facility_energy_wh.spread > _WIDE_SPREAD, "wide", 1),
        (newest - max(energy_years, default=newest) > _OLD_YEARS, "old", 1),
        ("opinion.wider" in codes, "disagreement", 1),
        (result.second_opinion_wh is not None and "opinion.wider" not in codes, "agreement", 0),
    ):
        if applies:
            reasons.append(reason)
            level -= cost
    return Assessment(tuple(Confidence)[max(0, level)], tuple(reasons))
