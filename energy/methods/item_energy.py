"""The energy of one item, before servers and facility."""

from __future__ import annotations

from dataclasses import dataclass

from energy.book.models import Named
from energy.book.sources import Basis, SourceId
from energy.usage.usage import Usage
from energy.values.interval import Interval
from energy.values.note import Note

# The name under which an item's energy lists what the second opinion says.
SECOND_OPINION = "second_opinion_wh"


@dataclass(frozen=True, slots=True)
class AppliedFactor:
    """A factor that took part in an estimate: its name, its range in its unit, how it is known and from where."""

    name: str
    range: Interval
    basis: Basis
    source: SourceId


@dataclass(frozen=True, slots=True)
class ItemEnergy:
    """Energy of one item in Wh, known either at the accelerators or at the facility's meter.

    `usage` has the settings that were filled in. Where `facility_wh` is given the stages before it follow from it.
    """

    usage: Usage
    accelerator_wh: Interval
    facility_wh: Interval | None
    basis: Basis
    notes: tuple[Note, ...]
    factors: tuple[AppliedFactor, ...]
    pue: float | None = None
    pue_source: SourceId | None = None


def no_disclosure(model: Named) -> AppliedFactor:
    """The source that says that nothing is published about a model, as an estimate lists it."""
    return AppliedFactor("no_disclosure", Interval.exactly(1.0), Basis.ASSUMED, model.source)


def class_note(model: Named) -> Note:
    """The remark that a model is answered with the range of its whole class."""
    text = f"Nothing is published about the energy of {model.name}: this is the range of its whole class."
    return Note("service.class", text, (("model", model.name),))


def beyond_length(limit_s: float) -> Note:
    """The remark that a length lies beyond what was measured."""
    text = f"Nobody has measured clips longer than {limit_s:g} s: this is extended from shorter ones."
    return Note("beyond.length", text, (("limit_s", f"{limit_s:g}"),))
