"""What generative AI takes in energy, carbon and water: ranges, with the source of every number.

>>> from energy import Usage, estimate, load_book, place_of
>>> book = load_book()
>>> estimate(Usage("video", 5.0), book, place_of(book, "France")).facility_energy_wh
Interval(low=10.0, central=100.0, high=600.0)
"""

from importlib import import_module
from typing import TYPE_CHECKING

from energy.book.factor_book import FactorBook
from energy.book.sources import Basis, Source
from energy.estimate.confidence import Assessment, Confidence, confidence
from energy.estimate.estimate import Applied, Estimate, estimate
from energy.estimate.explain import Step, explain_steps
from energy.estimate.uncertainty_drivers import widening
from energy.insight.equivalents import Comparison, compare, fitting
from energy.insight.levers import Lever, levers
from energy.insight.scenario import Scenario, Totals, scenario
from energy.insight.training_share import TrainingShare, training_share
from energy.methods.ecologits import Opinion, Opinions, load_opinions, named_model
from energy.places.place import Place, PlaceBasis, place_of
from energy.reading.amounts import read_count, read_duration, read_resolution
from energy.reading.energy_amounts import read_energy
from energy.reading.people import read_people
from energy.usage.usage import Usage
from energy.values.errors import BookError, EnergyError, Refusal
from energy.values.interval import Interval
from energy.values.note import Note

if TYPE_CHECKING:
    from energy.book.loading import load_book
    from energy.reading.reader import Reading, read

__all__ = [
    "Applied",
    "Assessment",
    "Basis",
    "BookError",
    "Comparison",
    "Confidence",
    "EnergyError",
    "Estimate",
    "FactorBook",
    "Interval",
    "Lever",
    "Note",
    "Opinion",
    "Opinions",
    "Place",
    "PlaceBasis",
    "Reading",
    "Refusal",
    "Scenario",
    "Source",
    "Step",
    "Totals",
    "TrainingShare",
    "Usage",
    "compare",
    "confidence",
    "estimate",
    "explain_steps",
    "fitting",
    "levers",
    "load_book",
    "load_opinions",
    "named_model",
    "place_of",
    "read",
    "read_count",
    "read_duration",
    "read_energy",
    "read_people",
    "read_resolution",
    "scenario",
    "training_share",
    "widening",
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
