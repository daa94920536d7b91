"""Answers with what their grid emits now, where the operator asked for that and somebody tells."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.features.cost.decide import Answer, CostService, Question
from bot.store.protocols import GridIntensity
from energy import Place, at_moment

# A part that shares the grid of the place that answers for it.
_ON_THE_GRID = {"mix", "city"}


class LiveAnswers:
    """Prices answers once more with live carbon; without a grid to ask, they stay as they are."""

    def __init__(self, cost: CostService, grid: GridIntensity | None = None) -> None:
        self._cost = cost
        self._grid = grid

    async def now(self, *answers: Answer) -> tuple[Answer, ...]:
        """The same answers by their grid's live figure, within half a second; else by the yearly one, which says so."""
        if (grid := self._grid) is None:
            return answers
        places = {one.question.place.id: grid.source(one.question.place.id) for one in answers if self._fits(one)}
        ids = [identity for identity, source in places.items() if source is not None]
        found = dict(zip(ids, await asyncio.gather(*(grid.now(identity) for identity in ids)), strict=True))

        def there(place: Place) -> Place:
            live = found[place.id]
            return at_moment(place, live, self._cost.book) if live else replace(place, missing=places[place.id])

        return tuple(
            self._cost.answer(Question(one.question.usage, there(one.question.place)))
            if one.question.place.id in found and self._fits(one)
            else one
            for one in answers
        )

    def _fits(self, answer: Answer) -> bool:
        part = answer.question.place.asked
        return part is None or self._cost.book.regions[part].why in _ON_THE_GRID

    async def close(self) -> None:
        """Ask no more."""
        if self._grid is not None:
            await self._grid.close()
