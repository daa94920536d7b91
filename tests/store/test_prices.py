"""What the last two editions said of a server's usages is kept, and no more."""

from __future__ import annotations

from datetime import date

from bot.store import PastEstimates, Store
from tests.store.contract import CLIP, GUILD, OTHER, PICTURE, action

WH = (1.0, 2.0, 3.0)


async def test_two_editions_are_kept_the_last_used_first(store: Store) -> None:
    await store.ledger.add(action("i1"))
    for number, book in enumerate(("a", "b", "c"), 1):
        await store.prices.keep(GUILD, PastEstimates(book, date(2026, 1, number), {CLIP: WH}), {CLIP})
    assert [one.book for one in await store.prices.of(GUILD)] == ["c", "b"]
    assert await store.prices.of(OTHER) == ()


async def test_only_usages_that_are_counted_and_still_held_have_a_price(store: Store) -> None:
    await store.ledger.add(action("i1", items=((CLIP, 1), (PICTURE, 1))))
    both = {CLIP: WH, PICTURE: WH, "video;6s": WH}
    await store.prices.keep(GUILD, PastEstimates("a", date(2026, 1, 1), both), both)
    assert [set(one.wh) for one in await store.prices.of(GUILD)] == [{CLIP, PICTURE}]
    await store.prices.keep(GUILD, PastEstimates("b", date(2026, 1, 2), {CLIP: WH}), {CLIP})
    assert [set(one.wh) for one in await store.prices.of(GUILD)] == [{CLIP}, {CLIP}]
