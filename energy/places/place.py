"""Where the electricity comes from, and why we think so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from energy.book.factor_book import FactorBook
from energy.book.records import Factor
from energy.book.sources import SourceId
from energy.places.live import Live, spread_of
from energy.values.interval import Interval

WORLD = "WLD"


class PlaceBasis(StrEnum):
    """Who chose the place."""

    STATED = "stated"
    USUAL = "usual location of the provider"
    SERVER = "setting of the server"
    FALLBACK = "world average, nothing better known"


@dataclass(frozen=True, slots=True)
class Place:
    """A grid with its carbon intensity (g CO2e/kWh) and the water of its power plants (L/kWh), as ranges.

    `asked` is the id of the region (a province, a city) that was asked for and that this place answers for. `live` is
    the figure of one moment that stands in the place of the yearly one; `missing` is who should have given one, and
    could not.
    """

    id: str
    basis: PlaceBasis
    en: str
    fr: str
    carbon_g_per_kwh: Interval
    grid_water_l_per_kwh: Interval
    water_is_of: str
    year: int | None
    source: SourceId
    # How far other methods of counting lie from its carbon intensity.
    method_spread: Factor
    asked: str | None = None
    live: Live | None = None
    missing: SourceId | None = None

    def name(self, language: str) -> str:
        """The place in English or French."""
        return self.fr if language == "fr" else self.en


def place_of(book: FactorBook, stated: str | None, model: str | None = None, default: str | None = None) -> Place:
    """The place to estimate with: as stated, else the provider's usual one, else the server's, else the world.

    `stated` is what a person typed; `model` and `default` are ids. Raises Refusal for an unknown place.
    """
    if stated:
        place = place_at(book, book.place_id(stated), PlaceBasis.STATED)
        return replace(place, asked=book.region_id(stated))
    if model in book.models and (usual := book.models[model].usual_place):
        return place_at(book, usual, PlaceBasis.USUAL)
    if default and default != WORLD:
        return place_at(book, default, PlaceBasis.SERVER)
    return place_at(book, WORLD, PlaceBasis.FALLBACK)


def place_at(book: FactorBook, identity: str, basis: PlaceBasis) -> Place:
    """The place with this id, for a reason already known. Raises KeyError for an unknown id."""
    record = book.places[identity]
    grid = book.factors.grid
    central = record.carbon_g_per_kwh
    around = grid.method_spread.range.scaled(central)
    carbon = Interval(record.low_g_per_kwh or around.low, central, record.high_g_per_kwh or around.high)
    country = book.places["USA"] if identity.startswith("US-") else record
    water = country.grid_water_l_per_kwh
    water_is_of = identity if country is record else "USA"
    if water is None:
        water, water_is_of = book.places[WORLD].grid_water_l_per_kwh, WORLD
    return Place(
        identity,
        basis,
        record.en,
        record.fr,
        carbon,
        grid.water_spread.range.scaled(water or 0.0),
        water_is_of,
        record.year,
        record.source,
        grid.method_spread,
    )


def at_moment(place: Place, live: Live, book: FactorBook) -> Place:
    """The place with what its grid emits at a moment; water stays what it is over a year."""
    spread = spread_of(book.factors.grid, live)
    carbon = spread.range.scaled(live.g_per_kwh)
    return replace(
        place, carbon_g_per_kwh=carbon, year=None, source=live.source, method_spread=spread, live=live, missing=None
    )


def yearly(place: Place, book: FactorBook) -> Place:
    """The place with its yearly figure again."""
    return replace(place_at(book, place.id, place.basis), asked=place.asked)
