"""What generative AI takes in energy, carbon and water: ranges, with the source of every number.

>>> from energy import Usage, estimate, load_book, place_of
>>> book = load_book()
>>> estimate(Usage("video", 5.0), book, place_of(book, "France")).facility_energy_wh
Interval(low=10.0, central=100.0, high=600.0)
"""

from energy.amounts import read_count, read_duration, read_resolution
from energy.book import FactorBook
from energy.confidence import Confidence, confidence
from energy.equivalents import Comparison, compare
from energy.errors import BookError, EnergyError, Refusal
from energy.estimate import Applied, Estimate, estimate
from energy.interval import Interval
from energy.loading import load_book
from energy.notes import Note
from energy.place import Place, PlaceBasis, place_of
from energy.reading import Reading, read
from energy.sources import Basis, Source
from energy.usage import Usage

__all__ = [
    "Applied",
    "Basis",
    "BookError",
    "Comparison",
    "Confidence",
    "EnergyError",
    "Estimate",
    "FactorBook",
    "Interval",
    "Note",
    "Place",
    "PlaceBasis",
    "Reading",
    "Refusal",
    "Source",
    "Usage",
    "compare",
    "confidence",
    "estimate",
    "load_book",
    "place_of",
    "read",
    "read_count",
    "read_duration",
    "read_resolution",
]
