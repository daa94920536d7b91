"""What editors write: sentences in both languages with verdicts, sources, and figures that are computed when shown.

One file an item, or a short list of items, under `config/content/`. Nothing half right starts: a missing language, an
unknown source, a number typed into a sentence or a placeholder nobody fills is a ContentError that names file and key.
"""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from config.text.catalog import LANGUAGES, french_spaces
from energy import FactorBook, Source

CONTENT = Path(__file__).parent
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


Item = TypeVar("Item")


def read_items(kind: str, parse: Callable[[Any], Item], folder: Path = CONTENT) -> tuple[tuple[str, Item], ...]:
    """Every file of a kind, in the order of their names, as (file name, item). Raises ContentError."""
    found = []
    for path in sorted((folder / kind).glob("*.toml")):
        name = f"{kind}/{path.name}"
        try:
            found.append((name, parse(tomllib.loads(path.read_text(encoding="utf-8")))))
        except OSError as error:
            raise ContentError(f"{name}: cannot be read ({error.strerror}); restore it.") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ContentError(f"{name}: is not valid TOML ({error}).") from None
        except ValidationError as error:
            raise ContentError(f"{name}: {_first(error)}") from None
    return tuple(found)


def _first(error: ValidationError) -> str:
    """The first thing that is wrong, by its key; a misspelt key before the right one that is then missing."""
    errors = error.errors()
    first = next((one for one in errors if one["type"] == "extra_forbidden"), errors[0])
    key = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"{key}: there is no such key; check its spelling, or remove it."
    return f"{key}: {first['msg']}."


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
        raise ContentError(f"{file}: {_first(error)}") from None
    if twice := own.keys() & book.sources.keys():
        raise ContentError(f"{file}: {min(twice)}: the core has this source already; remove it here.")
    return {**book.sources, **own}
