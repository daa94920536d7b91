"""A debate: which motion, when a vote is open, who argues which side, and how the steps follow each other."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace

import pytest

from bot.features.learn.debate.decide import BOTH, PHASES, VOTES, Phase, as_debate, other, phase_of
from bot.features.learn.question_bank import QuestionBank
from bot.features.learn.session import Session
from config.text.catalog import LANGUAGES
from energy import Refusal
from tests.chat.hands import Hands
from tests.features.learn.games import ANA, BO, GUILD, LEADER, Games, busy_games

VOTING: tuple[Phase, ...] = ("vote", "again")
ARGUING: tuple[Phase, ...] = ("argue", "swap")


async def begun(games: Games, phase: Phase = "vote") -> Session:
    """A debate on the first motion, at a step."""
    session = await games.debates.begin(GUILD, next(iter(games.bank.debates)), "en", LEADER, "en")
    return await games.sessions.alter(session, phase=phase)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_motion_is_found_by_its_id_and_by_its_name_in_either_language(games: Games, language: str) -> None:
    for identity, motion in games.bank.debates.items():
        for typed in (identity, motion.name.text(language)):
            session = await games.debates.begin(0, typed, "en", LEADER, "en")
            assert session.content_ids == (identity,)
            assert session.phase == PHASES[0]


async def test_an_unknown_motion_is_refused_with_those_there_are(games: Games) -> None:
    with pytest.raises(Refusal) as refused:
        await games.debates.begin(GUILD, "[x](https://evil.example) nothing", "en", LEADER, "fr")
    assert refused.value.code == "topic.unknown"
    assert all(motion.name.fr in refused.value.params["known"] for motion in games.bank.debates.values())
    assert games.sessions.of(GUILD) == ()


@pytest.mark.parametrize("typed", [None, "", "  "])
async def test_with_nothing_typed_every_motion_has_its_turn_before_one_comes_again(
    games: Games, typed: str | None
) -> None:
    many = len(games.bank.debates)
    drawn = [(await games.debates.begin(GUILD, typed, "en", LEADER, "en")).content_ids[0] for _ in range(many)]
    assert sorted(drawn) == sorted(games.bank.debates)
    assert (await games.debates.begin(GUILD, typed, "en", LEADER, "en")).content_ids[0] in drawn


@pytest.mark.parametrize("phase", VOTING)
async def test_a_vote_may_be_changed_while_it_is_open(games: Games, phase: Phase) -> None:
    session = await begun(games, phase)
    for vote in VOTES:
        await games.debates.vote(session, ANA, vote)
    room = await games.debates.room(session)
    assert (room.before if phase == "vote" else room.after) == {VOTES[-1]: 1}


@pytest.mark.parametrize("phase", [phase for phase in PHASES if phase not in VOTING])
async def test_outside_the_two_votes_none_is_kept(games: Games, phase: Phase) -> None:
    session = await begun(games, phase)
    with pytest.raises(Refusal) as refused:
        await games.debates.vote(session, ANA, "for")
    assert refused.value.code == "debate.no_vote"
    assert await games.sessions.answers(session) == ()


@pytest.mark.parametrize("phase", [phase for phase in PHASES if phase not in ARGUING])
async def test_sides_are_only_given_where_they_are_argued(games: Games, phase: Phase) -> None:
    session = await begun(games, phase)
    with pytest.raises(Refusal) as refused:
        await games.debates.side(session, ANA)
    assert refused.value.code == "debate.no_side"
    assert await games.sessions.answers(session) == ()


async def test_sides_are_given_in_turn_and_change_places_after_the_swap(games: Games) -> None:
    session = await begun(games, "argue")
    people = range(20, 27)
    argued = [await games.debates.side(session, person) for person in people]
    assert [argued.count(side) for side in BOTH] == [4, 3]
    assert [await games.debates.side(session, person) for person in people] == argued
    session = await games.debates.advance(session, "argue")
    assert [await games.debates.side(session, person) for person in people] == [other(side) for side in argued]


async def test_who_comes_after_the_swap_keeps_the_balance(games: Games) -> None:
    session = await begun(games, "argue")
    first = await games.debates.side(session, ANA)
    session = await games.debates.advance(session, "argue")
    # The newcomer argues what the other one argued before.
    assert await games.debates.side(session, BO) == first
    assert await games.debates.side(session, ANA) == other(first)


async def test_sides_of_two_debates_are_counted_apart(games: Games) -> None:
    one, two = await begun(games, "argue"), await begun(games, "argue")
    assert await games.debates.side(one, ANA) == await games.debates.side(two, BO) == BOTH[0]


async def test_moves_are_counted_of_who_voted_twice(games: Games) -> None:
    session = await begun(games)
    for person, vote in enumerate((VOTES[0], VOTES[0], VOTES[1], VOTES[2])):
        await games.debates.vote(session, person, vote)
    for seen in PHASES[:3]:
        session = await games.debates.advance(session, seen)
    for person, vote in enumerate((VOTES[0], VOTES[1], VOTES[0], VOTES[0])):
        await games.debates.vote(session, person, vote)
    room = await games.debates.room(session)
    assert (room.twice, room.stayed, room.only_before, room.only_after) == (4, 1, 0, 0)
    moves = {("for", "for"): 1, ("for", "against"): 1, ("against", "for"): 1, ("undecided", "for"): 1}
    assert room.moves == moves


async def test_who_voted_once_only_is_counted_apart(games: Games) -> None:
    session = await begun(games)
    for person in (1, 2, 3):
        await games.debates.vote(session, person, "for")
    session = await games.sessions.alter(session, phase="again")
    for person in (3, 4):
        await games.debates.vote(session, person, "against")
    room = await games.debates.room(session)
    assert (room.before, room.after) == ({"for": 3}, {"against": 2})
    assert (room.twice, room.only_before, room.only_after) == (1, 2, 1)


async def test_sides_are_no_votes(games: Games) -> None:
    session = await begun(games, "argue")
    await games.debates.side(session, ANA)
    room = await games.debates.room(session)
    assert (room.before, room.after, room.twice) == ({}, {}, 0)


async def test_the_steps_follow_each_other_to_the_result_and_no_further(games: Games) -> None:
    session, passed = await begun(games), []
    for _ in PHASES:
        passed.append(phase_of(session))
        session = await games.debates.advance(session, phase_of(session))
    assert tuple(passed) == PHASES
    assert session.phase == PHASES[-1]


async def test_a_step_is_taken_once_however_often_its_button_is_pressed(games: Games) -> None:
    before = await begun(games)
    for _ in range(3):  # the card every one of them saw is the one before
        session = await games.debates.advance(before, "vote")
        assert session.phase == "argue"
    for stale in ("swap", "again", "nothing", ""):
        assert (await games.debates.advance(before, stale)).phase == "argue"
    assert games.sessions.get(before.subject).phase == "argue"


async def test_votes_sides_and_their_balance_are_there_after_a_restart(games: Games) -> None:
    session = await begun(games)
    await games.debates.vote(session, ANA, "for")
    session = await games.debates.advance(session, "vote")
    side = await games.debates.side(session, ANA)
    games = await games.begun_again()
    session = games.sessions.get(session.subject)
    assert session.phase == "argue"
    assert await games.debates.side(session, BO) == other(side)
    assert await games.debates.side(session, ANA) == side
    assert (await games.debates.room(session)).before == {"for": 1}


async def test_a_debate_that_is_over_takes_nothing_more(games: Games) -> None:
    session = await begun(games)
    await games.debates.vote(session, ANA, "for")
    await games.sessions.end(session)
    argued = replace(session, phase="argue")
    late = (
        games.debates.vote(session, BO, "for"),
        games.debates.side(argued, BO),
        games.debates.advance(session, "vote"),
    )
    for one in late:
        with pytest.raises(Refusal, match="over"):
            await one
    assert await games.store.answers.all(GUILD, session.id) == ()


async def test_neither_side_always_speaks_first(games: Games, clock: Hands) -> None:
    session = await begun(games)
    first = Counter[str]()
    for _ in range(60):
        sides = games.debates.debated(session).sides
        assert sorted(sides) == sorted(BOTH)
        first[sides[0]] += 1
        clock.pass_(days=1)
    assert min(first["pro"], first["con"]) > 15


async def test_who_speaks_first_stays_the_same_all_day(games: Games, clock: Hands) -> None:
    session = await begun(games)
    sides = games.debates.debated(session).sides
    clock.pass_(hours=11)
    assert games.debates.debated(session).sides == sides


async def test_a_motion_of_another_version_is_refused(games: Games) -> None:
    with pytest.raises(Refusal) as refused:
        games.debates.debated(replace(await begun(games), content_ids=("gone",)))
    assert refused.value.code == "button.old"


async def test_a_session_without_a_step_stands_at_the_first(games: Games) -> None:
    session = await games.sessions.begin(GUILD, "class", (), "en", LEADER)
    assert phase_of(session) == PHASES[0]
    seen = as_debate(session, "D01", "swap")
    assert (seen.content_ids, seen.phase, seen.subject) == (("D01",), "swap", session.subject)


async def test_three_hundred_votes_in_the_same_moment_count_once_each(bank: QuestionBank, clock: Hands) -> None:
    games = busy_games(bank, clock)
    session = await begun(games)
    votes = [games.debates.vote(session, person, VOTES[person % 3]) for person in range(300) for _ in range(2)]
    await asyncio.gather(*votes)
    assert (await games.debates.room(session)).before == {"for": 100, "against": 100, "undecided": 100}
    session = await games.debates.advance(session, "vote")
    sides = await asyncio.gather(*(games.debates.side(session, person % 300) for person in range(600)))
    given = Counter(sides[:300])
    assert sides[:300] == sides[300:]
    assert abs(given["pro"] - given["con"]) <= 1


async def test_one_person_who_asks_for_a_side_many_times_at_once_counts_once(bank: QuestionBank, clock: Hands) -> None:
    games = busy_games(bank, clock)
    session = await begun(games, "argue")
    asked = await asyncio.gather(*(games.debates.side(session, ANA) for _ in range(20)))
    assert set(asked) == {BOTH[0]}
    assert await games.debates.side(session, BO) == BOTH[1]
    assert await games.debates.side(session, LEADER) == BOTH[0]
