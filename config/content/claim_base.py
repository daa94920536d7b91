"""Claims that circulate, each with its verdict, the reason and where it came from; checked when they are loaded."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from config.content.sentences import CONTENT, Frozen, Sentence, Text, Words
from config.content.tables import Item, load_table
from energy import FactorBook, Source

# What a claim can come out as; a slip of units counts as false and says why.
ClaimVerdict = Literal[
    "supported",
    "partly",
    "contested",
    "misleading",
    "outdated",
    "false",
    "unsupported",
    "opinion",
    "rhetorical",
    "unknown",
]
Wordings = Annotated[tuple[Text, ...], Field(min_length=3)]


class Quoted(Frozen):
    """A claim as it goes round, digits and all: words of others, not ours."""

    en: Text
    fr: Text

    def text(self, language: str) -> str:
        """The claim in a language."""
        return self.fr if language == "fr" else self.en


class Ways(Frozen):
    """Other ways people say the same."""

    en: Wordings
    fr: Wordings


class Claim(Item):
    """A claim and what became of checking it. `today` names the figure with today's best range, where there is one."""

    says: Quoted
    also: Ways
    verdict: ClaimVerdict
    because: Sentence
    origin: Words | None = None
    today: str | None = None

    @property
    def wordings(self) -> tuple[str, ...]:
        """Every way to say it, in both languages."""
        return (self.says.en, self.says.fr, *self.also.en, *self.also.fr)

    @property
    def words(self) -> dict[str, Words]:
        """The reason, and where the claim came from."""
        return {"because": self.because} | ({"origin": self.origin} if self.origin else {})

    @property
    def elsewhere(self) -> frozenset[str]:
        """Today's range stands beside the reason."""
        return frozenset([self.today] if self.today else [])


def load_claims(book: FactorBook, sources: Mapping[str, Source], folder: Path = CONTENT) -> dict[str, Claim]:
    """Every claim by its id. Raises ContentError."""
    return load_table("claims", Claim, book, sources, folder)
