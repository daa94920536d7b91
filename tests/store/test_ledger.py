"""Nothing counts twice, nothing acknowledged is lost, and what was counted can be taken back."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

import pytest

from bot.store import DayCount, Store
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


async def test_a_redelivery_changes_nothing(store: Store) -> None:
    assert await store.ledger.add(action("i1"))
    assert not await store.ledger.add(action("i1"))
    assert not await store.ledger.add(action("i1", items=((PICTURE, 9),), author=BO))
    assert await counts_of(store) == {CLIP: 1}


async def test_the_same_source_in_another_server_is_another_action(store: Store) -> None:
    assert await store.ledger.add(action("i1"))
    assert await store.ledger.add(action("i1", guild=OTHER))


async def test_what_was_acknowledged_is_there_after_reopening(backend: Backend) -> None:
    async with opened(backend) as store:
        await store.ledger.add(action("i1", items=((CLIP, 3), (PICTURE, 2))))
    async with opened(backend) as store:
        assert await counts_of(store) == {CLIP: 3, PICTURE: 2}
        assert not await store.ledger.add(action("i1"))


async def test_an_action_counts_all_its_items_and_they_are_one(store: Store) -> None:
    assert await store.ledger.add(action("i1", items=((CLIP, 3), (PICTURE, 2), (CLIP, 4))))
    assert await counts_of(store) == {CLIP: 7, PICTURE: 2}
    assert await store.ledger.undo(GUILD, ANA, "u1") == ((CLIP, 3), (PICTURE, 2), (CLIP, 4))
    assert await store.ledger.totals(GUILD) == ()


async def test_an_action_has_as_many_items_as_a_byte_can_number(store: Store) -> None:
    assert await store.ledger.add(action("i1", items=((CLIP, 1),) * 256))
    assert await counts_of(store) == {CLIP: 256}
    for items in ((), ((CLIP, 1),) * 257, ((CLIP, 0),), ((CLIP, -1),), ((CLIP, 10**9 + 1),)):
        with pytest.raises(ValueError, match=r"^an action has|^a count is"):
            await store.ledger.add(action("i2", items=items))


async def test_undo_takes_back_the_last_action_of_that_person_in_that_server(store: Store) -> None:
    await store.ledger.add(action("i1", items=((CLIP, 1),)))
    await store.ledger.add(action("i2", items=((CLIP, 20),), origin="estimated"))
    await store.ledger.add(action("i3", items=((CLIP, 300),), author=BO))
    await store.ledger.add(action("i4", items=((CLIP, 4000),), guild=OTHER))
    assert await store.ledger.undo(GUILD, ANA, "u2") == ((CLIP, 20),)
    assert await store.ledger.undo(GUILD, ANA, "u3") == ((CLIP, 1),)
    assert await store.ledger.undo(GUILD, ANA, "u4") is None
    assert await counts_of(store) == {CLIP: 300}
    assert await counts_of(store, OTHER) == {CLIP: 4000}


async def test_an_undo_delivered_twice_takes_back_one_action(backend: Backend) -> None:
    async with opened(backend) as store:
        for n in range(3):
            await store.ledger.add(action(f"i{n}", items=((CLIP, 10**n),)))
        answers = await asyncio.gather(*(store.ledger.undo(GUILD, ANA, "u") for _ in range(5)))
        assert sorted(answers, reverse=True) == [((CLIP, 100),), (), (), (), ()]
    async with opened(backend) as store:
        assert await store.ledger.undo(GUILD, ANA, "u") == ()
        assert await counts_of(store) == {CLIP: 11}
        assert await store.ledger.undo(GUILD, ANA, "another") == ((CLIP, 10),)
        assert [record.count for record in await records_of(store)] == [1]
        # What an undo was asked by is no entry of anybody.
        assert await store.ledger.erase_person(ANA) == 1
        assert await store.erase_server(GUILD) == 0


async def test_an_undo_that_found_nothing_may_be_asked_again(store: Store) -> None:
    assert await store.ledger.undo(GUILD, ANA, "u") is None
    await store.ledger.add(action("i1"))
    assert await store.ledger.undo(GUILD, ANA, "u") == ((CLIP, 1),)


async def test_a_certain_action_is_taken_back_once_and_only_by_its_author(store: Store) -> None:
    await store.ledger.add(action("i1", items=((CLIP, 1), (PICTURE, 2))))
    await store.ledger.add(action("i2", items=((CLIP, 30),)))
    await store.ledger.add(action("i1", guild=OTHER))
    assert await store.ledger.take_back(GUILD, BO, "i1") is None
    assert await store.ledger.take_back(GUILD, ANA, "never seen") is None
    assert await store.ledger.take_back(GUILD, ANA, "i1") == ((CLIP, 1), (PICTURE, 2))
    assert await store.ledger.take_back(GUILD, ANA, "i1") == ()
    assert await counts_of(store) == {CLIP: 30}
    assert await counts_of(store, OTHER) == {CLIP: 1}
    assert not await store.ledger.add(action("i1"))


async def test_undo_leaves_alone_what_was_counted_from_a_bot(store: Store) -> None:
    await store.ledger.add(action("i1", origin="counted"))
    assert await store.ledger.undo(GUILD, ANA, "u5") is None
    assert await counts_of(store) == {CLIP: 1}


async def test_uncount_takes_back_what_a_source_counted(store: Store) -> None:
    await store.ledger.add(action("m1", items=((CLIP, 3), (PICTURE, 2)), origin="counted", author=None))
    await store.ledger.add(action("m2", items=((CLIP, 10),), origin="counted", author=None))
    assert not await store.ledger.uncount(OTHER, "m1")
    assert await store.ledger.uncount(GUILD, "m1")
    assert not await store.ledger.uncount(GUILD, "m1")
    assert not await store.ledger.uncount(GUILD, "never seen")
    assert await counts_of(store) == {CLIP: 10}


async def test_what_was_taken_back_is_not_counted_by_a_late_redelivery(backend: Backend) -> None:
    undone, uncounted = action("i1", items=((CLIP, 1), (PICTURE, 1))), action("m1", author=None)
    async with opened(backend) as store:
        await store.ledger.add(undone)
        await store.ledger.add(uncounted)
        exported = await records_of(store)
        await store.ledger.undo(GUILD, ANA, "u6")
        await store.ledger.uncount(GUILD, "m1")
    async with opened(backend) as store:
        assert not await store.ledger.add(undone)
        assert not await store.ledger.add(uncounted)
        assert await store.ledger.restore(GUILD, exported) == 0
        assert await store.ledger.totals(GUILD) == ()
        assert await records_of(store) == []
        assert await store.ledger.of_person(ANA) == ()


async def test_counts_and_ids_of_any_size_come_back_whole(store: Store) -> None:
    guild, author = 2**63 - 1, 2**63 - 2
    for n in range(20):
        assert await store.ledger.add(action(f"i{n}", guild=guild, author=author, items=((CLIP, 10**9),)))
    assert await counts_of(store, guild) == {CLIP: 20 * 10**9}
    assert {found for found, _ in await store.ledger.of_person(author)} == {guild}
    assert await store.ledger.undo(guild, author, "u7") == ((CLIP, 10**9),)


async def test_days_are_in_order_and_both_ends_are_included(store: Store) -> None:
    days = [DAY - timedelta(days=1), DAY, DAY + timedelta(days=1), date.min, date.max]
    for n, day in enumerate(days):
        await store.ledger.add(action(f"i{n}", day=day))
    await store.ledger.add(action("later", day=DAY, items=((PICTURE, 2), (CLIP, 1)), origin="counted"))
    assert await store.ledger.days(GUILD, DAY, DAY) == (
        DayCount(DAY, PICTURE, "counted", 2),
        DayCount(DAY, CLIP, "counted", 1),
        DayCount(DAY, CLIP, "declared", 1),
    )
    assert [row.day for row in await store.ledger.days(GUILD, None, DAY - timedelta(days=1))] == [date.min, days[0]]
    assert [row.day for row in await store.ledger.days(GUILD, DAY + timedelta(days=1))] == [days[2], date.max]
    assert await store.ledger.days(GUILD, days[2] + timedelta(days=1), date.max - timedelta(days=1)) == ()


async def test_first_day_is_that_of_what_still_counts(store: Store) -> None:
    assert await store.ledger.first_day(GUILD) is None
    await store.ledger.add(action("i1", day=DAY))
    await store.ledger.add(action("i2", day=DAY - timedelta(days=40)))
    await store.ledger.add(action("i3", day=DAY - timedelta(days=90), guild=OTHER))
    assert await store.ledger.first_day(GUILD) == DAY - timedelta(days=40)
    await store.ledger.uncount(GUILD, "i2")
    assert await store.ledger.first_day(GUILD) == DAY


async def test_totals_are_by_usage_and_origin_with_the_latest_day(store: Store) -> None:
    for n in range(4):
        await store.ledger.add(action(f"i{n}", day=DAY + timedelta(days=n)))
    await store.ledger.add(action("m", origin="counted"))
    assert await store.ledger.totals(GUILD, DAY, DAY + timedelta(days=2)) == (
        DayCount(DAY, CLIP, "counted", 1),
        DayCount(DAY + timedelta(days=2), CLIP, "declared", 3),
    )
    assert await store.ledger.totals(GUILD, DAY + timedelta(days=9)) == ()


async def test_records_come_in_the_order_they_were_added_in_batches(store: Store) -> None:
    actions = [action(f"i{n}", items=((CLIP, n + 1),), guild=(GUILD, OTHER)[n % 2]) for n in range(2500)]
    for n in range(0, 2500, 500):
        await asyncio.gather(*(store.ledger.add(one) for one in actions[n : n + 500]))
    found = await records_of(store)
    assert [record.count for record in found] == list(range(1, 2501, 2))
    assert len([batch async for batch in store.ledger.records(GUILD)]) > 1


async def test_many_adds_at_once_are_each_counted_once(store: Store) -> None:
    twice = [action(f"i{n % 700}", author=n % 700) for n in range(1400)]
    answers = await asyncio.gather(*(store.ledger.add(one) for one in twice))
    assert sum(answers) == 700
    assert await counts_of(store) == {CLIP: 700}


async def test_a_cancelled_add_harms_nobody_and_can_be_redelivered(store: Store) -> None:
    adding = [asyncio.create_task(store.ledger.add(action(f"i{n}"))) for n in range(100)]
    await asyncio.sleep(0)
    for task in adding[::2]:
        task.cancel()
    answers = await asyncio.gather(*adding, return_exceptions=True)
    assert [type(answer) for answer in answers[:2]] == [asyncio.CancelledError, bool]
    assert all(answers[1::2])
    for n in range(100):
        await store.ledger.add(action(f"i{n}"))
    assert await counts_of(store) == {CLIP: 100}


async def test_closing_writes_what_was_waiting(backend: Backend) -> None:
    store = await backend.open()
    adding = [asyncio.create_task(store.ledger.add(action(f"i{n}"))) for n in range(600)]
    await asyncio.sleep(0)
    await store.close()
    await store.close()
    assert all(await asyncio.gather(*adding))
    async with opened(backend) as store:
        assert await counts_of(store) == {CLIP: 600}


async def test_an_export_restores_the_same_rows_and_only_once(backend: Backend, store: Store) -> None:
    await store.ledger.add(action("i1", items=((CLIP, 3), (PICTURE, 10**9))))
    await store.ledger.add(action("m1", origin="counted", author=None))
    await store.ledger.add(action("i2", origin="estimated", author=BO, day=date(1999, 12, 31)))
    exported, days = await records_of(store), await store.ledger.days(GUILD)
    assert await store.ledger.restore(GUILD, exported) == 0
    assert await store.erase_server(GUILD) == 4
    assert await store.ledger.restore(GUILD, exported[:2]) == 2
    assert await store.ledger.restore(GUILD, exported) == 2
    assert await records_of(store) == exported
    assert await store.ledger.days(GUILD) == days
    assert not await store.ledger.add(action("i1"))
    assert await store.ledger.undo(GUILD, ANA, "u8") == ((CLIP, 3), (PICTURE, 10**9))


async def test_a_person_sees_what_is_counted_with_them_everywhere(store: Store) -> None:
    await store.ledger.add(action("i1"))
    await store.ledger.add(action("i2", guild=OTHER, items=((PICTURE, 2),)))
    await store.ledger.add(action("i3", author=BO))
    found = await store.ledger.of_person(ANA)
    assert [(guild, record.usage, record.count) for guild, record in found] == [(GUILD, CLIP, 1), (OTHER, PICTURE, 2)]
    assert [record for _, record in found] == [(await records_of(store))[0], (await records_of(store, OTHER))[0]]
