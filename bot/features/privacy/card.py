"""What is kept, a person's own entries, and what was erased."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.card import Button, Card
from bot.cards.usage_words import usage_title
from bot.features.learn.notes import Kind
from bot.features.privacy.decide import DAYS_AFTER_LEAVING, Answered
from bot.features.privacy.notice_card import legal_buttons
from bot.store import Record
from config.text.catalog import Catalog
from config.text.dates import day_words
from config.text.numbers import whole
from energy import FactorBook, Refusal, Usage

_SHOWN = 15


def privacy_card(*, manager: bool, catalog: Catalog, language: str) -> Card:
    """What is kept and for how long, with what can be done about it; managers may erase their server."""
    lines = tuple(
        catalog.text(language, f"privacy.{key}", days=str(DAYS_AFTER_LEAVING))
        if key == "leaving"
        else catalog.text(language, f"privacy.{key}")
        for key in ("traces", "tally", "games", "settings", "memory", "leaving", "never")
    )
    verbs = ["mysee", "myexport", "myerase", *(["erasehere"] if manager else [])]
    buttons = tuple(Button(catalog.text(language, f"button.{verb}"), verb, language, "-") for verb in verbs)
    return Card(catalog.text(language, "privacy.title"), lines, (*buttons, *legal_buttons(catalog, language)))


@dataclass(frozen=True, slots=True)
class Game:
    """What a person answered in an open game or lesson, and of which kind it is; None where it just ended."""

    kind: Kind | None
    answered: Answered


def mine_card(
    records: Sequence[tuple[int, Record]],
    games: Sequence[Game],
    here: int | None,
    book: FactorBook,
    catalog: Catalog,
    language: str,
) -> Card:
    """A person's own latest entries and open games; those of other servers are counted, not told apart."""
    if not records and not games:
        return Card(catalog.text(language, "privacy.mine_title"), (catalog.text(language, "privacy.mine_none"),))
    lines = []
    if records:
        count = whole(len(records), language)
        lines.append(catalog.counted(language, "privacy.mine_count", len(records), count=count))
    for guild, record in reversed(records[-_SHOWN:]):
        where = catalog.text(language, "privacy.here" if guild == here else "privacy.elsewhere")
        what = _what(record, book, catalog, language)
        lines.append(
            catalog.text(
                language, "privacy.entry", day=day_words(record.day, catalog, language), what=what, where=where
            )
        )
    lines += [_played(game, here, catalog, language) for game in games[:_SHOWN]]
    verbs = ("myexport", "myerase")
    buttons = tuple(Button(catalog.text(language, f"button.{verb}"), verb, language, "-") for verb in verbs)
    return Card(catalog.text(language, "privacy.mine_title"), tuple(lines), buttons)


def sure_card(what: str, catalog: Catalog, language: str) -> Card:
    """Asks once more before erasing; `what` is me or here."""
    button = Button(catalog.text(language, f"button.sure_{what}"), f"sure{what}", language, "-")
    return Card(
        catalog.text(language, f"privacy.sure_{what}_title"),
        (catalog.text(language, f"privacy.sure_{what}"),),
        (button,),
    )


def erased_card(what: str, count: int, catalog: Catalog, language: str, *, answers: int = 0) -> Card:
    """What is gone."""
    counts = [(what, count), *([("answers", answers)] if answers else [])]
    lines = tuple(
        catalog.counted(language, f"privacy.erased_{kind}", number, count=whole(number, language))
        for kind, number in counts
    )
    return Card(catalog.text(language, "privacy.erased_title"), lines)


def _played(game: Game, here: int | None, catalog: Catalog, language: str) -> str:
    number = game.answered.count
    return catalog.counted(
        language,
        "privacy.game",
        number,
        count=whole(number, language),
        game=catalog.text(language, f"privacy.kind_{game.kind or 'other'}"),
        where=catalog.text(language, "privacy.here" if game.answered.guild == here else "privacy.elsewhere"),
    )


def _what(record: Record, book: FactorBook, catalog: Catalog, language: str) -> str:
    try:
        return usage_title(Usage.from_key(record.usage, record.count), book, catalog, language)
    except (Refusal, ValueError):
        return record.usage
