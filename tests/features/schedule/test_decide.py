"""Prompts at fixed hours: due once, made up for once, the same again after trouble, and off where refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.features.schedule.decide import Schedules
from bot.features.schedule.timetable import SUBJECTS, Due, Schedule
from bot.store import WriteFailed
from config.content.sentences import Sentence, Words
from config.content.tables import Subject
from config.content.teaching import Prompt
from tests.features.memory_decisions import GUILD, OTHER, MemoryDecisions

CHANNEL = 70
EVERY_DAY = set(range(7))
MONDAY = date(2026, 3, 9)


def at(*when: int) -> datetime:
    return datetime(*when, tzinfo=UTC)  # type: ignore[arg-type,misc]


def prompt(subject: Subject) -> Prompt:
    words, example = Words(en="Why?", fr="Pourquoi ?"), Sentence(en="So.", fr="Ainsi.", verdict="opinion")
    return Prompt(subject=subject, age=11, question=words, example=example, reaches=words)


PROMPTS = {f"{subject}-{number}": prompt(subject) for subject in SUBJECTS[:2] for number in range(2)}


@pytest.fixture
def schedules(decisions: MemoryDecisions) -> Schedules:
    return made(decisions)


def made(decisions: MemoryDecisions) -> Schedules:
    return Schedules(decisions.store.notes, decisions.settings, PROMPTS, decisions.clock)


async def again(decisions: MemoryDecisions) -> Schedules:
    """After a restart."""
    schedules = made(decisions)
    await schedules.load()
    return schedules


async def test_first_one_comes_at_the_next_hour_not_at_once(decisions: MemoryDecisions, schedules: Schedules) -> None:
    """It is Wednesday noon; Wednesdays at nine begin next week."""
    await schedules.choose_days(GUILD, {2})
    await schedules.place(GUILD, CHANNEL)
    assert schedules.due() == ()
    assert schedules.next(GUILD) == at(2026, 3, 11, 9)
    decisions.clock.moment = at(2026, 3, 11, 8, 59)
    assert schedules.due() == ()
    decisions.clock.moment = at(2026, 3, 11, 9)
    assert schedules.due() == (Due(GUILD, CHANNEL, date(2026, 3, 11)),)


async def test_other_hours_make_up_for_nothing(decisions: MemoryDecisions, schedules: Schedules) -> None:
    """At noon, eleven o'clock today is over: it begins tomorrow, and what came today comes once."""
    await schedules.choose_days(GUILD, EVERY_DAY)
    await schedules.place(GUILD, CHANNEL)
    await schedules.choose_hour(GUILD, 11)
    assert schedules.due() == ()
    decisions.clock.moment = at(2026, 3, 5, 11)
    (due,) = schedules.due()
    await schedules.deal(due)
    await schedules.choose_hour(GUILD, 15)
    decisions.clock.moment = at(2026, 3, 5, 15)
    assert schedules.due() == ()


async def test_long_absence_is_made_up_for_once(decisions: MemoryDecisions, schedules: Schedules) -> None:
    await schedules.choose_days(GUILD, EVERY_DAY)
    await schedules.place(GUILD, CHANNEL)
    decisions.clock.pass_(days=35)
    anew = await again(decisions)
    (due,) = anew.due()
    assert due.day == decisions.clock.now().date()
    assert await anew.deal(due)
    assert anew.due() == ()


@pytest.mark.parametrize(("minutes", "due"), [(59, True), (60, False), (61, False)])
async def test_missed_prompt_gives_way_to_one_that_comes_within_the_hour(
    decisions: MemoryDecisions, schedules: Schedules, minutes: int, due: bool
) -> None:
    await schedules.choose_days(GUILD, EVERY_DAY)
    await schedules.place(GUILD, CHANNEL)
    decisions.clock.moment = at(2026, 3, 9, 7) + timedelta(minutes=minutes)
    assert bool(schedules.due()) is due
    decisions.clock.moment = at(2026, 3, 9, 9)
    assert [one.day for one in schedules.due()] == [MONDAY]


async def test_crash_before_posting_skips_rather_than_doubles(decisions: MemoryDecisions, schedules: Schedules) -> None:
    await schedules.place(GUILD, CHANNEL)
    decisions.clock.moment = at(2026, 3, 9, 9)
    (due,) = schedules.due()
    shown = await schedules.deal(due)
    anew = await again(decisions)
    assert anew.due() == ()
    assert anew.of(GUILD).shown == (shown,)


async def test_trouble_that_passes_brings_the_same_prompt_again(
    decisions: MemoryDecisions, schedules: Schedules
) -> None:
    await schedules.place(GUILD, CHANNEL)
    decisions.clock.moment = at(2026, 3, 9, 9)
    (due,) = schedules.due()
    before = schedules.of(GUILD)
    chosen = await schedules.deal(due)
    await schedules.undo(due, before)
    assert schedules.due() == (due,)
    assert await schedules.deal(due) == chosen
    # Undone after the next one was dealt with, it changes nothing.
    decisions.clock.pass_(days=7)
    (later,) = schedules.due()
    await schedules.deal(later)
    await schedules.undo(due, before)
    assert schedules.due() == ()


async def test_choices_survive_a_restart_and_are_put_in_order(decisions: MemoryDecisions, schedules: Schedules) -> None:
    await schedules.choose_days(GUILD, {4, 1})
    await schedules.choose_hour(GUILD, 17)
    await schedules.choose_subjects(GUILD, {SUBJECTS[1], SUBJECTS[0]})
    await schedules.place(GUILD, CHANNEL)
    kept = schedules.of(GUILD)
    assert (kept.channel, kept.days, kept.hour, kept.subjects) == (CHANNEL, (1, 4), 17, SUBJECTS[:2])
    assert (await again(decisions)).of(GUILD) == kept
    schedules.forget(GUILD)
    assert schedules.of(GUILD) == Schedule()


async def test_no_day_and_no_hour_there_is_change_nothing(schedules: Schedules) -> None:
    await schedules.choose_days(GUILD, {2})
    await schedules.choose_days(GUILD, set())
    await schedules.choose_days(GUILD, {7, -1})
    for hour in (-1, 24):
        await schedules.choose_hour(GUILD, hour)
    assert (schedules.of(GUILD).days, schedules.of(GUILD).hour) == ((2,), Schedule().hour)
    for hour in (0, 23):
        await schedules.choose_hour(GUILD, hour)
        assert schedules.of(GUILD).hour == hour


async def test_only_prompts_of_the_chosen_subjects_come_and_each_once(
    decisions: MemoryDecisions, schedules: Schedules
) -> None:
    assert schedules.subjects == SUBJECTS[:2]
    assert schedules.left(GUILD) == (4, 4)
    await schedules.choose_subjects(GUILD, {SUBJECTS[0], "no subject of ours"})
    assert schedules.left(GUILD) == (2, 2)
    await schedules.place(GUILD, CHANNEL)
    came = []
    for week in range(2):
        decisions.clock.moment = at(2026, 3, 9, 9) + timedelta(days=7 * week)
        (due,) = schedules.due()
        came.append(await schedules.deal(due))
        assert schedules.left(GUILD) == (1 - week, 2)
    assert set(came) == {f"{SUBJECTS[0]}-0", f"{SUBJECTS[0]}-1"}
    await schedules.choose_subjects(GUILD, set())
    assert schedules.left(GUILD) == (2, 4)


async def test_subject_without_prompts_brings_none_and_the_day_is_over(
    decisions: MemoryDecisions, schedules: Schedules
) -> None:
    await schedules.choose_subjects(GUILD, {SUBJECTS[2]})
    await schedules.place(GUILD, CHANNEL)
    decisions.clock.moment = at(2026, 3, 9, 9)
    (due,) = schedules.due()
    assert await schedules.deal(due) is None
    assert schedules.due() == ()


async def test_prompt_that_was_moved_meanwhile_is_not_posted_in_the_old_channel(
    decisions: MemoryDecisions, schedules: Schedules
) -> None:
    await schedules.place(GUILD, CHANNEL)
    decisions.clock.moment = at(2026, 3, 9, 9)
    (due,) = schedules.due()
    await schedules.place(GUILD, 71)
    assert await schedules.deal(due) is None
    await schedules.refuse(due)
    assert schedules.of(GUILD).channel == 71
    await schedules.place(GUILD, None)
    assert (schedules.due(), schedules.next(GUILD)) == ((), None)


async def test_refused_prompts_end_and_the_first_manager_who_looks_is_told_once(
    decisions: MemoryDecisions, schedules: Schedules
) -> None:
    assert await schedules.notice(GUILD) is None
    await schedules.place(GUILD, CHANNEL)
    decisions.clock.moment = at(2026, 3, 9, 9)
    (due,) = schedules.due()
    await schedules.refuse(due)
    assert (schedules.due(), schedules.next(GUILD)) == ((), None)
    anew = await again(decisions)
    assert await anew.notice(GUILD) == CHANNEL
    assert await anew.notice(GUILD) is None
    assert anew.of(GUILD).refused == CHANNEL
    await anew.place(GUILD, 71)
    assert (anew.of(GUILD).refused, anew.of(GUILD).channel) == (None, 71)


async def test_hours_are_those_of_the_servers_zone_and_utc_where_it_is_gone(
    decisions: MemoryDecisions, schedules: Schedules
) -> None:
    await schedules.place(GUILD, CHANNEL)
    assert schedules.next(GUILD) == at(2026, 3, 9, 9)
    await decisions.settings.choose_zone(GUILD, "Europe/Paris")
    assert schedules.next(GUILD) == at(2026, 3, 9, 8)
    await decisions.store.notes.put(OTHER, "setup.zone", "Mars/Olympus")
    await decisions.settings.load()
    assert schedules.zone(OTHER).key == "UTC"


async def test_another_servers_prompts_are_its_own(decisions: MemoryDecisions, schedules: Schedules) -> None:
    for guild, channel in ((GUILD, CHANNEL), (OTHER, 80)):
        await schedules.place(guild, channel)
    decisions.clock.moment = at(2026, 3, 9, 9)
    first, second = schedules.due()
    assert (first, second) == (Due(GUILD, CHANNEL, MONDAY), Due(OTHER, 80, MONDAY))
    await schedules.deal(first)
    assert schedules.due() == (second,)
    decisions.clock.pass_(days=7)
    assert {due.guild for due in schedules.due()} == {GUILD, OTHER}


async def test_choice_that_cannot_be_kept_is_not_in_force(decisions: MemoryDecisions, schedules: Schedules) -> None:
    await schedules.place(GUILD, CHANNEL)
    before = schedules.of(GUILD)
    decisions.disk.full = True
    with pytest.raises(WriteFailed):
        await schedules.place(GUILD, 71)
    with pytest.raises(WriteFailed):
        await schedules.choose_hour(GUILD, 3)
    assert schedules.of(GUILD) == before
