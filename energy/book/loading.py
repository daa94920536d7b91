"""Reading energy/book/data: every record validated, cross-checked, and the whole versioned by its content."""

from __future__ import annotations

import json
import tomllib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pydantic.dataclasses  # noqa: F401 - else the adapter fetches it while a book is loading
from pydantic import TypeAdapter, ValidationError

from energy.book.factor_book import FactorBook
from energy.book.factors import Factors
from energy.book.models import AudioModel, AudioService, LanguageModel, Model, OpenModel, Service, TextService
from energy.book.name_index import NameIndex
from energy.book.records import Equivalent, PlaceRecord, Region, Training
from energy.book.sources import Source, SourceId
from energy.values.errors import BookError

DATA = Path(__file__).parent / "data"
# Named by code above the book instead of by a number in it: the adapter of the second opinion, and live figures.
IN_CODE: frozenset[SourceId] = frozenset(
    ("ecologits-text-0.11.3", "neso-live", "rte-live", "electricity-maps-live"),
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class _Files:
    """Every data file under its name; the models' files come last, in the order people are offered them."""

    sources: dict[SourceId, Source]
    factors: Factors
    places: dict[str, PlaceRecord]
    regions: dict[str, Region]
    equivalents: dict[str, Equivalent]
    trainings: dict[str, Training]
    diffusion: dict[str, OpenModel]
    services: dict[str, Service]
    language: dict[str, LanguageModel]
    assistants: dict[str, TextService]
    audio: dict[str, AudioModel]
    sounds: dict[str, AudioService]


FILES = tuple(_Files.__dataclass_fields__)
MODEL_FILES = FILES[FILES.index("diffusion") :]


def load_book(folder: Path = DATA) -> FactorBook:
    """Read and check every data file of a folder. Raises BookError naming the file, the key and the fix."""
    raw = {name: _parsed(folder / f"{name}.toml") for name in FILES}
    files = _validated(raw)
    models: dict[str, Model] = {}
    for name in MODEL_FILES:
        table: dict[str, Model] = getattr(files, name)
        if twice := sorted(models.keys() & table.keys()):
            raise BookError(f"{name}.toml", twice[0], "is a model of another file too; keep one of them")
        for identity, model in table.items():
            if model.usual_place and model.usual_place not in files.places:
                raise BookError(f"{name}.toml", f"{identity}.usual_place", f"names no place: {model.usual_place}")
        models |= table
    _check_sources(files)
    if "WLD" not in files.places:
        raise BookError("places.toml", "WLD", "is missing; the world average is the fallback")
    places = {i: (p.en, p.fr, *([p.iso2] if p.iso2 else []), *p.aliases) for i, p in files.places.items()}
    for identity, region in files.regions.items():
        if region.part_of not in files.places:
            raise BookError("regions.toml", f"{identity}.part_of", f"names no place: {region.part_of}")
    regions = {i: (r.en, r.fr, *r.aliases) for i, r in files.regions.items()}
    # One name, one place: checked over both files, looked up in each.
    _names("places.toml and regions.toml", {**places, **regions})
    return FactorBook(
        version=_fingerprint(raw),
        sources=files.sources,
        factors=files.factors,
        models=models,
        places=files.places,
        equivalents=files.equivalents,
        trainings=files.trainings,
        model_names=_names(
            ", ".join(f"{n}.toml" for n in MODEL_FILES), {i: (m.name, *m.aliases) for i, m in models.items()}
        ),
        place_names=_names("places.toml", places),
        regions=files.regions,
        region_names=_names("regions.toml", regions),
    )


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode())
    except OSError as error:
        raise BookError(path.name, "the file", f"cannot be read ({error.strerror}); restore it") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BookError(path.name, "the file", f"is not valid TOML ({error}); correct that line") from None


def _fingerprint(raw: dict[str, dict[str, Any]]) -> str:
    """Eight characters that change with any number or word of the data, not with comments or line ends."""
    return f"{zlib.crc32(json.dumps(raw, sort_keys=True, default=str).encode()):08x}"


def _validated(raw: dict[str, dict[str, Any]]) -> _Files:
    try:
        return TypeAdapter(_Files).validate_python(raw)
    except ValidationError as error:
        first = error.errors()[0]
        file, *key = (str(part) for part in first["loc"])
        raise BookError(f"{file}.toml", ".".join(key), first["msg"][0].lower() + first["msg"][1:]) from None


def _names(file: str, names: dict[str, tuple[str, ...]]) -> NameIndex:
    try:
        return NameIndex(names)
    except ValueError as error:
        raise BookError(file, "aliases", f"{error}; keep one") from None


def _check_sources(files: _Files) -> None:
    """Every source that is named is listed, and every one that is listed is named."""
    used = set(IN_CODE)
    for file in FILES[1:]:
        for key, source in _sources_in(getattr(files, file)):
            if source not in files.sources:
                raise BookError(f"{file}.toml", key, f'names no source in sources.toml: "{source}"')
            used.add(source)
    if idle := sorted(files.sources.keys() - used):
        raise BookError("sources.toml", idle[0], "is used by no number; remove it or use it")


def _sources_in(value: object, key: str = "") -> Iterator[tuple[str, SourceId]]:
    """Every source id in a record or table, with the key that names it."""
    if isinstance(value, dict):
        pairs = list(value.items())
    else:
        names: dict[str, object] = getattr(value, "__dataclass_fields__", {})
        pairs = [(name, getattr(value, name)) for name in names]
    for name, inner in pairs:
        path = f"{key}.{name}" if key else name
        if name == "source":
            yield path, inner
        elif name == "also":
            yield from ((path, source) for source in inner)
        elif isinstance(inner, dict) or hasattr(inner, "__dataclass_fields__"):
            yield from _sources_in(inner, path)
