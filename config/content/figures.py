"""Figures inside sentences: computed when shown, never typed; each with a passport."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal, Self

from pydantic import Field, model_validator

from config.content.sentences import ContentError, Frozen, Sentence, Words
from energy import FactorBook, Interval, Refusal, Usage

Unit = Literal["Wh", "kWh", "g", "mL", "g/kWh", "min", "%", "times", "W", "s", "year", ""]


class Figure(Frozen):
    """A number for sentences to show; exactly one of its kinds is given.

    `usage`: a canonical usage key priced by the core (`what`: energy, chips, carbon or water; `place`, `count`).
    `equivalent`: an everyday use of the book, in Wh a unit. `carbon_of`: a place's grid, in g/kWh.
    `quoted`: a published number (one, or low and high, or low, central, high) with `unit` and `source`.
    `given`: a number the sentence supposes, with `unit`. `name`: a proper name with a digit in it.
    `factor`: how many times, from the book's factors.toml ("facility.pue"); `inverse` of another such figure.
    `ratio`, `sum`: of other figures. `times`: another figure times a `given`. `like`: a figure as minutes of microwave.
    """

    usage: str | None = None
    count: int = Field(default=1, ge=1)
    place: str | None = None
    what: Literal["energy", "chips", "carbon", "water"] = "energy"
    equivalent: str | None = None
    carbon_of: str | None = None
    quoted: tuple[float, ...] | None = Field(default=None, min_length=1, max_length=3)
    unit: Unit = ""
    source: str | None = None
    given: float | None = None
    name: str | None = None
    factor: str | None = None
    inverse: str | None = None
    ratio: tuple[str, str] | None = None
    sum: tuple[str, ...] | None = None
    times: str | None = None
    like: str | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = (
            "usage",
            "equivalent",
            "carbon_of",
            "factor",
            "inverse",
            "quoted",
            "name",
            "ratio",
            "sum",
            "times",
            "like",
        )
        given = [kind for kind in kinds if getattr(self, kind) is not None]
        if len(given) > 1 or (not given and self.given is None):
            raise ValueError(f"a figure has exactly one of {', '.join(kinds)}, or given")
        if (self.quoted is None) != (self.source is None):
            raise ValueError("a quoted figure has a source, and no other has")
        if self.times is not None and self.given is None:
            raise ValueError("times needs given: how many times")
        return self

    @property
    def needs(self) -> tuple[str, ...]:
        """The other figures it is made of."""
        return (*(self.ratio or ()), *(self.sum or ()), *filter(None, (self.times, self.like, self.inverse)))


def check_words(
    file: str,
    words: Mapping[str, Words],
    figures: Mapping[str, Figure],
    sources: Collection[str],
    elsewhere: Collection[str] = (),
) -> None:
    """Check an item's sentences, by their key, against its figures and the known sources. Raises ContentError.

    `elsewhere`: figures that are shown, but by no sentence.
    """
    used: set[str] = set(elsewhere)
    for key, one in words.items():
        try:
            shown = one.placeholders
        except ValueError as error:
            raise ContentError(f"{file}: {key}: {error}.") from None
        if missing := shown - figures.keys():
            raise ContentError(f"{file}: {key}: nothing fills {{{min(missing)}}}; add it to [figures].")
        used |= shown
        for source in getattr(one, "sources", ()):
            if source not in sources:
                raise ContentError(f"{file}: {key}: there is no source called {source}; list it in sources.toml.")
    for name, figure in figures.items():
        if lost := [other for other in figure.needs if other not in figures]:
            raise ContentError(f"{file}: figures.{name}: there is no figure called {lost[0]}.")
        if figure.source is not None and figure.source not in sources:
            raise ContentError(f"{file}: figures.{name}: there is no source called {figure.source}.")
        used |= set(figure.needs)
    if idle := figures.keys() - used:
        raise ContentError(f"{file}: figures.{min(idle)}: no sentence shows it; remove it.")


def check_figures(file: str, figures: Mapping[str, Figure], book: FactorBook) -> None:
    """Check that the book has all that figures are made of. Raises ContentError."""
    for name, figure in figures.items():
        try:
            if figure.usage is not None:
                Usage.from_key(figure.usage, figure.count)
            for place in filter(None, (figure.place, figure.carbon_of)):
                book.place_id(place)
        except (ValueError, Refusal) as error:
            raise ContentError(f"{file}: figures.{name}: {error}") from None
        if figure.factor is not None and factor_of(figure.factor, book) is None:
            raise ContentError(f"{file}: figures.{name}: factors.toml has no {figure.factor}.")
        if figure.equivalent is not None and figure.equivalent not in book.equivalents:
            raise ContentError(f"{file}: figures.{name}: there is no everyday use called {figure.equivalent}.")
        if figure.usage is not None and figure.what in ("carbon", "water") and figure.place is None:
            raise ContentError(f"{file}: figures.{name}: {figure.what} depends on the place; say which.")


def factor_of(path: str, book: FactorBook) -> Interval | None:
    """A factor of the book by its group and name, such as facility.pue; None where there is none."""
    group, _, name = path.partition(".")
    found = getattr(book.factors, group, None)
    factor = found.get(name) if isinstance(found, dict) else getattr(found, name, None)
    return factor.range if factor is not None else None


def made_of(name: str, figures: Mapping[str, Figure], within: frozenset[str] = frozenset()) -> frozenset[str]:
    """A figure's name and those of all it is made of. Raises ValueError where figures are made of each other."""
    if name in within:
        raise ValueError("it is made of itself")
    deeper = (made_of(other, figures, within | {name}) for other in figures[name].needs)
    return frozenset({name}).union(*deeper)


def check_passports(file: str, sentences: Mapping[str, Sentence], figures: Mapping[str, Figure]) -> None:
    """Check that who shows a figure names where it comes from. Raises ContentError."""
    for key, sentence in sentences.items():
        for name in sorted(sentence.placeholders):
            try:
                parts = [figures[part] for part in made_of(name, figures)]
            except ValueError as error:
                raise ContentError(f"{file}: figures.{name}: {error}.") from None
            for source in (part.source for part in parts if part.source):
                if source not in sentence.sources:
                    raise ContentError(f"{file}: {key}: shows {{{name}}} without naming its source, {source}.")
            if not sentence.sources and any(part.given is None and part.name is None for part in parts):
                raise ContentError(f"{file}: {key}: shows {{{name}}} without naming a source.")
