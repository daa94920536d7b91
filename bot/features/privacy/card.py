"""What is kept, a person's own entries, and what was erased."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.card import Button, Card
from bot.cards.uses import usage_title
from bot.features.learn.notes import SessionKind
from bot.features.privacy.decide import DAYS_AFTER_LEAVING, Answered
from bot.features.privacy.notice_card import legal_buttons
from bot.store import Record
from config.text.dates import day_words
from config.text.voice import Voice
from energy import FactorBook, Refusal, Usage

_SHOWN = 15


def privacy_card(*, manager: bool, voice: Voice) -> Card:
    """What is kept and for how long, with what can be done about it; managers may erase their server."""
    lines = tuple(
        voice.text(f"privacy.{key}", days=str(DAYS_AFTER_LEAVING)) if key == "leaving" else voice.text(f"privacy.{key}")
        for key in ("traces", "tally", "games", "settings", "memory", "leaving", "never")
    )
    verbs = ["mysee", "myexport", "myerase", *(["erasehere"] if manager else [])]
    buttons = tuple(Button(voice.text(f"button.{verb}"), verb, voice.language, "-") for verb in verbs)
    return Card(voice.text("privacy.title"), lines, (*buttons, *legal_buttons(voice)))


@dataclass(frozen=True, slots=True)
class Game:
    """What a person answered in an open game or lesson, and of which kind it is; None where it just ended."""

    kind: SessionKind | None
    answered: Answered


def mine_card(
    records: Sequence[tuple[int, Record]],
    games: Sequence[Game],
    here: int | None,
    book: FactorBook,
    voice: Voice,
) -> Card:
    """A person's own latest entries and open games; those of other servers are counted, not told apart."""
    if not records and not games:
        return Card(voice.text("privacy.mine_title"), (voice.text("privacy.mine_none"),))
    lines = []
    if records:
        count = voice.whole(len(records))
        lines.append(voice.counted("privacy.mine_count", len(records), count=count))
    for guild, record in reversed(records[-_SHOWN:]):
        where = voice.text("privacy.here" if guild == here else "privacy.elsewhere")
        what = _what(record, book, voice)
        lines.append(voice.text("privacy.entry", day=day_words(record.day, voice), what=what, where=where))
    lines += [_played(game, here, voice) for game in games[:_SHOWN]]
    verbs = ("myexport", "myerase")
    buttons = tuple(Button(voice.text(f"button.{verb}"), verb, voice.language, "-") for verb in verbs)
    return Card(voice.text("privacy.mine_title"), tuple(lines), buttons)


def sure_card(what: str, voice: Voice) -> Card:
    """Asks once more before erasing; `what` is me or here."""
    button = Button(voice.text(f"button.sure_{what}"), f"sure{what}", voice.language, "-")
    return Card(
        voice.text(f"privacy.sure_{what}_title"),
        (voice.text(f"privacy.sure_{what}"),),
        (button,),
    )


def erased_card(what: str, count: int, voice: Voice, *, answers: int = 0) -> Card:
    """What is gone."""
    counts = [(what, count), *([("answers", answers)] if answers else [])]
    lines = tuple(voice.counted(f"privacy.erased_{kind}", number, count=voice.whole(number)) for kind, number in counts)
    return Card(voice.text("privacy.erased_title"), lines)


def _played(game: Game, here: int | None, voice: Voice) -> str:
    number = game.answered.count
    return voice.counted(
        "privacy.game",
        number,
        count=voice.whole(number),
        game=voice.text(f"privacy.kind_{game.kind or 'other'}"),
        where=voice.text("privacy.here" if game.answered.guild == here else "privacy.elsewhere"),
    )


def _what(record: Record, book: FactorBook, voice: Voice) -> str:
    try:
        return usage_title(Usage.from_key(record.usage, record.count), book, voice)
    except (Refusal, ValueError):
        return record.usage
