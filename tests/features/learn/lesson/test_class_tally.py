"""Who is there in a lesson and what the class says it used: counted once each, priced, and kept apart."""

from __future__ import annotations

import asyncio

import pytest

from bot.features.learn.lesson.class_tally import MOST_USES
from bot.features.learn.lesson.plan import OVER
from bot.features.learn.question_bank import QuestionBank
from bot.features.learn.session import Session
from energy import Refusal
from tests.chat.hands import Hands
from tests.features.learn.games import ANA, BO, GUILD, LEADER, Games, busy_games


@pytest.fixture
async def lesson(games: Games) -> Session:
    return await games.lessons.begin(GUILD, 45, "en", LEADER)


async def test_who_joins_twice_is_there_once(games: Games, lesson: Session) -> None:
    assert await games.tally.join(lesson, ANA)
    assert not await games.tally.join(lesson, ANA)
    assert await games.tally.join(lesson, BO)
    standing = await games.tally.standing(lesson)
    assert (standing.joined, standing.entries) == (2, 0)


async def test_an_entry_counts_once_however_often_it_comes(games: Games, lesson: Session) -> None:
    for _ in range(3):
        await games.tally.use(lesson, ANA, "entry", "2 images and a 5 s video")
    standing = await games.tally.standing(lesson)
    assert (standing.entries, standing.totals.total.count) == (1, 3)


async def test_an_entry_of_the_same_name_by_another_person_counts_too(games: Games, lesson: Session) -> None:
    for person in (ANA, BO):
        await games.tally.use(lesson, person, "entry", "2 images")
    standing = await games.tally.standing(lesson)
    assert (standing.entries, standing.totals.total.count) == (2, 4)


async def test_a_person_has_so_many_entries_and_not_one_more(games: Games, lesson: Session) -> None:
    await games.tally.join(lesson, ANA)
    for number in range(MOST_USES):
        await games.tally.use(lesson, ANA, str(number), "1 image")
    with pytest.raises(Refusal) as refused:
        await games.tally.use(lesson, ANA, "one more", "1 image")
    assert (refused.value.code, refused.value.params) == ("class.many_uses", {"most": str(MOST_USES)})
    # What is delivered again is none more, and others have entries of their own.
    await games.tally.use(lesson, ANA, "0", "1 image")
    await games.tally.use(lesson, BO, "one more", "1 image")
    standing = await games.tally.standing(lesson)
    assert standing.entries == standing.totals.total.count == MOST_USES + 1


async def test_what_nobody_can_read_is_no_entry(games: Games, lesson: Session) -> None:
    with pytest.raises(Refusal):
        await games.tally.use(lesson, ANA, "1", "@everyone [x](https://evil.example)")
    assert (await games.tally.standing(lesson)).entries == 0


async def test_after_the_last_step_nothing_is_added(games: Games, lesson: Session) -> None:
    over = await games.sessions.alter(lesson, phase=OVER)
    with pytest.raises(Refusal) as refused:
        await games.tally.use(over, ANA, "1", "1 image")
    assert refused.value.code == "class.over"
    assert (await games.tally.standing(over)).entries == 0


async def test_the_same_use_of_many_is_one_line_with_the_most_counted_first(games: Games, lesson: Session) -> None:
    await games.tally.use(lesson, ANA, "1", "1 song")
    await games.tally.use(lesson, ANA, "2", "2 images")
    await games.tally.use(lesson, BO, "1", "3 images")
    assert [(row.usage.split(";")[0], row.count) for row in await games.tally.counts(lesson)] == [
        ("image", 5),
        ("audio", 1),
    ]


async def test_the_heaviest_use_is_the_one_that_takes_most_in_all(games: Games, lesson: Session) -> None:
    assert await games.tally.heaviest(lesson) is None
    await games.tally.use(lesson, ANA, "1", "1 image")
    image = await games.tally.heaviest(lesson)
    await games.tally.use(lesson, ANA, "2", "10 s video in 1080p")
    video = await games.tally.heaviest(lesson)
    assert image is not None
    assert video is not None
    assert video.startswith("video;")
    # Many small things are heavy together.
    await games.tally.use(lesson, BO, "1", "100000 images")
    assert await games.tally.heaviest(lesson) == image


async def test_the_total_is_for_the_place_the_server_chose(games: Games, lesson: Session) -> None:
    await games.tally.use(lesson, ANA, "1", "3 images")
    there = (await games.tally.standing(lesson)).totals.total
    await games.settings.choose_place(GUILD, "SWE")
    here = (await games.tally.standing(lesson)).totals.total
    assert here.carbon_g.central < there.carbon_g.central
    assert here.count == there.count == 3


async def test_what_the_class_used_is_in_no_ledger_and_there_after_a_restart(games: Games, lesson: Session) -> None:
    await games.tally.join(lesson, ANA)
    await games.tally.use(lesson, ANA, "1", "3 images")
    before = await games.tally.standing(lesson)
    games = await games.begun_again()
    assert await games.tally.standing(games.sessions.get(lesson.subject)) == before
    assert await games.store.ledger.guilds() == set()


async def test_thirty_entries_sent_in_one_moment_are_no_more_than_a_person_may_make(
    bank: QuestionBank, clock: Hands
) -> None:
    games = busy_games(bank, clock)
    lesson = await games.lessons.begin(GUILD, 45, "en", LEADER)
    sent = [games.tally.use(lesson, ANA, str(number), "an image") for number in range(MOST_USES + 10)]
    refused = [one for one in await asyncio.gather(*sent, return_exceptions=True) if isinstance(one, Refusal)]
    assert len(refused) == 10
    assert (await games.tally.standing(lesson)).entries == MOST_USES
