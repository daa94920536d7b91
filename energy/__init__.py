"""What generative AI uses in energy, carbon and water: ranges, with the source of every number.

The front door: everything outside this package imports from here.

>>> from energy import Usage, estimate, load_book, place_of
>>> book = load_book()
>>> estimate(Usage("video", 5.0), book, place_of(book, "France")).facility_energy_wh
Interval(low=10.0, central=100.0, high=600.0)
"""

from importlib import import_module
from typing import TYPE_CHECKING

from energy.book.factor_book import FactorBook
from energy.book.name_index import NameIndex, folded
from energy.book.records import Activity, AudioKind
from energy.book.sources import Basis, Source
from energy.estimate.confidence import Assessment, Confidence, confidence
from energy.estimate.estimate import Estimate, Stage, estimate
from energy.estimate.explain import Step, explain_steps
from energy.estimate.uncertainty_drivers import uncertainty_drivers
from energy.insight.equivalents import Comparison, compare, fitting
from energy.insight.levers import Lever, levers
from energy.insight.reconcile import Difference, Reconciliation, differences, reconcile
from energy.insight.scenario import Scenario, Totals, scenario
from energy.insight.training_share import TrainingShare, training_share
from energy.methods.ecologits import Opinion, Opinions, load_opinions, named_model
from energy.methods.item_energy import AppliedFactor
from energy.places.live import Live, Method
from energy.places.place import Place, PlaceBasis, at_moment, place_at, place_of, yearly
from energy.usage.habit import Habit, Period
from energy.usage.runs_on import RunsOn
from energy.usage.settings import NO_SETTINGS, Settings
from energy.usage.usage import KINDS, Usage, split_count, with_settings
from energy.values.errors import BookError, EnergyError, Refusal
from energy.values.interval import Interval
from energy.values.note import Note
from energy.values.units import S_PER_MIN, wh_from_joules, wh_from_kwh

if TYPE_CHECKING:
    from energy.book.loading import load_book
    from energy.claims.bound_phrases import Bound
    from energy.claims.claim_text import ClaimText
    from energy.claims.judgement import Judgement, judge
    from energy.claims.parsed_claim import Amount, Gap, ParsedClaim, What, parse_claim
    from energy.claims.stated_bounds import StatedBound, is_same_amount, stated_bounds, stated_parts
    from energy.cli.console import run_program
    from energy.reading.amounts import read_count, read_duration, read_length, read_size, read_steps
    from energy.reading.energy_amounts import read_energy
    from energy.reading.people import read_people
    from energy.reading.quantities import Quantity, QuantityKind, plain_claim, quantities
    from energy.reading.reader import Reading, read

__all__ = [
    "KINDS",
    "NO_SETTINGS",
    "S_PER_MIN",
    "Activity",
    "Amount",
    "AppliedFactor",
    "Assessment",
    "AudioKind",
    "Basis",
    "BookError",
    "Bound",
    "ClaimText",
    "Comparison",
    "Confidence",
    "Difference",
    "EnergyError",
    "Estimate",
    "FactorBook",
    "Gap",
    "Habit",
    "Interval",
    "Judgement",
    "Lever",
    "Live",
    "Method",
    "NameIndex",
    "Note",
    "Opinion",
    "Opinions",
    "ParsedClaim",
    "Period",
    "Place",
    "PlaceBasis",
    "Quantity",
    "QuantityKind",
    "Reading",
    "Reconciliation",
    "Refusal",
    "RunsOn",
    "Scenario",
    "Settings",
    "Source",
    "Stage",
    "StatedBound",
    "Step",
    "Totals",
    "TrainingShare",
    "Usage",
    "What",
    "at_moment",
    "compare",
    "confidence",
    "differences",
    "estimate",
    "explain_steps",
    "fitting",
    "folded",
    "is_same_amount",
    "judge",
    "levers",
    "load_book",
    "load_opinions",
    "named_model",
    "parse_claim",
    "place_at",
    "place_of",
    "plain_claim",
    "quantities",
    "read",
    "read_count",
    "read_duration",
    "read_energy",
    "read_length",
    "read_people",
    "read_size",
    "read_steps",
    "reconcile",
    "run_program",
    "scenario",
    "split_count",
    "stated_bounds",
    "stated_parts",
    "training_share",
    "uncertainty_drivers",
    "wh_from_joules",
    "wh_from_kwh",
    "with_settings",
    "yearly",
]

# Imported when first asked for: pydantic, which checks the data, and the word lists of two languages take longer to
# load than all the rest of the core.
_LATER = {
    "energy.book.loading": ("load_book",),
    "energy.claims.bound_phrases": ("Bound",),
    "energy.claims.claim_text": ("ClaimText",),
    "energy.claims.judgement": ("Judgement", "judge"),
    "energy.claims.parsed_claim": ("Amount", "Gap", "ParsedClaim", "What", "parse_claim"),
    "energy.claims.stated_bounds": ("StatedBound", "is_same_amount", "stated_bounds", "stated_parts"),
    "energy.cli.console": ("run_program",),
    "energy.reading.amounts": (
        "read_count",
        "read_duration",
        "read_length",
        "read_size",
        "read_steps",
    ),
    "energy.reading.energy_amounts": ("read_energy",),
    "energy.reading.people": ("read_people",),
    "energy.reading.quantities": (
        "QuantityKind",
        "Quantity",
        "plain_claim",
        "quantities",
    ),
    "energy.reading.reader": (
        "Reading",
        "read",
    ),
}
_MODULE_OF = {name: module for module, names in _LATER.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'energy' has no attribute {name!r}")
    value = getattr(import_module(_MODULE_OF[name]), name)
    globals()[name] = value
    return value
