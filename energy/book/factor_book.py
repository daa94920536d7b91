"""The factor book: every number of one edition of energy/book/data, and the names people know them by."""

from __future__ import annotations

from dataclasses import dataclass

from energy.book.factors import Factors
from energy.book.models import AudioModel, LanguageModel, Model, OpenModel
from energy.book.name_index import NameIndex
from energy.book.records import Equivalent, PlaceRecord, Region, Training
from energy.book.sources import Source, SourceId
from energy.values.errors import Refusal


@dataclass(frozen=True, slots=True)
class FactorBook:
    """All the numbers of one edition; `version` changes with any of them."""

    version: str
    sources: dict[SourceId, Source]
    factors: Factors
    models: dict[str, Model]
    places: dict[str, PlaceRecord]
    equivalents: dict[str, Equivalent]
    trainings: dict[str, Training]
    model_names: NameIndex
    place_names: NameIndex
    regions: dict[str, Region]
    region_names: NameIndex

    def model_id(self, text: str, activity: str | None = None) -> str:
        """The id of the model people call `text`. Raises Refusal with the nearest names."""
        found = text if text in self.models else self.model_names.exact(text)
        if found and activity in (None, self.models[found].activity):
            return found
        if found:
            model = self.models[found]
            raise Refusal(
                "model.activity",
                f"{model.name} makes {model.activity}s, not {activity}s.",
                read=model.name,
                makes=model.activity,
                asked=str(activity),
            )
        near = [i for i in self.model_names.near(text, 8) if activity in (None, self.models[i].activity)][:3]
        ids = near or self._one_per_provider(activity)[:3]
        names = ", ".join(self.models[i].name for i in ids)
        raise Refusal(
            "model.unknown",
            f"I don't know a model called {text[:60]!r}. Near names: {names}. Or leave it out.",
            read=text[:60],
            near=names,
            ids=",".join(ids),
        )

    def _one_per_provider(self, activity: str | None) -> list[str]:
        """A model of each provider, closed services first: the names people know best."""
        ids = [i for i, model in self.models.items() if activity in (None, model.activity)]
        ids.sort(key=lambda i: isinstance(self.models[i], OpenModel | LanguageModel | AudioModel))
        return list({self.models[i].provider: i for i in reversed(ids)}.values())[::-1]

    def place_id(self, text: str) -> str:
        """The id of the place people call `text`. Raises Refusal with the nearest names."""
        if found := self.place_names.exact(text):
            return found
        if region := self.region_names.exact(text):
            return self.regions[region].part_of
        ids = self.place_names.near(text) or ["FRA", "USA", "WLD"]
        names = ", ".join(self.places[i].en for i in ids)
        raise Refusal(
            "place.unknown",
            f"I don't know a place called {text[:60]!r}. Near names: {names}.",
            read=text[:60],
            near=names,
            ids=",".join(ids),
        )

    def region_id(self, text: str) -> str | None:
        """The id of the province, city or other region people call `text`; None where it is a place, or unknown."""
        return None if self.place_names.exact(text) else self.region_names.exact(text)
