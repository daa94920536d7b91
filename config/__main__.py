"""`python -m config check`: says what is wrong with texts and content, one line a problem, for who writes them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from config.content.claim_base import Claim
from config.content.concepts import load_concepts
from config.content.disagreements import load_disagreements
from config.content.disagreements import used_sources as used_by_disagreements
from config.content.notices import load_notices
from config.content.sentences import CONTENT, ContentError, load_sources
from config.content.tables import Item, load_table
from config.content.teaching import ITEM_KINDS
from config.content.topics import load_topics
from config.content.topics import used_sources as used_by_topics
from config.text.catalog import LOCALES, CatalogError, load_catalog
from energy import BookError, FactorBook, Source, load_book, run_program

SOUND, WRONG, MISUSED = 0, 1, 2
# A kind of content: checks its files, returns what it counted in words and the sources it leans on.
Check = Callable[[FactorBook, dict[str, Source], Path], tuple[str, set[str]]]


def _topics(book: FactorBook, sources: dict[str, Source], folder: Path) -> tuple[str, set[str]]:
    topics = load_topics(book, sources, folder)
    sentences = sum(len(topic.sentences) for topic in topics.values())
    return f"{len(topics)} topics with {sentences} sentences", set(used_by_topics(topics))


def _table(kind: str, model: type[Item], words: str) -> Check:
    def check(book: FactorBook, sources: dict[str, Source], folder: Path) -> tuple[str, set[str]]:
        items = load_table(kind, model, book, sources, folder)
        return f"{len(items)} {words}", {source for item in items.values() for source in item.sources}

    return check


def _disagreements(book: FactorBook, sources: dict[str, Source], folder: Path) -> tuple[str, set[str]]:
    topics = load_disagreements(book, sources, folder)
    chains = sum(len(topic.chains) for topic in topics.values())
    return f"{len(topics)} disagreements with {chains} chains", used_by_disagreements(topics)


def _notices(book: FactorBook, sources: dict[str, Source], folder: Path) -> tuple[str, set[str]]:
    del book, sources
    return f"{len(load_notices(folder))} notices", set()


def _concepts(book: FactorBook, sources: dict[str, Source], folder: Path) -> tuple[str, set[str]]:
    del book, sources
    return f"{len(load_concepts(folder).entries)} ideas", set()


# A new kind of content adds its check here.
CHECKS: tuple[Check, ...] = (
    _topics,
    _disagreements,
    _table("claims", Claim, "claims"),
    _concepts,
    *(_table(kind, model, kind) for kind, model in ITEM_KINDS.items()),
    _notices,
)


def problems(locales: Path = LOCALES, content: Path = CONTENT) -> tuple[list[str], list[str]]:
    """What is wrong, one sentence each, and what was counted."""
    wrong: list[str] = []
    counted: list[str] = []
    try:
        counted.append(f"{len(load_catalog(locales).keys)} texts")
    except CatalogError as error:
        wrong.append(f"locales/{error}")
    try:
        book = load_book()
        sources = load_sources(book, content)
    except (BookError, ContentError) as error:
        return [*wrong, f"content/{error}" if isinstance(error, ContentError) else str(error)], counted
    used: set[str] = set()
    sound = True
    for check in CHECKS:
        try:
            words, leaned_on = check(book, sources, content)
        except ContentError as error:
            wrong.append(f"content/{error}")
            sound = False
        else:
            counted.append(words)
            used |= leaned_on
    own = sources.keys() - book.sources.keys()
    if sound:
        wrong += [
            f"content/sources.toml: {name}: no text names it; remove it or use it." for name in sorted(own - used)
        ]
    counted.append(f"{len(own)} sources beside the core's")
    return wrong, counted


def main(arguments: Sequence[str]) -> int:
    """Run the check; returns the exit status."""
    if list(arguments) != ["check"]:
        print("usage: python -m config check", file=sys.stderr)
        return MISUSED
    wrong, counted = problems()
    for line in wrong:
        print(line)
    if not wrong:
        print(f"ok: {', '.join(counted)}")
    return WRONG if wrong else SOUND


if __name__ == "__main__":
    run_program(lambda: main(sys.argv[1:]))
