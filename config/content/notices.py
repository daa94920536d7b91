"""The privacy notice and the terms, one Markdown file a language: a title, then sections under `##`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from config.content.sentences import CONTENT, ContentError
from config.text.catalog import LANGUAGES, french_spaces

NoticeKind = Literal["privacy", "terms"]
NOTICE_KINDS: tuple[NoticeKind, ...] = get_args(NoticeKind)
# A section longer than this fits in no message of Discord.
LONGEST = 3500
_FILE = re.compile(r"# (?P<title>.+)\n(?P<body>(?:.|\n)*)")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what it says."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A text people agree to or are told, in one language."""

    title: str
    sections: tuple[Section, ...]


Notices = Mapping[tuple[NoticeKind, str], Notice]


def load_notices(folder: Path = CONTENT) -> dict[tuple[NoticeKind, str], Notice]:
    """Every notice by kind and language. Raises ContentError that names the file."""
    found = {(kind, language): _read(folder, kind, language) for kind in NOTICE_KINDS for language in LANGUAGES}
    for kind in NOTICE_KINDS:
        first, *others = (len(found[kind, language].sections) for language in LANGUAGES)
        if any(other != first for other in others):
            raise ContentError(
                f"legal/{kind}: the languages have different numbers of sections; write the missing one."
            )
    return found


def _read(folder: Path, kind: NoticeKind, language: str) -> Notice:
    name = f"legal/{kind}.{language}.md"
    try:
        text = (folder / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise ContentError(f"{name}: cannot be read; restore it.") from None
    parts = _FILE.fullmatch(french_spaces(text) if language == "fr" else text)
    if parts is None:
        raise ContentError(f"{name}: must begin with a title, such as “# Privacy notice”.")
    before, *rest = re.split(r"^## ", parts["body"], flags=re.MULTILINE)
    if before.strip() or not rest:
        raise ContentError(f"{name}: every text belongs under a heading, such as “## Your rights”.")
    sections = tuple(Section(*(piece.strip() for piece in one.partition("\n")[::2])) for one in rest)
    for one in sections:
        if not one.text or len(one.text) > LONGEST:
            raise ContentError(f"{name}: “{one.heading}” must have a text of at most {LONGEST} characters.")
    return Notice(parts["title"].strip(), sections)
