"""Answers tell the people of one session apart, and nobody from one session to another."""

from __future__ import annotations

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
