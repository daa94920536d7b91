"""RTE éCO2mix by ODRE: France, every quarter of an hour. Direct emissions of generation; not life cycle."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import AwareDatetime, Field

from bot.grid.provider import Request, Shape
from energy import Live

_LATEST = {
    "select": "date_heure,taux_co2",
    "where": "taux_co2 is not null",
    "order_by": "date_heure desc",
    "limit": "1",
}


class _Quarter(Shape):
    date_heure: AwareDatetime
    taux_co2: float


class _Answer(Shape):
    results: Annotated[list[_Quarter], Field(min_length=1)]


class France:
    """The latest quarter of an hour that has a figure; no key for few questions. Corsica is on another grid."""

    source = "rte-live"
    period = timedelta(minutes=15)

    def __init__(self, base: str = "https://odre.opendatasoft.com") -> None:
        self._url = f"{base}/api/explore/v2.1/catalog/datasets/eco2mix-national-tr/records"

    def request(self, place: str) -> Request | None:
        """The latest figure."""
        return Request(self._url, _LATEST) if place == "FRA" else None

    def read(self, body: bytes, place: str) -> Live:
        """The first line."""
        del place
        latest = _Answer.model_validate_json(body).results[0]
        return Live(latest.taux_co2, latest.date_heure, self.source)
