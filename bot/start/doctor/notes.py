"""What is kept about servers, read as the bot reads it: what cannot be is set aside at the start, and named here."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from bot.features.board import BOARD, WEEKLY
from bot.features.goal import GOAL
from bot.features.learn import SESSION
from bot.features.privacy import LEFT
from bot.features.schedule import SCHEDULE
from bot.features.settings import LANGUAGE, PLACE, ZONE
from bot.features.watch import DRAFT, RULE
from bot.features.welcome import WELCOMED
from bot.start.doctor.finding import Finding, ok, warn
from bot.store import NoteKind, NoteModel, SetAside, sort_notes
from bot.store.sqlite.prices import PRICES

# Every kind of note the bot keeps; a test compares.
NOTE_KINDS: tuple[NoteKind[NoteModel], ...] = (
    BOARD,
    WEEKLY,
    GOAL,
    SESSION,
    LEFT,
    SCHEDULE,
    LANGUAGE,
    PLACE,
    ZONE,
    RULE,
    DRAFT,
    WELCOMED,
    PRICES,
)
# So many servers are named, and so many of a server's notes; the rest is counted.
_MOST_SERVERS, _MOST_NOTES = 20, 5
_TODO = "set that anew in the server, or put the latest backup in place; until then it is left as it is, and not used"


def notes(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Whether every note can be read; of those that cannot, the server, the name and the field, never the content."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'notes'").fetchone():  # said already
        return
    rows = {(guild, name): value for guild, name, value in connection.execute("SELECT guild, name, value FROM notes")}
    servers: dict[int, list[SetAside]] = {}
    for kind in NOTE_KINDS:
        for one in sort_notes(rows, kind)[1]:
            servers.setdefault(one.guild, []).append(one)
    for guild, aside in list(servers.items())[:_MOST_SERVERS]:
        yield warn("notes", _said(guild, aside), _TODO)
    if len(servers) > _MOST_SERVERS:
        yield warn("notes", f"notes of {len(servers) - _MOST_SERVERS} more servers cannot be read", _TODO)
    if not servers:
        yield ok("notes", f"{len(rows)} about servers, and each can be read")


def _said(guild: int, aside: list[SetAside]) -> str:
    named = ", ".join(map(str, aside[:_MOST_NOTES]))
    more = f" and {len(aside) - _MOST_NOTES} more" if len(aside) > _MOST_NOTES else ""
    count = "1 note" if len(aside) == 1 else f"{len(aside)} notes"
    return f"{count} of server {guild} cannot be read: {named}{more}"
