"""From a usage to energy, carbon and water: accelerator, then server, then facility, then grid."""

from __future__ import annotations

from dataclasses import dataclass

from energy.book.factor_book import FactorBook
from energy.book.factors import Factors
from energy.book.sources import Basis, SourceId
from energy.estimate.place_notes import place_notes
from energy.estimate.trace import trace_code
from energy.methods.dispatch import item_energy
from energy.methods.ecologits import Opinions
from energy.methods.item_energy import SECOND_OPINION, AppliedFactor, ItemEnergy
from energy.places.place import Place
from energy.usage.usage import Usage
from energy.values.errors import Refusal
from energy.values.interval import Interval
from energy.values.note import Note
from energy.values.units import ML_PER_L, WH_PER_KWH

# What methods know of a usage beside its amount and model; the place that was said is the caller's to look up.
_KNOWN = frozenset(("kind", "resolution", "steps"))


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of an estimate: its name, the factors applied in it, and what comes out, in its unit."""

    name: str
    inputs: tuple[AppliedFactor, ...]
    result: Interval
    unit: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a usage needs, stage by stage, for all its items together.

    Energies in Wh: `accelerator_wh` at the chips, `it_energy_wh` at the servers, `facility_energy_wh` at the data
    centre's meter. `carbon_g` is operational g CO2e, `water_ml` on-site cooling plus power plants. Training, making the
    machines, networks and the asker's own screen are not counted. `item` is how the energy of one item was found,
    `book_factors` the factors of the book that priced the stages after it.
    """

    usage: Usage
    accelerator_wh: Interval
    it_energy_wh: Interval
    facility_energy_wh: Interval
    carbon_g: Interval
    water_ml: Interval
    place: Place
    basis: Basis
    notes: tuple[Note, ...]
    book: str
    item: ItemEnergy
    book_factors: Factors

    @property
    def trace(self) -> str:
        """Six letters and digits that name these inputs priced by this book."""
        return trace_code(self.usage, self.place, self.book)

    @property
    def stated_at_meter(self) -> bool:
        """Whether the energy was known at the facility, so that the stages before it follow from it."""
        return self.item.facility_wh is not None

    @property
    def second_opinion_wh(self) -> Interval | None:
        """What the second opinion says all items use, where there is one."""
        return next((f.range.scaled(self.usage.count) for f in self.item.factors if f.name == SECOND_OPINION), None)

    @property
    def energy_factors(self) -> tuple[AppliedFactor, ...]:
        """What made the energy of one item."""
        return self.item.factors

    @property
    def stage_factors(self) -> tuple[AppliedFactor, ...]:
        """What led from the item's energy to the meter, the carbon and the water."""
        return (*self._server, *self._pue, *self._grid, *self._water)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages in the order they were taken: task (the items at the chips), server, facility, carbon, water.

        Where the figure was stated at the facility's meter, facility comes first, and server and task follow from it.
        """
        made, server, pue = self.energy_factors, self._server, self._pue
        energies = (self.accelerator_wh, self.it_energy_wh, self.facility_energy_wh)
        names, inputs = ("task", "server", "facility"), (made, server, pue)
        if self.stated_at_meter:
            names, inputs, energies = names[::-1], (made, pue, server), energies[::-1]
        return (
            *(Stage(name, given, wh, "Wh") for name, given, wh in zip(names, inputs, energies, strict=True)),
            Stage("carbon", self._grid, self.carbon_g, "g"),
            Stage("water", self._water, self.water_ml, "mL"),
        )

    @property
    def _server(self) -> tuple[AppliedFactor, ...]:
        server = self.book_factors.facility.server_per_accelerator
        sources = (server.source, *server.also)
        return tuple(AppliedFactor("server_per_accelerator", server.range, server.basis, s) for s in sources)

    @property
    def _pue(self) -> tuple[AppliedFactor, ...]:
        pue = self.book_factors.facility.pue
        own = Interval.exactly(self.item.pue) if self.item.pue else pue.range
        return (AppliedFactor("pue", own, pue.basis, self.item.pue_source or pue.source),)

    @property
    def _grid(self) -> tuple[AppliedFactor, ...]:
        place = self.place
        how = place.live.basis if place.live else Basis.MODELLED
        return (
            AppliedFactor("carbon_g_per_kwh", place.carbon_g_per_kwh, how, place.source),
            AppliedFactor("carbon_method_spread", *place.method_spread.passport),
        )

    @property
    def _water(self) -> tuple[AppliedFactor, ...]:
        spread, at_plants = self.book_factors.grid.water_spread, self.place.grid_water_l_per_kwh
        return (
            AppliedFactor("wue_l_per_kwh", *self.book_factors.facility.wue_l_per_kwh.passport),
            AppliedFactor("grid_water_l_per_kwh", at_plants, Basis.ASSUMED, spread.source),
        )

    @property
    def factors(self) -> tuple[AppliedFactor, ...]:
        """Everything that took part, the energy's first."""
        return (*self.energy_factors, *self.stage_factors)

    @property
    def sources(self) -> tuple[SourceId, ...]:
        """Every source that took part, the energy's first."""
        return tuple(dict.fromkeys(applied.source for applied in self.factors))


def estimate(usage: Usage, book: FactorBook, place: Place, opinions: Opinions | None = None) -> Estimate:
    """Estimate a usage at a place with the numbers of a book; `opinions` widen what closed language models answer.

    Raises Refusal where the model is unknown or does something else, or the use has parts no method knows yet, or names
    another place.
    """
    _require_what_is_known(usage, place)
    item = item_energy(usage, book, opinions)
    facility_factors = book.factors.facility
    server = facility_factors.server_per_accelerator
    pue = Interval.exactly(item.pue) if item.pue else facility_factors.pue.range
    if item.facility_wh is not None:
        # The class's range is stated at the meter: the stages before it follow by the central factors alone.
        facility = item.facility_wh
        it_energy = facility.scaled(1 / pue.central)
        accelerator = it_energy.scaled(1 / server.central)
    else:
        accelerator = item.accelerator_wh
        it_energy = accelerator.times(server.range)
        facility = it_energy.times(pue)
    accelerator, it_energy, facility = (e.scaled(usage.count) for e in (accelerator, it_energy, facility))

    carbon = facility.times(place.carbon_g_per_kwh).scaled(1 / WH_PER_KWH)
    wue = facility_factors.wue_l_per_kwh
    on_site = it_energy.times(wue.range)
    at_plants = facility.times(place.grid_water_l_per_kwh)
    water = on_site.plus(at_plants).scaled(ML_PER_L / WH_PER_KWH)

    return Estimate(
        item.usage,
        accelerator,
        it_energy,
        facility,
        carbon,
        water,
        place,
        item.basis,
        (*item.notes, *place_notes(place, book)),
        book.version,
        item,
        book.factors,
    )


def _require_what_is_known(usage: Usage, place: Place) -> None:
    """Raise Refusal for input tokens, machines and habits, which no method knows yet, and for another place."""
    pairs = (*usage.settings.pairs, *usage.circumstances)
    here = {("place", place.id), ("place", place.asked)}
    if unknown := [f"{name}={value}" for name, value in pairs if name not in _KNOWN and (name, value) not in here]:
        read = ", ".join(unknown)
        raise Refusal(
            "usage.not_yet", f"I can't estimate that part yet: {read}. Leave it out for now.", read=read[:200]
        )
