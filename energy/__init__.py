"""What generative AI takes in energy, carbon and water: ranges, with the source of every number.

>>> from energy import Usage, estimate, load_book, place_of
>>> book = load_book()
>>> estimate(Usage("video", 5.0), book, place_of(book, "France")).facility_energy_wh
Interval(low=10.0, central=100.0, high=600.0)
"""

from importlib import import_module
from typing import TYPE_CHECKING

from energy.amounts import read_count, read_duration, read_resolution
from energy.book import FactorBook
from energy.confidence import Assessment, Confidence, confidence
from energy.equivalents import Comparison, compare, fitting
from energy.errors import BookError, EnergyError, Refusal
from energy.estimate import Applied, Estimate, estimate
from energy.explain import Step, explain_steps
from energy.interval import Interval
from energy.levers import Lever, levers
from energy.notes import Note
from energy.opinions import Opinion, Opinions, load_opinions, named_model
from energy.place import Place, PlaceBasis, place_of
from energy.scenario import Scenario, Totals, read_people, scenario
from energy.sources import Basis, Source
from energy.training import TrainingShare, training_share
from energy.usage import Usage
from energy.watthours import read_energy
from energy.widening import widening

if TYPE_CHECKING:
    from energy.loading import load_book
    from energy.reading import Reading, read

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
_LATER = {"load_book": "energy.loading", "Reading": "energy.reading", "read": "energy.reading"}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module 'energy' has no attribute {name!r}")
    value = getattr(import_module(_LATER[name]), name)
    globals()[name] = value
    return value
