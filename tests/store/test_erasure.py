"""Forgetting: nothing of a person or a server is left, in what is read and in the bytes on the disk."""

from __future__ import annotations

import asyncio
import random
from datetime import date, timedelta

from bot.store import PastEstimates, Store
from tests.store.contract import (
    ANA,
    BO,
    CLIP,
    DAY,
    GUILD,
    OTHER,
    PICTURE,
    Backend,
    action,
    counts_of,
    opened,
    records_of,
)

TYPED = "text;400;note=my secret diary"


def hashes(records: list) -> set[bytes]:
    found = {bytes.fromhex(text) for record in records for text in (record.author, record.source)}
    return found - {b""}


async def test_erasing_a_person_leaves_the_others(store: Store) -> None:
    for n in range(5):
        await store.ledger.add(action(f"a{n}"))
        await store.ledger.add(action(f"b{n}", author=BO))
    await store.ledger.add(action("a5", guild=OTHER))
    assert await store.ledger.erase_person(ANA) == 6
    assert await store.ledger.erase_person(ANA) == 0
    assert await store.ledger.of_person(ANA) == ()
    assert await counts_of(store) == {CLIP: 5}
    assert await store.ledger.totals(OTHER) == ()


async def test_erasing_a_server_leaves_the_others(store: Store) -> None:
    for guild in (GUILD, OTHER):
        await store.ledger.add(action("i1", guild=guild, items=((CLIP, 1), (PICTURE, 1))))
        await store.notes.put(guild, "goal", "less")
    await store.ledger.add(action("undone"))
    await store.ledger.undo(GUILD, ANA, "u1")
    assert await store.erase_server(GUILD) == 2
    assert await store.ledger.totals(GUILD) == ()
    assert await store.notes.named("") == {(OTHER, "goal"): "less"}
    assert await counts_of(store, OTHER) == {CLIP: 1, PICTURE: 1}
    assert await store.ledger.add(action("undone"))


async def test_erasure_survives_reopening_and_leaves_no_byte(backend: Backend) -> None:
    """Among thousands of rows, where pages were split and merged, and copies of rows could stay in between."""
    rng = random.Random(5)
    people = [rng.getrandbits(60) for _ in range(300)]
    gone = people[::10]
    async with opened(backend) as store:
        actions = [
            action(
                f"i{n}",
                guild=rng.choice((GUILD, OTHER)),
                author=(author := rng.choice(people)),
                items=((f"{TYPED} {author}" if author in gone else CLIP, 1),),
            )
            for n in range(6000)
        ]
        for n in range(0, 6000, 200):
            await asyncio.gather(*(store.ledger.add(one) for one in actions[n : n + 200]))
        mine = [record for author in gone for _, record in await store.ledger.of_person(author)]
        others = [record for _, record in await store.ledger.of_person(people[1])]
        assert all(found in backend.raw() for found in hashes(mine[:20]))
        for author in gone:
            assert await store.ledger.erase_person(author)
        while_open = backend.raw()
    for raw in (while_open, backend.raw()):
        assert [found for found in hashes(mine) if found in raw] == []
        assert TYPED.encode() not in raw
        assert all(found in raw for found in hashes(others))
    async with opened(backend) as store:
        assert await store.ledger.of_person(gone[0]) == ()


async def test_erasing_a_server_leaves_no_byte(backend: Backend) -> None:
    async with opened(backend) as store:
        await store.ledger.add(action("i1", items=((TYPED, 1),)))
        await store.ledger.add(action("i2", items=((TYPED, 1),)))
        await store.notes.put(GUILD, "board", "a channel nobody else knows")
        mine = await records_of(store)
        await store.ledger.undo(GUILD, ANA, "u1")
        await store.erase_server(GUILD)
        raw = backend.raw()
    assert [found for found in hashes(mine) if found in raw] == []
    assert TYPED.encode() not in raw
    assert b"nobody else" not in raw


def priced(book: str, *usages: str, day: date = DAY) -> PastEstimates:
    return PastEstimates(book, day, dict.fromkeys(usages, (1.0, 2.0, 3.0)))


async def test_a_usage_only_one_person_typed_leaves_the_prices_with_them(backend: Backend) -> None:
    """In the server they typed it, whoever else typed it elsewhere; what others use too keeps its price."""
    async with opened(backend) as store:
        await store.ledger.add(action("i1", items=((TYPED, 1), (CLIP, 1), (PICTURE, 1))))
        await store.ledger.add(action("i2", items=((CLIP, 1),), author=BO))
        await store.ledger.add(action("i3", items=((PICTURE, 1),), author=BO, guild=OTHER))
        for guild in (GUILD, OTHER):
            held = (TYPED, CLIP, PICTURE) if guild == GUILD else (PICTURE,)
            await store.prices.keep(guild, priced("old", *held, day=DAY - timedelta(days=1)), held)
            await store.prices.keep(guild, priced("new", *held), held)
        await store.ledger.erase_person(ANA)
        assert [set(one.wh) for one in await store.prices.of(GUILD)] == [{CLIP}, {CLIP}]
        assert [set(one.wh) for one in await store.prices.of(OTHER)] == [{PICTURE}, {PICTURE}]
        raw = backend.raw()
    assert TYPED.encode() not in raw
    assert b"secret" not in raw + backend.raw()


async def test_prices_that_cannot_be_read_go_whole_with_a_person(backend: Backend) -> None:
    """Nobody can tell whether they name what that person typed."""
    async with opened(backend) as store:
        await store.ledger.add(action("i1", items=((TYPED, 1), (CLIP, 1))))
        await store.prices.keep(GUILD, priced("new", CLIP), {CLIP})
        await store.notes.put(GUILD, "prices.old", f'{{"day": "once", "of": "{TYPED}"}}')
        assert [one.book for one in await store.prices.of(GUILD)] == ["new"]
        await store.ledger.erase_person(ANA)
        assert "prices.old" not in await store.notes.of(GUILD)
        assert b"secret" not in backend.raw()


async def test_a_usage_that_was_undone_before_leaves_the_prices_too(backend: Backend) -> None:
    async with opened(backend) as store:
        await store.ledger.add(action("i1", items=((TYPED, 1),)))
        await store.prices.keep(GUILD, priced("book", TYPED), {TYPED})
        await store.ledger.undo(GUILD, ANA, "u1")
        await store.ledger.erase_person(ANA)
        assert await store.prices.of(GUILD) == ()
        assert b"secret" not in backend.raw()


async def test_prices_reckoned_before_an_erasure_do_not_bring_a_usage_back(backend: Backend) -> None:
    async with opened(backend) as store:
        await store.ledger.add(action("i1", items=((TYPED, 1),)))
        await store.ledger.add(action("i2", author=BO))
        await store.ledger.erase_person(ANA)
        await store.prices.keep(GUILD, priced("book", TYPED, CLIP), {TYPED, CLIP})
        assert [set(one.wh) for one in await store.prices.of(GUILD)] == [{CLIP}]
        assert b"secret" not in backend.raw()


async def test_the_file_names_nobody(backend: Backend) -> None:
    async with opened(backend) as store:
        await store.ledger.add(action("interaction 4711"))
        raw = backend.raw()
    for spelling in (str(ANA).encode(), ANA.to_bytes(8, "big"), ANA.to_bytes(8, "little"), b"4711"):
        assert spelling not in raw


async def test_an_erased_undone_action_is_not_linked_to_its_author(store: Store) -> None:
    await store.ledger.add(action("i1", items=((TYPED, 1),)))
    await store.ledger.undo(GUILD, ANA, "u1")
    assert await store.ledger.erase_person(ANA) == 0
    assert not await store.ledger.add(action("i1", items=((TYPED, 1),), day=DAY))
    assert await store.ledger.of_person(ANA) == ()
