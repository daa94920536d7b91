"""Reading energy/data: every record validated, cross-checked, and the whole versioned by its content."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar

from energy.book import FactorBook
from energy.errors import BookError
from energy.factors import Factors
from energy.names import Names
from energy.records import Equivalent, OpenModel, PlaceRecord, Service
from energy.sources import Source, SourceId

DATA = Path(__file__).parent / "data"
FILES = ("sources", "factors", "diffusion", "services", "places", "equivalents")
_T = TypeVar("_T")


def load_book(folder: Path = DATA) -> FactorBook:
    """Read and check every data file of a folder. Raises BookError naming the file, the key and the fix."""
    raw: dict[str, dict[str, Any]] = {}
    for name in FILES:
        path = folder / f"{name}.toml"
        try:
            data = path.read_bytes()
            raw[name] = tomllib.loads(data.decode())
        except OSError as error:
            raise BookError(path.name, "the file", f"cannot be read ({error.strerror}); restore it") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise BookError(path.name, "the file", f"is not valid TOML ({error}); mend that line") from None

    sources = _validated(dict[str, Source], raw["sources"], "sources.toml")
    factors = _validated(Factors, raw["factors"], "factors.toml")
    open_models = _validated(dict[str, OpenModel], raw["diffusion"], "diffusion.toml")
    services = _validated(dict[str, Service], raw["services"], "services.toml")
    places = _validated(dict[str, PlaceRecord], raw["places"], "places.toml")
    equivalents = _validated(dict[str, Equivalent], raw["equivalents"], "equivalents.toml")
    if twice := sorted(open_models.keys() & services.keys()):
        raise BookError("services.toml", twice[0], "is in diffusion.toml too; keep one of them")
    models: dict[str, OpenModel | Service] = {**open_models, **services}
    for name, table in (("factors", factors), ("diffusion", open_models), ("services", services)):
        _check_sources(f"{name}.toml", table, sources)
    _check_sources("places.toml", places, sources)
    _check_sources("equivalents.toml", equivalents, sources)
    used = {s for t in (factors, models, places, equivalents) for _, s in _sources_in(t)}
    if idle := sorted(sources.keys() - used):
        raise BookError("sources.toml", idle[0], "is used by no number; remove it or use it")
    if "WLD" not in places:
        raise BookError("places.toml", "WLD", "is missing; the world average is the fallback")
    for identity, model in models.items():
        if model.usual_place and model.usual_place not in places:
            file = "diffusion.toml" if identity in open_models else "services.toml"
            raise BookError(file, f"{identity}.usual_place", f"names no place: {model.usual_place}")
    return FactorBook(
        _fingerprint(raw),
        sources,
        factors,
        models,
        places,
        equivalents,
        _names("diffusion.toml, services.toml", {i: (m.name, *m.aliases) for i, m in models.items()}),
        _names("places.toml", {i: (p.en, p.fr, *([p.iso2] if p.iso2 else []), *p.aliases) for i, p in places.items()}),
    )


def _fingerprint(raw: dict[str, dict[str, Any]]) -> str:
    """Eight signs that change with any number or word of the data, not with comments or line ends."""
    return hashlib.sha256(json.dumps(raw, sort_keys=True, default=str).encode()).hexdigest()[:8]


def _validated(kind: type[_T], data: Any, file: str) -> _T:
    # pydantic takes longer to import than all the rest of the core: only those who load a book pay for it.
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(kind).validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        raise BookError(
            file, ".".join(str(part) for part in first["loc"]), first["msg"][0].lower() + first["msg"][1:]
        ) from None


def _names(file: str, names: dict[str, tuple[str, ...]]) -> Names:
    try:
        return Names(names)
    except ValueError as error:
        raise BookError(file, "aliases", f"{error}; keep one") from None


def _sources_in(value: object, key: str = "") -> Iterator[tuple[str, SourceId]]:
    """Every source id in a record or table, with the key that names it."""
    if isinstance(value, dict):
        pairs: list[tuple[str, object]] = list(value.items())
    elif is_dataclass(value):
        pairs = [(field.name, getattr(value, field.name)) for field in fields(value)]
    else:
        return
    for name, inner in pairs:
        path = f"{key}.{name}" if key else name
        if name == "source" and isinstance(inner, str):
            yield path, inner
        elif name == "also" and isinstance(inner, tuple):
            yield from ((path, source) for source in inner)
        else:
            yield from _sources_in(inner, path)


def _check_sources(file: str, table: object, sources: dict[SourceId, Source]) -> None:
    for key, source in _sources_in(table):
        if source not in sources:
            raise BookError(file, key, f'names no source in sources.toml: "{source}"')
