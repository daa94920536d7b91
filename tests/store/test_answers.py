"""Answers tell the people of one session apart, and nobody from one session to another."""

from __future__ import annotations

import asyncio
from collections import Counter

from bot.store import Store
from tests.store.contract import ANA, BO, GUILD, OTHER, action, records_of


async def voters(store: Store, guild: int, session: str) -> set[str]:
    return {given.voter for given in await store.answers.all(guild, session)}


async def test_one_person_is_one_voter_within_a_session(store: Store) -> None:
    for person, question in ((ANA, "0"), (ANA, "1"), (BO, "0")):
        assert await store.answers.give(GUILD, "first", question, person, "x")
    assert len(await voters(store, GUILD, "first")) == 2
    assert not await store.answers.give(GUILD, "first", "0", ANA, "y")
    assert await store.answers.of(GUILD, "first", ANA) == {"0": "x", "1": "x"}


async def test_nobody_is_followed_from_one_session_to_another(store: Store) -> None:
    places = ((GUILD, "first"), (GUILD, "second"), (OTHER, "third"))
    for guild, session in places:
        await store.answers.give(guild, session, "0", ANA, "x")
    first, second, third = [await voters(store, *place) for place in places]
    assert len(first | second | third) == 3
    # Nor by what they declared.
    await store.ledger.add(action("i1", author=ANA))
    authors = {record.author for record in await records_of(store)}
    assert not authors & (first | second | third)
    # They themselves find all of it.
    assert {(guild, session) for guild, session, *_ in await store.answers.mine(ANA)} == set(places)
    assert await store.answers.erase_person(ANA) == 3


async def test_three_hundred_who_answer_twice_in_the_same_moment_count_once_each(store: Store) -> None:
    give = store.answers.give
    first = await asyncio.gather(*(give(GUILD, "first", "join", person % 300, "") for person in range(600)))
    assert sum(first) == 300
    votes = ("for", "against", "undecided")
    changed = (
        give(GUILD, "first", "vote", person, votes[person % 3], change=True) for person in range(300) for _ in range(2)
    )
    await asyncio.gather(*changed)
    given = await store.answers.all(GUILD, "first")
    assert Counter(one.value for one in given if one.question == "vote") == dict.fromkeys(votes, 100)
    assert len({one.voter for one in given}) == 300
