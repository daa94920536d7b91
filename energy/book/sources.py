"""Where a number comes from, and how it came to be."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Literal

SourceId = str


class Basis(StrEnum):
    """How a number came to be, from the firmest to the weakest."""

    MEASURED = "measured"
    DISCLOSED = "disclosed"
    MODELLED = "modelled"
    ESTIMATED = "estimated"
    ASSUMED = "assumed"

    @property
    def rank(self) -> int:
        """0 for the firmest."""
        return tuple(Basis).index(self)


class Strict:
    """A record whose loader must refuse any key it does not know (pydantic reads this when data is loaded)."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Source(Strict):
    """A publication a number was taken from; `url` is absent where it is our own estimate."""

    producer: str
    title: str
    title_fr: str | None = None
    year: int
    url: str | None = None
    date_read: datetime.date
    measured: str
    boundary: str
    read: Literal["directly", "second-hand"]
    licence: str

    def title_in(self, language: str) -> str:
        """The title; in French where the words are ours and not the publisher's."""
        return self.title_fr if language == "fr" and self.title_fr else self.title

    def __post_init__(self) -> None:
        if self.url is not None and not self.url.startswith(("https://", "http://")):
            raise ValueError("url must begin with https://")
