"""What generative AI takes in energy, carbon and water: ranges, with the source of every number.

>>> from energy import Usage, estimate, load_book, place_of
>>> book = load_book()
>>> estimate(Usage("video", 5.0), book, place_of(book, "France")).facility_energy_wh
Interval(low=10.0, central=100.0, high=600.0)
"""

from importlib import import_module
from typing import TYPE_CHECKING

from energy.book.factor_book import FactorBook
from energy.book.name_index import Names, folded
from energy.book.records import Activity, AudioKind
from energy.book.sources import Basis, Source
from energy.estimate.confidence import Assessment, Confidence, confidence
from energy.estimate.estimate import Applied, Estimate, estimate
from energy.estimate.explain import Step, explain_steps
from energy.estimate.uncertainty_drivers import widening
from energy.insight.equivalents import Comparison, compare, fitting
from energy.insight.levers import Lever, levers
from energy.insight.reconcile import Difference, Reconciliation, differences, reconcile
from energy.insight.scenario import Period, Scenario, Totals, read_people, scenario
from energy.insight.training_share import TrainingShare, training_share
from energy.methods.ecologits import Opinion, Opinions, load_opinions, named_model
from energy.places.live import Live, Method
from energy.places.place import WORLD, Place, PlaceBasis, at_moment, place_at, place_of, yearly
from energy.reading.amounts import read_count, read_duration, read_length, read_resolution, read_steps
from energy.reading.energy_amounts import read_energy
from energy.usage.usage import KINDS, Usage, with_settings
from energy.values.errors import BookError, EnergyError, Refusal
from energy.values.interval import Interval
from energy.values.note import Note
from energy.values.units import S_PER_MIN, wh_from_joules, wh_from_kwh

if TYPE_CHECKING:
    from energy.book.loading import load_book
    from energy.reading.reader import Reading, read

__all__ = [
    "KINDS",
    "S_PER_MIN",
    "WORLD",
    "Activity",
    "Applied",
    "Assessment",
    "AudioKind",
    "Basis",
    "BookError",
    "Comparison",
    "Confidence",
    "Difference",
    "EnergyError",
    "Estimate",
    "FactorBook",
    "Interval",
    "Lever",
    "Live",
    "Method",
    "Names",
    "Note",
    "Opinion",
    "Opinions",
    "Period",
    "Place",
    "PlaceBasis",
    "Reading",
    "Reconciliation",
    "Refusal",
    "Scenario",
    "Source",
    "Step",
    "Totals",
    "TrainingShare",
    "Usage",
    "at_moment",
    "compare",
    "confidence",
    "differences",
    "estimate",
    "explain_steps",
    "fitting",
    "folded",
    "levers",
    "load_book",
    "load_opinions",
    "named_model",
    "place_at",
    "place_of",
    "read",
    "read_count",
    "read_duration",
    "read_energy",
    "read_length",
    "read_people",
    "read_resolution",
    "read_steps",
    "reconcile",
    "scenario",
    "training_share",
    "wh_from_joules",
    "wh_from_kwh",
    "widening",
    "with_settings",
    "yearly",
]

# Imported when first asked for: pydantic, which checks the data, and the word lists of two languages take longer to
# load than all the rest of the core.
_LATER = {"load_book": "energy.book.loading", "Reading": "energy.reading.reader", "read": "energy.reading.reader"}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module 'energy' has no attribute {name!r}")
    value = getattr(import_module(_LATER[name]), name)
    globals()[name] = value
    return value
