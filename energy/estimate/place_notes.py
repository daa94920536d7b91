"""What a reader must be told of the place an estimate is for: how it was chosen, and whether its figure is live."""

from __future__ import annotations

from energy.book.factor_book import FactorBook
from energy.places.live import Method
from energy.places.place import Place, PlaceBasis
from energy.values.note import Note

_WHY_A_REGION = {
    "mix": "no yearly figure under a free licence exists for it alone",
    "city": "it is fed by the grid around it",
    "apart": "its grid is apart and has no figure here, so this may be far off",
    "neighbour": "it has no figure, and the grid next door stands in",
    "group": "it has no figure, and the average of its part of the world stands in, which may be far off",
}


def place_notes(place: Place, book: FactorBook) -> tuple[Note, ...]:
    """The remarks on how the place was chosen, and on whose figure of its carbon stands."""
    return (*_choice_notes(place, book), *_moment_notes(place, book))


def _choice_notes(place: Place, book: FactorBook) -> tuple[Note, ...]:
    if place.asked:
        region = book.regions[place.asked]
        text = f"{region.en} is estimated with {place.en}: {_WHY_A_REGION[region.why]}."
        return (Note("place.part", text, (("part", place.asked), ("place", place.id), ("why", region.why))),)
    if place.basis is PlaceBasis.FALLBACK:
        return (Note("place.fallback", "The place is not known: the world average stands in for it."),)
    if place.basis is PlaceBasis.USUAL:
        text = f"The place is the provider's usual location ({place.en}), as estimators assume; nobody publishes it."
        return (Note("place.usual", text, (("place", place.id),)),)
    return ()


_COUNTED = {Method.DIRECT: "what plants burn, not the life cycle", Method.LIFE_CYCLE: "the life cycle"}


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
