"""From a usage to energy, carbon and water: accelerator, then server, then facility, then grid."""

from __future__ import annotations

from dataclasses import dataclass

from energy.book.factor_book import FactorBook
from energy.book.factors import Factors
from energy.book.sources import Basis, SourceId
from energy.methods.dispatch import task_energy
from energy.methods.ecologits import Opinions
from energy.methods.item_energy import SECOND_OPINION, TaskEnergy
from energy.places.live import Method, spread_of
from energy.places.place import Place, PlaceBasis
from energy.usage.usage import Usage
from energy.values.errors import Refusal
from energy.values.interval import Interval
from energy.values.note import Note
from energy.values.units import kwh_from_wh, ml_from_l

# What methods know of a usage beside its amount and model; where it happens is the caller's to look up.
_KNOWN = frozenset(("kind", "resolution", "steps", "place"))
# Crockford's alphabet: no letter that could be read as a digit.
_TRACE_ALPHABET = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789ABCDEFGHJKMNPQRSTVWXYZ")


@dataclass(frozen=True, slots=True)
class Applied:
    """A factor that took part in an estimate: its name, its range in its unit, how it is known and from where."""

    name: str
    range: Interval
    basis: Basis
    source: SourceId


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a usage takes, stage by stage, for all its items together.

    Energies in Wh: `accelerator_wh` at the chips, `it_energy_wh` at the servers, `facility_energy_wh` at the data
    centre's meter. `carbon_g` is operational g CO2e, `water_ml` on-site cooling plus power plants. Training, making the
    machines, networks and the asker's own screen are not counted. `task` is how the energy of one item was found,
    `numbers` the factors of the book that priced the stages after it.
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
    task: TaskEnergy
    numbers: Factors

    @property
    def trace(self) -> str:
        """Six letters and digits that name these inputs priced by this book."""
        return trace_code(self.usage, self.place, self.book)

    @property
    def stated_at_meter(self) -> bool:
        """Whether the energy was known at the facility, so that the stages before it follow from it."""
        return self.task.facility_wh is not None

    @property
    def second_opinion_wh(self) -> Interval | None:
        """What the second opinion says all items take, where there is one."""
        return next((f[1].scaled(self.usage.count) for f in self.task.factors if f[0] == SECOND_OPINION), None)

    @property
    def energy_factors(self) -> tuple[Applied, ...]:
        """What made the energy of one item."""
        return tuple(Applied(*factor) for factor in self.task.factors)

    @property
    def stage_factors(self) -> tuple[Applied, ...]:
        """What led from the item's energy to the meter, the carbon and the water."""
        facility, grid, place = self.numbers.facility, self.numbers.grid, self.place
        server, pue, wue = facility.server_per_accelerator, facility.pue, facility.wue_l_per_kwh
        spread = spread_of(grid, place.live)
        how = place.live.basis if place.live else Basis.MODELLED
        own_pue = Interval.exactly(self.task.pue) if self.task.pue else pue.range
        return (
            *(Applied("server_per_accelerator", server.range, server.basis, s) for s in (server.source, *server.also)),
            Applied("pue", own_pue, pue.basis, self.task.pue_source or pue.source),
            Applied("carbon_g_per_kwh", place.carbon_g_per_kwh, how, place.source),
            Applied("carbon_method_spread", spread.range, spread.basis, spread.source),
            Applied("wue_l_per_kwh", wue.range, wue.basis, wue.source),
            Applied("grid_water_l_per_kwh", place.grid_water_l_per_kwh, Basis.ASSUMED, grid.water_spread.source),
        )

    @property
    def factors(self) -> tuple[Applied, ...]:
        """Everything that took part, the energy's first."""
        return (*self.energy_factors, *self.stage_factors)

    @property
    def sources(self) -> tuple[SourceId, ...]:
        """Every source that took part, the energy's first."""
        return tuple(dict.fromkeys(applied.source for applied in self.factors))


def estimate(usage: Usage, book: FactorBook, place: Place, opinions: Opinions | None = None) -> Estimate:
    """Estimate a usage at a place with the numbers of a book; `opinions` widen what closed language models answer.

    Raises Refusal where the model is unknown or does something else, or the use has parts no method knows yet.
    """
    _require_what_is_known(usage)
    task = task_energy(usage, book, opinions)
    facility_factors = book.factors.facility
    server = facility_factors.server_per_accelerator
    pue = Interval.exactly(task.pue) if task.pue else facility_factors.pue.range
    if task.facility_wh is not None:
        # The class's range is stated at the meter: the stages before it follow by the central factors alone.
        facility = task.facility_wh
        it_energy = facility.scaled(1 / pue.central)
        accelerator = it_energy.scaled(1 / server.central)
    else:
        accelerator = task.accelerator_wh
        it_energy = accelerator.times(server.range)
        facility = it_energy.times(pue)
    accelerator, it_energy, facility = (e.scaled(usage.count) for e in (accelerator, it_energy, facility))

    carbon = facility.times(place.carbon_g_per_kwh).mapped(kwh_from_wh)
    wue = facility_factors.wue_l_per_kwh
    on_site = it_energy.times(wue.range)
    at_plants = facility.times(place.grid_water_l_per_kwh)
    water = on_site.plus(at_plants).mapped(kwh_from_wh).mapped(ml_from_l)

    return Estimate(
        task.usage,
        accelerator,
        it_energy,
        facility,
        carbon,
        water,
        place,
        task.basis,
        (*task.notes, *_place_notes(place, book), *_moment_notes(place, book)),
        book.version,
        task,
        book.factors,
    )


def _require_what_is_known(usage: Usage) -> None:
    """Raise Refusal for input tokens, machines and habits, which usages carry before any method knows them."""
    pairs = (*usage.settings.pairs, *usage.circumstances)
    if unknown := [f"{name}={value}" for name, value in pairs if name not in _KNOWN]:
        read = ", ".join(unknown)
        raise Refusal(
            "usage.not_yet", f"I can't estimate that part yet: {read}. Leave it out for now.", read=read[:200]
        )


def trace_code(usage: Usage, place: Place, book_version: str) -> str:
    """Six letters and digits that name these inputs priced by this book."""
    # Only whoever shows a trace pays for loading these.
    import base64
    import hashlib

    text = f"{usage.key}|{usage.count}|{place.id}|{place.basis.name}|{book_version}"
    if place.live:
        text += f"|{place.live.source}|{place.live.g_per_kwh}|{place.live.moment}"
    return base64.b32encode(hashlib.sha256(text.encode()).digest())[:6].translate(_TRACE_ALPHABET).decode()


_WHY_A_PART = {
    "mix": "no yearly figure under a free licence exists for it alone",
    "city": "it is fed by the grid around it",
    "apart": "its grid is apart and has no figure here, so this may be far off",
    "neighbour": "it has no figure, and the grid next door stands in",
    "group": "it has no figure, and the average of its part of the world stands in, which may be far off",
}


def _place_notes(place: Place, book: FactorBook) -> tuple[Note, ...]:
    if place.asked:
        part = book.parts[place.asked]
        text = f"{part.en} is reckoned with {place.en}: {_WHY_A_PART[part.why]}."
        return (Note("place.part", text, (("part", place.asked), ("place", place.id), ("why", part.why))),)
    if place.basis is PlaceBasis.FALLBACK:
        return (Note("place.fallback", "The place is not known: the world average stands in for it."),)
    if place.basis is PlaceBasis.USUAL:
        text = f"The place is the provider's usual location ({place.en}), as estimators assume; nobody publishes it."
        return (Note("place.usual", text, (("place", place.id),)),)
    return ()


_COUNTED = {Method.COMBUSTION: "what plants burn, not the life cycle", Method.LIFE_CYCLE: "the life cycle"}


def _moment_notes(place: Place, book: FactorBook) -> tuple[Note, ...]:
    if live := place.live:
        text = f"Carbon by the live figure of {book.sources[live.source].producer}, {live.moment}"
        text += f" ({live.basis}); it counts {_COUNTED[live.method]}."
        return (Note("place.live", text, (("source", live.source), ("at", live.moment), ("method", live.method))),)
    if place.missing:
        who, instead = book.sources[place.missing].producer, book.sources[place.source]
        text = f"{who} gives no live figure now: the yearly one of {instead.producer} stands in for it."
        return (Note("place.missing", text, (("source", place.missing),)),)
    return ()
