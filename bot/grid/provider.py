"""What every provider of live figures says about itself, and the shape its answers are checked against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from pydantic import BaseModel, ConfigDict

from energy import Live


class Shape(BaseModel):
    """A part of an answer: what is named is of the right type, the rest is nobody's business."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a provider; `headers` may hold a secret."""

    url: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)


class Provider(Protocol):
    """Somebody who publishes live figures; `source` is theirs in the book, `period` how often they publish."""

    source: str
    period: timedelta

    def request(self, place: str) -> Request | None:
        """The question about a place (an id of the book); None where they don't tell."""
        ...

    def read(self, body: bytes, place: str) -> Live:
        """The figure in an answer. Raises ValueError where there is none."""
        ...
