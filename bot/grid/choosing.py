"""The providers an operator named, in that order; the first that knows a place tells about it."""

from __future__ import annotations

from bot.clock import Clock
from bot.grid.electricity_maps import ElectricityMaps
from bot.grid.france import France
from bot.grid.great_britain import GreatBritain
from bot.grid.latest import LatestFigures
from bot.grid.provider import Provider
from config.settings import Settings
from energy import FactorBook

# A group of countries with a code as if it were one.
_NO_ZONE = "EUU"


def chosen(settings: Settings, book: FactorBook, clock: Clock) -> LatestFigures | None:
    """Who is asked about grids; None where nobody is."""
    providers: list[Provider] = []
    for name in settings.grids:
        if name == "gb":
            providers.append(GreatBritain())
        elif name == "fr":
            providers.append(France())
        elif settings.wattson_electricitymaps_token is not None:
            zones = {i: place.iso2 for i, place in book.places.items() if place.iso2 and i != _NO_ZONE}
            providers.append(ElectricityMaps(settings.wattson_electricitymaps_token, zones))
    return LatestFigures(providers, clock) if providers else None
