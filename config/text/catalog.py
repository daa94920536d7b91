"""The interface text in every language, by key. Loading fails where two languages differ in keys or placeholders."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "fr")
# French sets a space before these signs and inside its quotation marks; a line must not break there.
_FRENCH_SPACES = (
    (re.compile(r" (?=[;!?])"), "\N{NARROW NO-BREAK SPACE}"),
    (re.compile(r" (?=[:»])|(?<=«) "), "\N{NO-BREAK SPACE}"),
)
LOCALES = Path(__file__).parent / "locales"


class CatalogError(Exception):
    """A catalog that cannot be used: the file, the key and the fix in one sentence."""


class Catalog:
    """Sentences by language and key."""

    def __init__(self, texts: dict[str, dict[str, str]]) -> None:
        self._texts = texts

    def text(self, language: str, key: str, **values: str) -> str:
        """The sentence with its placeholders filled. Raises KeyError for an unknown key or a missing value."""
        return self._texts[language][key].format_map(values)

    def texts(self, language: str) -> dict[str, str]:
        """Every sentence of a language by its key."""
        return self._texts[language]

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in self._texts[LANGUAGES[0]]

    def placeholders(self, key: str) -> frozenset[str]:
        """What a sentence wants filled in."""
        return _placeholders(self._texts[LANGUAGES[0]][key])

    @property
    def keys(self) -> frozenset[str]:
        """Every key."""
        return frozenset(self._texts[LANGUAGES[0]])


def load_catalog(folder: Path = LOCALES) -> Catalog:
    """Read and compare the catalogs of a folder. Raises CatalogError."""
    texts = {language: _flat(folder / f"{language}.toml") for language in LANGUAGES}
    first = LANGUAGES[0]
    for language in LANGUAGES[1:]:
        for lacking, having in ((language, first), (first, language)):
            if missing := sorted(texts[having].keys() - texts[lacking].keys()):
                raise CatalogError(f"{lacking}.toml: {missing[0]} is missing; {having}.toml has it.")
        for key, text in texts[first].items():
            if (ours := _placeholders(text)) != (theirs := _placeholders(texts[language][key])):
                names = ", ".join(sorted(ours ^ theirs))
                raise CatalogError(
                    f"{language}.toml: {key} must have the placeholders of {first}.toml (differs in: {names})."
                )
    texts["fr"] = {key: french_spaces(text) for key, text in texts["fr"].items()}
    return Catalog(texts)


def french_spaces(text: str) -> str:
    """The text with the no-break spaces French sets before high punctuation and inside quotation marks."""
    for pattern, space in _FRENCH_SPACES:
        text = pattern.sub(space, text)
    return text


def _flat(path: Path) -> dict[str, str]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CatalogError(f"{path.name}: cannot be read ({error.strerror}); restore it.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogError(f"{path.name}: is not valid TOML ({error}).") from None
    texts: dict[str, str] = {}

    def walk(table: dict[str, Any], prefix: str) -> None:
        for name, value in table.items():
            key = f"{prefix}{name}"
            if isinstance(value, dict):
                walk(value, f"{key}.")
            elif isinstance(value, str) and value.strip():
                _placeholders_of(path.name, key, value)
                texts[key] = value
            else:
                raise CatalogError(f"{path.name}: {key} must be a sentence.")

    walk(data, "")
    return texts


def _placeholders_of(file: str, key: str, text: str) -> None:
    try:
        _placeholders(text)
    except ValueError as error:
        raise CatalogError(f"{file}: {key} has a broken placeholder ({error}).") from None


def _placeholders(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
