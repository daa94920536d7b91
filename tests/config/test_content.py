"""Content that is half right starts nothing: the file, the key and the fix are said, to translators too."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from config.__main__ import problems
from config.content.sentences import CONTENT, ContentError, load_sources
from config.content.topics import load_topics
from energy import FactorBook, Source

TOPIC = "viewpoints/water.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture
def sources(book: FactorBook) -> Mapping[str, Source]:
    return load_sources(book)


def change(folder: Path, pattern: str, replacement: str, file: str = TOPIC) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    changed, times = re.subn(pattern, replacement, text, count=1, flags=re.MULTILINE | re.DOTALL)
    assert times == 1, pattern
    path.write_text(changed, encoding="utf-8")


@pytest.mark.parametrize(
    ("pattern", "replacement", "said"),
    [
        (r"^fr = [^\n]*\n", "", "Field required"),
        (r'^verdict = "[a-z]+"', 'verdict = "probably"', "verdict"),
        (r"^verdict = ", "verdikt = ", "verdikt: there is no such key"),
        (r'^sources = \["[^"]+"', 'sources = ["nobody"', "there is no source called nobody; list it in sources.toml"),
        (r'^(en = "[^"{]*)\{', r"\g<1>{lost_", "the languages show different figures"),
        (r'^(\[\[facts\]\]\nen = ")', r"\g<1>About 7 times. ", "a number is typed into the sentence"),
        (r"\Z", "\n[figures.idle]\ngiven = 1\n", "figures.idle: no sentence shows it; remove it"),
        (r'^usage = "[a-z]+;', 'usage = "dream;', "figures."),
        (r"^\[\[agree\]\]", "[[agree", "is not valid TOML"),
    ],
)
def test_a_broken_topic_is_named_with_its_key(
    folder: Path, book: FactorBook, sources: Mapping[str, Source], pattern: str, replacement: str, said: str
) -> None:
    change(folder, pattern, replacement)
    with pytest.raises(ContentError, match=r"water\.toml") as caught:
        load_topics(book, sources, folder)
    assert said in str(caught.value)


def test_a_figure_is_not_shown_without_its_source(
    folder: Path, book: FactorBook, sources: Mapping[str, Source]
) -> None:
    change(folder, r"(\[\[facts\]\].*?sources = )\[[^\]]*\]", r'\g<1>["definition"]', "viewpoints/microwave.toml")
    with pytest.raises(ContentError, match="without naming its source, mit-tr-2025"):
        load_topics(book, sources, folder)


def test_the_topic_shown_first_cannot_be_missing(folder: Path, book: FactorBook, sources: Mapping[str, Source]) -> None:
    (folder / "viewpoints" / "microwave.toml").unlink()
    with pytest.raises(ContentError, match="what /explain shows first"):
        load_topics(book, sources, folder)


def test_a_source_is_not_listed_twice_or_for_nothing(folder: Path, book: FactorBook) -> None:
    with (folder / "sources.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[nobody-names]\nproducer = "A"\ntitle = "B"\nyear = 2026\ndate_read = 2026-11-23\nmeasured = "C"\n'
            'boundary = "D"\nread = "directly"\nlicence = "E"\n'
        )
    wrong, _ = problems(content=folder)
    assert wrong == ["content/sources.toml: nobody-names: no text names it; remove it or use it."]


def test_translators_are_told_what_is_wrong_and_what_was_counted(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "config", "check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.match(r"ok: \d+ texts, 6 topics with \d+ sentences", done.stdout)
    misused = subprocess.run([sys.executable, "-m", "config"], capture_output=True, text=True, check=False)
    assert (misused.returncode, misused.stdout) == (2, "")
    change(folder, r"^fr = [^\n]*\n", "")
    change(folder, r"^fr = [^\n]*\n", "", "reconciliations/microwave.toml")
    wrong, _ = problems(content=folder)
    assert [line.split(":", 1)[0] for line in wrong] == [
        "content/viewpoints/water.toml",
        "content/reconciliations/microwave.toml",
    ]
