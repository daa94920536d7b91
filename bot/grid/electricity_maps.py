"""Electricity Maps: some 350 zones, by the hour, with a key. Consumption, imports traced, life cycle."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, SecretStr

from bot.grid.provider import Request, Shape
from energy import Basis, Live


class _Answer(Shape):
    zone: str
    intensity: Annotated[float, Field(alias="carbonIntensity")]
    at: Annotated[AwareDatetime, Field(alias="datetime")]
    # The other kind, direct, counts something else: it would be no figure of this source.
    counted: Annotated[Literal["lifecycle"], Field(alias="emissionFactorType")]
    estimated: Annotated[bool, Field(alias="isEstimated")]


class ElectricityMaps:
    """`/carbon-intensity/latest`; `zones` are their names for the places of the book."""

    source = "electricity-maps-live"
    period = timedelta(minutes=60)

    def __init__(
        self, token: SecretStr, zones: Mapping[str, str], base: str = "https://api.electricitymaps.com/v3"
    ) -> None:
        self._token = token
        self._zones = zones
        self._base = base

    def request(self, place: str) -> Request | None:
        """The latest figure of the place's zone."""
        if (zone := self._zones.get(place)) is None:
            return None
        return Request(
            f"{self._base}/carbon-intensity/latest", {"zone": zone}, {"auth-token": self._token.get_secret_value()}
        )

    def read(self, body: bytes, place: str) -> Live:
        """The figure, where it is of the zone that was asked for."""
        latest = _Answer.model_validate_json(body)
        if latest.zone != self._zones[place]:
            raise ValueError("another zone than asked for")
        basis = Basis.ESTIMATED if latest.estimated else Basis.MODELLED
        return Live(latest.intensity, latest.at, self.source, basis)
