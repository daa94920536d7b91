"""Putting things in order: what is drawn, that the first attempt counts, and how it is scored by pairs."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from bot.features.learn.order.decide import HOW_MANY
from bot.features.learn.session import Session
from energy import Refusal
from tests.features.learn.games import ANA, BO, GUILD, LEADER, Games

# Central values closer than this cannot fairly be told apart.
APART = 1.8
PAIRS = HOW_MANY * (HOW_MANY - 1) // 2


async def begun(games: Games) -> Session:
    return await games.orders.begin(GUILD, "en", LEADER)


def sizes(games: Games, session: Session) -> list[float]:
    return [thing.uses.range.central for thing in games.orders.things(session).things]


async def test_things_differ_enough_to_be_told_apart(games: Games) -> None:
    for _ in range(30):
        session = await begun(games)
        assert len(set(session.content_ids)) == HOW_MANY == 5
        assert all(max(pair) >= APART * min(pair) for pair in itertools.combinations(sizes(games, session), 2))
        await games.sessions.end(session)


async def test_where_too_few_differ_fewer_are_put_in_order(games: Games) -> None:
    whole = await begun(games)
    few = {identity: games.bank.order[identity] for identity in whole.content_ids[:2]}
    few["alike"] = few[whole.content_ids[0]]
    games = Games(replace(games.bank, order=few), games.clock)
    session = await begun(games)
    assert len(session.content_ids) == 2
    assert max(sizes(games, session)) >= APART * min(sizes(games, session))


async def test_the_right_order_goes_from_the_least_to_the_most(games: Games) -> None:
    session = await begun(games)
    things = games.orders.things(session)
    assert [thing.shown.id for thing in things.things] == list(session.content_ids)
    used = [things.things[number].uses.range.central for number in things.right]
    assert used == sorted(used)


async def test_the_right_order_gets_every_pair_and_the_other_way_round_none(games: Games) -> None:
    session = await begun(games)
    right = games.orders.things(session).right
    ranked = await games.orders.answer(session, ANA, right)
    assert (ranked.order, ranked.right, ranked.pairs) == (right, PAIRS, PAIRS)
    ranked = await games.orders.answer(session, BO, right[::-1])
    assert (ranked.order, ranked.right, ranked.pairs) == (right[::-1], 0, PAIRS)


@pytest.mark.parametrize("place", range(HOW_MANY - 1))
async def test_two_neighbours_the_wrong_way_round_cost_one_pair(games: Games, place: int) -> None:
    session = await begun(games)
    order = list(games.orders.things(session).right)
    order[place], order[place + 1] = order[place + 1], order[place]
    assert (await games.orders.answer(session, ANA, order)).right == PAIRS - 1


async def test_the_first_attempt_counts(games: Games) -> None:
    session = await begun(games)
    right = games.orders.things(session).right
    await games.orders.answer(session, ANA, right[::-1])
    again = await games.orders.answer(session, ANA, right)
    assert (again.order, again.right) == (right[::-1], 0)
    assert [ranked.right for ranked in await games.orders.all(session)] == [0]


async def test_who_has_not_tried_has_no_order(games: Games) -> None:
    session = await begun(games)
    await games.orders.answer(session, ANA, games.orders.things(session).right)
    assert await games.orders.own(session, BO) is None
    assert len(await games.orders.all(session)) == 1


async def test_orders_are_there_after_a_restart(games: Games) -> None:
    session = await begun(games)
    before = await games.orders.answer(session, ANA, games.orders.things(session).right)
    games = await games.begun_again()
    assert await games.orders.own(games.sessions.get(session.subject), ANA) == before


async def test_a_game_that_is_over_takes_no_order(games: Games) -> None:
    session = await begun(games)
    right = games.orders.things(session).right
    await games.sessions.end(session)
    with pytest.raises(Refusal, match="over"):
        await games.orders.answer(session, ANA, right)
    assert await games.store.answers.all(GUILD, session.id) == ()


async def test_a_thing_of_another_version_is_refused(games: Games) -> None:
    session = await begun(games)
    with pytest.raises(Refusal) as refused:
        games.orders.things(replace(session, content_ids=(*session.content_ids[1:], "gone")))
    assert refused.value.code == "button.old"


async def test_an_order_of_things_that_are_none_keeps_nothing(games: Games) -> None:
    session = await begun(games)
    with pytest.raises(Refusal, match="older version"):
        await games.orders.answer(session, ANA, [*range(HOW_MANY - 1), HOW_MANY])
    assert await games.orders.all(session) == ()
