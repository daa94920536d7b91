"""What editors write: sentences in both languages with verdicts, sources, and figures that are computed when shown.

One file an item, or a short list of items, under `config/content/`. Nothing half right starts: a missing language, an
unknown source, a number typed into a sentence or a placeholder nobody fills is a ContentError that names file and key.
"""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from config.catalog import LANGUAGES, french_spaces
from energy import FactorBook, Refusal, Source, Usage

CONTENT = Path(__file__).parent / "content"
Verdict = Literal[
    "supported",
    "partly",
    "contested",
    "misleading",
    "outdated",
    "false",
    "unit_error",
    "unsupported",
    "opinion",
    "rhetorical",
    "unknown",
]
Unit = Literal["Wh", "kWh", "g", "mL", "g/kWh", "min", "%", "times", "W", "s", "year", ""]
Text = Annotated[str, Field(min_length=1)]
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d")


class ContentError(Exception):
    """Content that cannot be used: the file, the key and the fix in one sentence."""


class Frozen(BaseModel):
    """Strict and immutable: a misspelt key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Frozen):
    """The same thing said in English and in French."""

    en: Text
    fr: Text

    def text(self, language: str) -> str:
        """The sentence with its placeholders, French spaces set."""
        return french_spaces(self.fr) if language == "fr" else self.en

    @property
    def placeholders(self) -> frozenset[str]:
        """The figures both languages show. Raises ValueError where they differ, or where a number is typed."""
        found = [_figures_in(getattr(self, language)) for language in LANGUAGES]
        if found[0] != found[1]:
            raise ValueError(f"the languages show different figures: {', '.join(sorted(found[0] ^ found[1]))}")
        return found[0]


class Sentence(Words):
    """A checkable sentence: what became of checking it, and who says so."""

    verdict: Verdict
    sources: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _opinions_need_no_source(self) -> Self:
        if not self.sources and self.verdict not in ("opinion", "rhetorical", "unknown"):
            raise ValueError("a sentence that is no opinion needs at least one source")
        return self


class Figure(Frozen):
    """A number for sentences to show; exactly one of its kinds is given.

    `usage`: a canonical usage key priced by the core (`what`: energy, carbon or water; `place`, `count`).
    `equivalent`: an everyday use of the book, in Wh a unit. `carbon_of`: a place's grid, in g/kWh.
    `quoted`: a published number (one, or low and high, or low, central, high) with `unit` and `source`.
    `given`: a number the sentence supposes, with `unit`. `name`: a proper name with a digit in it.
    `ratio`, `sum`: of other figures. `times`: another figure times a `given`. `like`: a figure as minutes of microwave.
    """

    usage: str | None = None
    count: int = Field(default=1, ge=1)
    place: str | None = None
    what: Literal["energy", "carbon", "water"] = "energy"
    equivalent: str | None = None
    carbon_of: str | None = None
    quoted: tuple[float, ...] | None = Field(default=None, min_length=1, max_length=3)
    unit: Unit = ""
    source: str | None = None
    given: float | None = None
    name: str | None = None
    ratio: tuple[str, str] | None = None
    sum: tuple[str, ...] | None = None
    times: str | None = None
    like: str | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = ("usage", "equivalent", "carbon_of", "quoted", "name", "ratio", "sum", "times", "like")
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
        return (*(self.ratio or ()), *(self.sum or ()), *filter(None, (self.times, self.like)))


Item = TypeVar("Item", bound=BaseModel)


def read_items(kind: str, model: type[Item], folder: Path = CONTENT) -> tuple[tuple[str, Item], ...]:
    """Every file of a kind, in the order of their names, as (file name, item). Raises ContentError."""
    found = []
    for path in sorted((folder / kind).glob("*.toml")):
        name = f"{kind}/{path.name}"
        try:
            found.append((name, model.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))))
        except OSError as error:
            raise ContentError(f"{name}: cannot be read ({error.strerror}); restore it.") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ContentError(f"{name}: is not valid TOML ({error}).") from None
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(str(part) for part in first["loc"])
            raise ContentError(f"{name}: {key}: {first['msg']}.") from None
    return tuple(found)


def check_words(file: str, words: Mapping[str, Words], figures: Mapping[str, Figure], sources: Collection[str]) -> None:
    """Check an item's sentences, by their key, against its figures and the known sources. Raises ContentError."""
    used: set[str] = set()
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


def _figures_in(template: str) -> frozenset[str]:
    """The names of the figures a sentence shows. Raises ValueError where it types a number itself."""
    pieces = list(string.Formatter().parse(template))
    typed = " ".join(_YEAR.sub("", literal) for literal, *_ in pieces)
    if _NUMBER.search(typed):
        raise ValueError("a number is typed into the sentence; make it a figure")
    return frozenset(_names(pieces))


def _names(pieces: list[tuple[str, str | None, str | None, str | None]]) -> Iterator[str]:
    for _, field, _, _ in pieces:
        if field is not None:
            yield field.split(".", 1)[0]


def load_sources(book: FactorBook, folder: Path = CONTENT) -> dict[str, Source]:
    """Every source a text may name: the book's, and those of sources.toml. Raises ContentError."""
    file = "sources.toml"
    try:
        raw = tomllib.loads((folder / file).read_text(encoding="utf-8"))
        own = TypeAdapter(dict[str, Source]).validate_python(raw)
    except OSError as error:
        raise ContentError(f"{file}: cannot be read ({error.strerror}); restore it.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{file}: is not valid TOML ({error}).") from None
    except ValidationError as error:
        first = error.errors()[0]
        raise ContentError(f"{file}: {'.'.join(map(str, first['loc']))}: {first['msg']}.") from None
    if twice := own.keys() & book.sources.keys():
        raise ContentError(f"{file}: {min(twice)}: the core has this source already; remove it here.")
    return {**book.sources, **own}


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
        if figure.equivalent is not None and figure.equivalent not in book.equivalents:
            raise ContentError(f"{file}: figures.{name}: there is no everyday use called {figure.equivalent}.")
        if figure.usage is not None and figure.what != "energy" and figure.place is None:
            raise ContentError(f"{file}: figures.{name}: {figure.what} depends on the place; say which.")


def made_of(name: str, figures: Mapping[str, Figure], within: frozenset[str] = frozenset()) -> frozenset[str]:
    """A figure's name and those of all it is made of. Raises ValueError where figures are made of each other."""
    if name in within:
        raise ValueError("it is made of itself")
    deeper = (made_of(other, figures, within | {name}) for other in figures[name].needs)
    return frozenset({name}).union(*deeper)
