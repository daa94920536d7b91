"""One game or lesson as it is kept: what it says of itself, and what an earlier version wrote of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.features.learn.group import SUBJECTS, subject_of
from bot.features.learn.next_step_button import next_button
from bot.features.learn.notes import SESSION, SessionNote
from bot.features.learn.session import Session, from_note
from bot.store import sort_notes
from config.text.voice import Voice

ENDS = datetime(2026, 3, 5, 12, tzinfo=UTC)
SESSION_7 = Session(
    7, "bcd", "guess", ("G35",), "fr", ENDS, "revealed", 21, 22, {"class": "xyz", "step": "guess1"}, ENDS
)


def test_what_is_kept_of_a_session_is_all_of_it() -> None:
    text = SESSION_7.note().text()
    assert from_note(7, SESSION_7.note_name, SessionNote.read(text)) == SESSION_7


def test_a_note_of_the_first_version_is_read_by_its_old_names() -> None:
    text = (
        '{"version": 1, "kind": "class", "about": ["G35"], "language": "en", "ends": "2026-03-05T12:00:00Z",'
        ' "phase": "vote", "more": {"minutes": "45"}, "turns": "2026-03-05T12:00:00Z"}'
    )
    session = from_note(7, "session.bcd", SessionNote.read(text))
    assert session == Session(7, "bcd", "class", ("G35",), "en", ENDS, "vote", None, None, {"minutes": "45"}, ENDS)


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        '{"version": 3, "kind": "quiz", "content_ids": [], "language": "en", "ends": "2026-03-05T12:00:00Z"}',
        '{"version": 2, "kind": "dance", "content_ids": [], "language": "en", "ends": "2026-03-05T12:00:00Z"}',
        '{"version": 2, "kind": "quiz", "content_ids": [], "language": "xx", "ends": "2026-03-05T12:00:00Z"}',
        '{"version": 2, "kind": "quiz", "content_ids": [], "language": "en", "ends": "2026-03-05T12:00:00"}',
    ],
)
def test_a_note_that_cannot_be_read_leaves_the_others_alone(text: str) -> None:
    rows = {(7, "session.bad"): text, (7, SESSION_7.note_name): SESSION_7.note().text()}
    found, aside = sort_notes(rows, SESSION)
    assert list(found) == [(7, SESSION_7.note_name)]
    assert [one.name for one in aside] == ["session.bad"]


def test_a_step_knows_its_lesson_and_a_game_of_its_own_has_none() -> None:
    assert SESSION_7.subject == "7.bcd"
    assert SESSION_7.lesson == "7.xyz"
    assert SESSION_7.told("step") == "guess1"
    alone = Session(7, "bcd", "guess", ("G35",), "fr", ENDS)
    assert alone.lesson is None
    assert alone.told("step") == ""


def test_the_button_for_the_next_step_carries_the_lesson_and_the_step_it_leaves(english: Voice) -> None:
    debate = Session(7, "deb", "debate", ("D01",), "en", ENDS, "swap", extra={"class": "xyz", "step": "debate"})
    lesson = Session(7, "xyz", "class", (), "en", ENDS, "levers")
    subjects = [next_button(session, english).subject for session in (SESSION_7, debate, lesson)]
    assert subjects == ["7.xyz.guess1", "7.xyz.swap", "7.xyz.levers"]


@pytest.mark.parametrize("typed", [None, "", "cake", "Water"])
def test_what_is_no_subject_means_any(typed: str | None) -> None:
    assert subject_of(typed) is None


def test_every_subject_is_found_by_its_name() -> None:
    assert [subject_of(subject) for subject in SUBJECTS] == list(SUBJECTS)
