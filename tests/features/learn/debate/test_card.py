"""A debate as cards: both sides alike, votes hidden until the end, and how the room moved in sums alone."""

from __future__ import annotations

import pytest

from bot.features.learn.debate.card import both_card, debate_card, side_card, votes_words
from bot.features.learn.debate.decide import BOTH, PHASES, VOTES, Debated, DebateTotals
from bot.features.learn.session import Session
from config.text.voice import Voice
from tests.features.learn.games import GUILD, LEADER, Games

ROOM = DebateTotals(
    before={"for": 2, "against": 1, "undecided": 1},
    after={"for": 3, "against": 1},
    moves={("for", "for"): 1, ("for", "against"): 1, ("against", "for"): 1, ("undecided", "for"): 1},
)


@pytest.fixture
async def session(games: Games) -> Session:
    return await games.debates.begin(GUILD, "D01", "en", LEADER, "en")


@pytest.fixture
async def result(games: Games, session: Session) -> Session:
    return await games.sessions.alter(session, phase="result")


@pytest.fixture
def debated(games: Games, session: Session) -> Debated:
    return games.debates.debated(session)


def test_moves_are_told_in_sums_once_enough_voted_twice(result: Session, debated: Debated, english: Voice) -> None:
    text = debate_card(result, ROOM, debated, english).text
    assert "Of 4 people who voted twice:" in text
    assert "1 moved from against to for" in text
    assert "1 stayed with the first vote" in text


@pytest.mark.parametrize(("twice", "told"), [(1, False), (2, False), (3, True)])
def test_where_too_few_voted_twice_nobody_is_pointed_at(
    result: Session, debated: Debated, english: Voice, twice: int, *, told: bool
) -> None:
    room = DebateTotals({"for": twice}, {"against": twice}, {("for", "against"): twice})
    text = debate_card(result, room, debated, english).text
    assert ("moved from for to against" in text) is told
    assert ("Too few voted twice" in text) is not told


@pytest.mark.parametrize("phase", PHASES[:-1])
async def test_what_was_voted_stays_hidden_until_the_end(
    games: Games, session: Session, debated: Debated, english: Voice, phase: str
) -> None:
    at = await games.sessions.alter(session, phase=phase)
    text = debate_card(at, ROOM, debated, english).text
    assert votes_words(ROOM.before, english) not in text
    assert "moved" not in text


@pytest.mark.parametrize(("phase", "count"), [("vote", 1), ("argue", 2), ("swap", 3), ("again", 4), ("result", 5)])
async def test_every_step_says_which_of_the_five_it_is(
    games: Games, session: Session, debated: Debated, english: Voice, phase: str, count: int
) -> None:
    at = await games.sessions.alter(session, phase=phase)
    assert f"Step {count} of 5" in debate_card(at, ROOM, debated, english).text


def test_a_vote_button_carries_the_step_it_belongs_to(session: Session, debated: Debated, english: Voice) -> None:
    card = debate_card(session, DebateTotals(), debated, english)
    subjects = [button.subject for button in card.buttons if button.verb == "debvote"]
    assert subjects == [f"{session.subject}.vote.{vote}" for vote in VOTES]


def test_both_sides_are_read_with_as_many_arguments_and_their_sources(debated: Debated, voice: Voice) -> None:
    card = both_card(debated, voice)
    assert sum(line.startswith("• ") for line in card.lines) == len(debated.shown.item.pro) + len(
        debated.shown.item.con
    )
    assert "1. " in card.text
    places = [card.lines.index(f"**{voice.text(f'debate.head.{side}')}**") for side in debated.sides]
    assert places == sorted(places)


@pytest.mark.parametrize("side", BOTH)
async def test_a_person_reads_their_own_side_alone(
    games: Games, session: Session, debated: Debated, voice: Voice, side: str
) -> None:
    own = next(one for one in BOTH if one == side)
    at = await games.sessions.alter(session, phase="argue")
    lines = side_card(at, own, debated, voice).lines
    heads = [one for one in BOTH if f"**{voice.text(f'debate.head.{one}')}**" in lines]
    assert heads == [own]


def test_a_debate_nobody_voted_in_says_so(result: Session, debated: Debated, voice: Voice) -> None:
    assert voice.text("debate.nobody") in debate_card(result, DebateTotals(), debated, voice).lines


def test_a_debate_that_is_over_shows_its_end_and_takes_no_vote(
    session: Session, debated: Debated, english: Voice
) -> None:
    card = debate_card(session, ROOM, debated, english, over=True)
    assert votes_words(ROOM.before, english) in card.text
    assert {button.verb for button in card.buttons} <= {"viewlang"}
