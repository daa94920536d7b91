"""Games and lessons under way: how many a server may have open, and that what is open is written down."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.features.learn.session import Session
from bot.features.learn.sessions import LASTS, MOST_AT_ONCE, NO_SERVER
from bot.store import WriteFailed
from energy import Refusal
from tests.chat.hands import Hands
from tests.features.learn.games import ANA, BO, GUILD, LEADER, OTHER, Games


async def begun(games: Games, guild: int = GUILD, *, lesson: Session | None = None) -> Session:
    extra = {"class": lesson.id} if lesson else None
    return await games.sessions.begin(guild, "guess", ("G35",), "en", LEADER, extra=extra)


async def test_a_server_has_twenty_games_open_and_not_one_more(games: Games) -> None:
    opened = [await begun(games) for _ in range(MOST_AT_ONCE)]
    assert len(opened) == 20
    with pytest.raises(Refusal) as refused:
        await begun(games)
    assert (refused.value.code, refused.value.params) == ("session.many", {"most": "20"})
    assert len(games.sessions.of(GUILD)) == 20
    await begun(games, OTHER)
    # The steps of a lesson come with it.
    step = await begun(games, lesson=opened[0])
    await games.sessions.end(opened[0])
    await begun(games)
    with pytest.raises(Refusal):
        await begun(games)
    assert step in games.sessions.of(GUILD)


async def test_direct_messages_share_no_ration(games: Games) -> None:
    for _ in range(MOST_AT_ONCE + 1):
        await begun(games, NO_SERVER)
    assert games.sessions.how_many == MOST_AT_ONCE + 1


async def test_the_ration_counts_what_was_open_before_a_restart(games: Games) -> None:
    for _ in range(MOST_AT_ONCE):
        await begun(games)
    games = await games.begun_again()
    with pytest.raises(Refusal, match="20 games are open here"):
        await begun(games)


async def test_a_session_is_the_same_after_a_restart(games: Games, clock: Hands) -> None:
    session = await games.sessions.begin(
        GUILD,
        "class",
        ("G35", "D01"),
        "fr",
        LEADER,
        lasts=timedelta(hours=3),
        phase="vote",
        extra={"minutes": "45"},
        advances_at=clock.now() + timedelta(minutes=5),
    )
    await games.sessions.posted(session, 21, 22)
    before = games.sessions.get(session.subject)
    assert (before.channel, before.message) == (21, 22)
    games = await games.begun_again()
    assert games.sessions.get(session.subject) == before
    # Its message is looked at once, for what was missed meanwhile.
    assert games.sessions.stale == {(GUILD, session.id)}


@pytest.mark.parametrize("subject", ["", "7", "7.", "x.abc", "-7.abc", "7.abc.d", "8.abc"])
async def test_what_no_session_is_called_is_over(games: Games, subject: str) -> None:
    with pytest.raises(Refusal) as refused:
        games.sessions.get(subject)
    assert refused.value.code == "session.over"


async def test_a_session_is_not_found_in_another_server(games: Games) -> None:
    session = await begun(games)
    assert games.sessions.find(GUILD, session.id) == session
    assert games.sessions.find(OTHER, session.id) is None
    with pytest.raises(Refusal):
        games.sessions.get(f"{OTHER}.{session.id}")
    assert games.sessions.is_open(session.id)


async def test_who_opened_it_leads_and_is_no_player(games: Games) -> None:
    session = await begun(games)
    assert await games.sessions.leads(session, LEADER)
    assert not await games.sessions.leads(session, ANA)
    assert await games.sessions.answers(session) == ()
    assert await games.sessions.answered(session, LEADER) == {}
    games = await games.begun_again()
    assert await games.sessions.leads(session, LEADER)


async def test_the_first_answer_counts_where_none_may_be_changed(games: Games) -> None:
    session = await begun(games)
    assert await games.sessions.answer(session, "0", ANA, "x")
    assert not await games.sessions.answer(session, "0", ANA, "y")
    assert await games.sessions.answered(session, ANA) == {"0": "x"}
    assert await games.sessions.answer(session, "0", ANA, "y", change=True)
    assert await games.sessions.answered(session, ANA) == {"0": "y"}
    assert await games.sessions.answered(session, BO) == {}


async def test_a_change_is_made_to_the_session_as_it_stands(games: Games) -> None:
    first = await begun(games)
    await games.sessions.posted(first, 21, 22)
    altered = await games.sessions.alter(first, phase="next")
    assert (altered.phase, altered.message) == ("next", 22)


async def test_nothing_is_written_behind_the_end(games: Games) -> None:
    session = await begun(games)
    await games.sessions.end(session)
    late = (
        games.sessions.change(session),
        games.sessions.alter(session, phase="next"),
        games.sessions.posted(session, 21, 22),
        games.sessions.answer(session, "0", ANA, "x"),
    )
    for one in late:
        with pytest.raises(Refusal, match="over"):
            await one
    assert not games.sessions.is_open(session.id)
    assert await games.store.answers.all(GUILD, session.id) == ()
    assert await games.store.notes.of(GUILD) == {}
    assert (await games.begun_again()).sessions.of(GUILD) == ()


async def test_a_session_that_cannot_be_written_is_not_begun(games: Games) -> None:
    games.store.disk.full = True
    with pytest.raises(WriteFailed):
        await begun(games)
    assert games.sessions.how_many == 0


async def test_a_change_that_cannot_be_written_is_not_made(games: Games) -> None:
    session = await begun(games)
    games.store.disk.full = True
    with pytest.raises(WriteFailed):
        await games.sessions.alter(session, phase="next")
    assert games.sessions.get(session.subject) == session


async def test_a_session_whose_end_cannot_be_written_goes_on(games: Games) -> None:
    session = await begun(games)
    games.store.disk.full = True
    with pytest.raises(WriteFailed):
        await games.sessions.end(session)
    games.store.disk.full = False
    assert games.sessions.get(session.subject) == session
    await games.sessions.end(session)
    assert games.sessions.of(GUILD) == ()


async def test_a_game_is_over_after_a_day_and_not_a_second_before(games: Games, clock: Hands) -> None:
    session = await begun(games)
    clock.pass_(seconds=LASTS.total_seconds() - 1)
    assert games.sessions.over() == ()
    clock.pass_(seconds=1)
    assert games.sessions.over() == (session,)


async def test_a_lesson_is_over_after_its_games(games: Games, clock: Hands) -> None:
    lesson = await games.sessions.begin(GUILD, "class", (), "en", LEADER)
    step = await begun(games, lesson=lesson)
    clock.pass_(days=2)
    # A game that knows its lesson is shown by it, so the lesson outlives it.
    assert games.sessions.over() == (step, lesson)


async def test_what_moves_on_by_itself_is_due_at_its_moment(games: Games, clock: Hands) -> None:
    at = clock.now() + timedelta(minutes=5)
    session = await games.sessions.begin(GUILD, "class", (), "en", LEADER, advances_at=at)
    await begun(games)
    clock.pass_(minutes=5, seconds=-1)
    assert games.sessions.due() == ()
    clock.pass_(seconds=1)
    assert games.sessions.due() == (session,)


async def test_only_a_posted_message_can_show_too_little(games: Games) -> None:
    told: list[int] = []
    games.sessions.notify = lambda: told.append(1)
    session = await begun(games)
    await games.sessions.answer(session, "0", ANA, "x")
    assert (games.sessions.stale, told) == (set(), [])
    await games.sessions.posted(session, 21, 22)
    await games.sessions.answer(games.sessions.get(session.subject), "0", BO, "x")
    assert (games.sessions.stale, told) == ({(GUILD, session.id)}, [1])


async def test_a_look_around_tells_of_what_is_over_or_due(games: Games, clock: Hands) -> None:
    told: list[int] = []
    games.sessions.notify = lambda: told.append(1)
    games.sessions.look()
    await begun(games)
    games.sessions.look()
    assert told == []
    clock.pass_(days=1)
    games.sessions.look()
    assert told == [1]


async def test_a_server_that_left_takes_its_sessions_along(games: Games) -> None:
    gone, stays = await begun(games), await begun(games, OTHER)
    await games.sessions.posted(gone, 21, 22)
    games.sessions.mark_stale(games.sessions.get(gone.subject))
    games.sessions.forget(GUILD)
    assert games.sessions.of(GUILD) == ()
    assert games.sessions.of(OTHER) == (stays,)
    assert games.sessions.stale == set()


async def test_sessions_have_names_of_their_own_without_letters_alike(games: Games) -> None:
    names = [(await begun(games, NO_SERVER)).id for _ in range(200)]
    assert len(set(names)) == 200
    assert not set("".join(names)) & set("aeiouyl01")
