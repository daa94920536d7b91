"""Every kind of note: what older versions wrote is read, what cannot be is named by its field."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.start.doctor.notes import NOTE_KINDS
from bot.store import NoteModel
from tests.store.written_notes import WRITTEN, kind_of, one, text_of

REQUIRED = {
    "board": ("channel",),
    "weekly": ("channel", "done"),
    "goal": ("wh", "per"),
    "schedule": ("done",),
    "watch.3.5": ("bot", "channel", "items", "answers"),
    "draft.3.5": ("bot", "channel", "items", "answers"),
    "session.bcdf2345": ("kind", "about", "language", "ends"),
    "prices.3706ffd3": ("day", "wh"),
}
# A value of a type, or of a list of values, that no version has written; and where a reader stumbles.
WRONG: dict[str, dict[str, Any]] = {
    "board": {"channel": "general", "message": [], "off": "perhaps"},
    "weekly": {"channel": None, "done": "Monday"},
    "goal": {"wh": "much", "per": "year"},
    "schedule": {"hour": 24, "days": "Monday", "done": None},
    "watch.3.5": {"items": [], "bot": {}, "channel": 1.5},
    "draft.3.5": {"items": [["juggling;3", 1]]},
    "session.bcdf2345": {
        "kind": "chess",
        "language": "tlh",
        "ends": "2026-03-05T12:00:00",
        "more": [],
        "turns": "soon",
    },
    "prices.3706ffd3": {"wh": {"image;1image": [8.0, 1.5, 0.2]}, "day": "x"},
    # In version 2, what version 1 wrote as plain text is a field.
    "setup.language": {"value": "tlh"},
    "setup.place": {"value": 7},
    "setup.zone": {"value": None},
    "welcomed": {"day": "once"},
    "left": {"day": "once"},
}
NOT_JSON = ("", "{", "null", "[1]", "7", '"board"', '{"a":', "[" * 100_000, "\0", '{"version":"x"}')


@pytest.mark.parametrize("name", WRITTEN)
def test_what_0_1_0_wrote_is_read_and_written_anew_the_same(name: str) -> None:
    note = one(name, text_of(WRITTEN[name]))
    assert isinstance(note, NoteModel)
    again = one(name, note.text())
    assert again == note
    assert json.loads(note.text())["version"] >= 1
    newest = type(note)(**note.model_dump(exclude={"version"}))
    assert one(name, newest.text()) == newest


@pytest.mark.parametrize("name", WRITTEN)
def test_a_key_of_another_version_is_ignored(name: str) -> None:
    note = one(name, text_of(WRITTEN[name]))
    assert isinstance(note, NoteModel)
    assert one(name, json.dumps({**json.loads(note.text()), "mood": {"of": ["tomorrow"]}})) == note


@pytest.mark.parametrize("name", REQUIRED)
def test_a_missing_key_has_a_default_or_is_named(name: str) -> None:
    written = WRITTEN[name]
    assert isinstance(written, dict)
    for key in written:
        without = one(name, json.dumps({k: v for k, v in written.items() if k != key}))
        if key not in REQUIRED[name]:
            assert isinstance(without, NoteModel)
        else:
            assert without in (key, "content_ids")


@pytest.mark.parametrize("name", WRITTEN)
def test_a_wrong_value_or_a_later_version_is_named_by_its_field(name: str) -> None:
    note = one(name, text_of(WRITTEN[name]))
    assert isinstance(note, NoteModel)
    sound = json.loads(note.text())
    newest = type(note).model_fields["version"].default
    for version in (newest + 1, 10**6, 0, "x", None):
        assert one(name, json.dumps({**sound, "version": version})) == "version"
    for key, value in WRONG[name].items():
        known = {"more": "extra", "turns": "advances_at"}.get(key, key)
        fields = {field: content for field, content in sound.items() if field != known}
        assert one(name, json.dumps({**fields, key: value})) in (key, known, "not an object")


@pytest.mark.parametrize("text", NOT_JSON, ids=range(len(NOT_JSON)))
@pytest.mark.parametrize("name", REQUIRED)
def test_what_is_no_note_at_all_is_set_aside(name: str, text: str) -> None:
    assert one(name, text) in ("not JSON", "not an object", *REQUIRED[name], "content_ids", "version")


def test_every_name_the_bot_writes_has_a_kind_and_only_one() -> None:
    for name in WRITTEN:
        assert kind_of(name)
    assert {kind.name for kind in NOTE_KINDS} == {kind_of(name).name for name in WRITTEN}
    assert not any(kind.covers("boardroom") or kind.covers("setup") for kind in NOTE_KINDS)
