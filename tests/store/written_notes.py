"""What 0.1.0 wrote under each name of a note, and how it is read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.start.doctor.notes import NOTE_KINDS
from bot.store import NoteKind, NoteModel, sort_notes

GUILD, OTHER = 7, 8
SESSION = {
    "id": "bcdf2345",
    "kind": "guess",
    "about": ["G35"],
    "language": "fr",
    "ends": "2026-03-05T12:00:00+00:00",
    "phase": "",
    "channel": 5,
    "message": 6,
    "more": {"class": "x"},
    "turns": "2026-03-04T12:02:04.137932+00:00",
}
SCHEDULE = {
    "channel": 5,
    "days": [0, 3],
    "hour": 8,
    "subjects": ["video"],
    "done": "0001-01-01",
    "shown": ["P1"],
    "refused": None,
    "told": False,
}
RULE = {"bot": 3, "channel": 5, "items": [["image;1image", 2]], "answers": True}
# What 0.1.0 wrote under each name.
WRITTEN: dict[str, dict[str, Any] | str] = {
    "board": {"channel": 5, "message": 6, "shows": "abc", "off": False},
    "weekly": {"channel": 5, "done": "2026-02-23"},
    "goal": {"wh": 10500.0, "per": "month"},
    "schedule": SCHEDULE,
    "setup.language": "fr",
    "setup.place": "FRA",
    "setup.zone": "Europe/Paris",
    "watch.3.5": RULE,
    "draft.3.5": RULE,
    "welcomed": "2026-03-04",
    "left": "2026-03-04",
    "session.bcdf2345": SESSION,
    "prices.3706ffd3": {"day": "2026-03-04", "wh": {"image;1image": [0.2, 1.5, 8.0]}},
}


def kind_of(name: str) -> NoteKind[NoteModel]:
    (kind,) = [kind for kind in NOTE_KINDS if kind.covers(name)]
    return kind


def text_of(value: Mapping[str, Any] | str) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def one(name: str, text: str) -> NoteModel | str:
    """What is read under a name, or where it fails."""
    found, aside = sort_notes({(GUILD, name): text}, kind_of(name))
    return next(iter(found.values())) if found else aside[0].field
