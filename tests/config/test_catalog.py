"""The texts: the same keys and placeholders in every language, and French set as French is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from config.text.catalog import LOCALES, Catalog, CatalogError, load_catalog
from config.text.voice import Voice

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LOCALES, tmp_path / "locales"))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("fr.toml", "poor = ", "pure = ", "known.poor"),
        ("en.toml", "poor = ", "pure = ", "known.pure"),
        ("fr.toml", "{provider} ne", "{fournisseur} ne", "note.service.estimate"),
        ("en.toml", "{about}", "{about", "cost"),
        ("fr.toml", 'rough = "approximative"', "rough = 3", "known.rough"),
        ("fr.toml", "[known]", "[known", "TOML"),
    ],
)
def test_difference_between_languages_stops_the_load(folder: Path, file: str, old: str, new: str, named: str) -> None:
    edit(folder / file, old, new)
    with pytest.raises(CatalogError, match=named):
        load_catalog(folder)


def test_missing_language_is_named(folder: Path) -> None:
    (folder / "fr.toml").unlink()
    with pytest.raises(CatalogError, match=r"fr\.toml"):
        load_catalog(folder)


def test_french_punctuation_never_breaks_from_its_word() -> None:
    catalog = load_catalog()
    for key in catalog.keys:
        text = catalog.texts("fr")[key]
        assert not re.search(r" [:;!?»]|« ", text), key
        assert "'" not in text, key


@pytest.mark.parametrize(("number", "english", "french"), [(0, "many", "one"), (1, "one", "one"), (1.5, "many", "one")])
def test_one_and_many_differ_by_language(number: float, english: str, french: str) -> None:
    forms = {"x.one": "one", "x.many": "many"}
    catalog = Catalog({"en": forms, "fr": forms})
    assert Voice(catalog, "en").counted("x", number) == english
    assert Voice(catalog, "fr").counted("x", number) == french


def test_every_refusal_and_note_of_the_core_has_words() -> None:
    catalog = load_catalog()
    core = "\n".join(path.read_text(encoding="utf-8") for path in (CHECKOUT / "energy").rglob("*.py"))
    refusals = set(re.findall(r'Refusal\(\s*"([a-z_.]+)"', core)) | {"button.old"}
    refusals |= {f"amount.{activity}" for activity in ("video", "image", "text", "audio")}
    notes = {code for code in re.findall(r'Note\(\s*"([a-z_.]+)"', core) if not code.startswith("place.")}
    assert refusals
    assert notes
    keys = {f"refusal.{code}" for code in refusals} | {f"note.{code}" for code in notes}
    assert sorted(key for key in keys if not catalog.has(key)) == []
