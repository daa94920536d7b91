"""The privacy notice and the terms: one file a language, and nothing half right starts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from config.content.notices import NOTICE_KINDS, load_notices
from config.content.sentences import CONTENT, ContentError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(CONTENT / "legal", tmp_path / "legal")
    return tmp_path


def test_both_languages_say_as_much() -> None:
    notices = load_notices()
    for kind in NOTICE_KINDS:
        english, french = notices[kind, "en"], notices[kind, "fr"]
        assert len(english.sections) == len(french.sections)
        assert all("'" not in section.text for section in french.sections)


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("# Terms", "Terms", "title"),
        ("## What this is", "What this is", "under a heading"),
        ("## How this ends or changes\n", "", "numbers of sections"),
        ("Wattson answers", "Wattson answers " * 300, "What this is"),
    ],
)
def test_file_that_is_not_right_is_named(folder: Path, before: str, after: str, named: str) -> None:
    file = folder / "legal" / "terms.en.md"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(ContentError, match=rf"legal/terms.*{named}"):
        load_notices(folder)


def test_missing_file_is_named(folder: Path) -> None:
    (folder / "legal" / "privacy.fr.md").unlink()
    with pytest.raises(ContentError, match=r"privacy\.fr\.md: cannot be read"):
        load_notices(folder)
