"""A second opinion on closed language models: EcoLogits, where it is installed, behind one small adapter.

EcoLogits (MPL-2.0) guesses the size of closed models and estimates server energy times PUE. Its registry is loaded only
when asked for. What it would accept and we do not (negative or absurd amounts) never reaches it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from energy.book.factor_book import FactorBook
from energy.book.name_index import name_key
from energy.book.sources import SourceId
from energy.values.errors import Refusal
from energy.values.interval import Interval
from energy.values.units import WH_PER_KWH

PREFIX = "ecologits/"
SOURCE: SourceId = "ecologits-text-0.11.3"
_WORLD = "WOR"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What EcoLogits says an answer uses at the facility, in Wh."""

    facility_wh: Interval
    source: SourceId


class Opinions:
    """The models EcoLogits knows, as "provider/model"."""

    def __init__(self, impacts: Any, registered: list[tuple[str, str]]) -> None:
        self._impacts = impacts
        self._by_name = {name_key(name): f"{provider}/{name}" for provider, name in reversed(registered)}

    def find(self, text: str) -> str | None:
        """The id of the model people call `text`, or None."""
        found = self._by_name.get(name_key(text.rsplit("/", 1)[-1]))
        return f"{PREFIX}{found}" if found else None

    def of(self, name: str, tokens: float) -> Opinion | None:
        """What an answer of so many output tokens uses; None for a model it does not know."""
        provider, model = name.removeprefix(PREFIX).split("/", 1)
        result = self._impacts(provider, model, max(1, round(tokens)), math.inf, _WORLD)
        if result.energy is None:
            return None
        value = result.energy.value
        low, high = (float(getattr(value, end, value)) * WH_PER_KWH for end in ("min", "max"))
        return Opinion(Interval(low, math.sqrt(low * high), high), SOURCE)


def load_opinions() -> Opinions | None:
    """EcoLogits as a second opinion, or None where it is not installed."""
    try:
        import logging

        from ecologits.model_repository import models
        from ecologits.tracers.utils import llm_impacts
    except ImportError:
        return None
    # Its remarks on every closed model are said by our own notes.
    logging.getLogger("ecologits").setLevel(logging.ERROR)
    return Opinions(llm_impacts, [(model.provider.value, model.name) for model in models.list_models()])


def named_model(text: str, activity: str | None, book: FactorBook, opinions: Opinions | None) -> str:
    """The id of a model by its name: our own book first, then EcoLogits. Raises Refusal where neither knows it."""
    try:
        return book.model_id(text, activity)
    except Refusal as refusal:
        if (
            refusal.code == "model.unknown"
            and activity in (None, "text")
            and opinions
            and (found := opinions.find(text))
        ):
            return found
        raise
