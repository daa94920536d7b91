"""A corrected book corrects the past: what the edition before said is noted, compared and told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.features.tally.valuation import EarlierBook
from bot.store import Action, PastEstimates, WriteFailed
from energy import FactorBook
from tests.features.memory_decisions import GUILD, OTHER, MemoryDecisions

CLIP = "video;5s"


async def noted(decisions: MemoryDecisions, factor: tuple[float, float, float], book: str = "old") -> None:
    """Note of an earlier edition that a clip took so many times what it takes today, bound by bound."""
    now = await decisions.energy_wh("video 5s")
    wh = (now.low * factor[0], now.central * factor[1], now.high * factor[2])
    await decisions.store.prices.keep(GUILD, PastEstimates(book, date(2026, 2, 1), {CLIP: wh}), {CLIP})


async def before(decisions: MemoryDecisions) -> EarlierBook | None:
    return (await decisions.tally.show(GUILD, "all")).before


async def test_corrected_book_corrects_the_past_and_says_by_how_much(
    decisions: MemoryDecisions, book: FactorBook
) -> None:
    """A year of videos, re-priced by a book whose unnamed video takes a tenth."""
    then = await decisions.again(replace(book, version="old"))
    await then.tell("video 5s", 10)
    # Nobody looked at it: what was counted is priced all the same.
    assert then.tally.unremembered() == (GUILD,)
    await then.tally.remember_prices(GUILD)
    assert then.tally.unremembered() == ()
    was = await then.energy_wh("video 5s")
    video = book.factors.video
    wh = video.unnamed_wh
    tenth = replace(wh, low=wh.low / 10, central=wh.central / 10, high=wh.high / 10)
    newer = replace(book, version="new", factors=replace(book.factors, video=replace(video, unnamed_wh=tenth)))
    decisions.clock.pass_(days=20)
    shown = await (await decisions.again(newer)).tally.show(GUILD, "all")
    assert shown.totals.total.energy_wh.central == pytest.approx(was.central)
    assert shown.before is not None
    assert (shown.before.book, shown.before.day) == ("old", date(2026, 3, 4))
    assert shown.before.energy_wh.central == pytest.approx(10 * was.central)
    assert shown.before.times == pytest.approx(0.1)


@pytest.mark.parametrize("factor", [(1.0, 1.0, 1.0), (1.004, 1.004, 1.004), (0.996, 1.0, 1.004)])
async def test_edition_that_says_the_same_to_half_a_per_cent_is_not_mentioned(
    decisions: MemoryDecisions, factor: tuple[float, float, float]
) -> None:
    await decisions.tell("video 5s", 10)
    await noted(decisions, factor)
    assert await before(decisions) is None


@pytest.mark.parametrize("factor", [(1.0, 1.006, 1.006), (0.5, 1.0, 1.0), (1.0, 1.0, 2.0)])
async def test_one_bound_that_moved_is_enough_to_tell(
    decisions: MemoryDecisions, factor: tuple[float, float, float]
) -> None:
    await decisions.tell("video 5s", 10)
    await noted(decisions, factor)
    found = await before(decisions)
    assert found is not None
    assert found.times == pytest.approx(1 / factor[1])


async def test_only_the_method_shows_not_what_the_edition_before_never_priced(decisions: MemoryDecisions) -> None:
    await decisions.tell("video 5s")
    await noted(decisions, (0.5, 0.5, 0.5))
    await decisions.tell("4 images")
    found = await before(decisions)
    assert found is not None
    clip, pictures = await decisions.energy_wh("video 5s"), await decisions.energy_wh("4 images")
    assert found.energy_wh.central == pytest.approx(clip.central / 2 + pictures.central)


async def test_edition_in_force_and_one_of_another_server_are_no_earlier_ones(decisions: MemoryDecisions) -> None:
    await decisions.tell("video 5s")
    await noted(decisions, (0.5, 0.5, 0.5), book=decisions.book.version)
    assert await before(decisions) is None
    await noted(decisions, (0.5, 0.5, 0.5))
    await decisions.tell("video 5s", guild=OTHER)
    assert (await decisions.tally.show(OTHER, "all")).before is None


async def test_empty_tally_has_no_method_before(decisions: MemoryDecisions) -> None:
    await decisions.tell("video 5s")
    await noted(decisions, (0.5, 0.5, 0.5))
    decisions.clock.pass_(days=60)
    assert (await decisions.tally.show(GUILD, "7d")).before is None


async def test_prices_of_two_editions_are_kept_and_no_more(decisions: MemoryDecisions) -> None:
    await decisions.tell("video 5s")
    await decisions.tell("video 6s", guild=OTHER)
    for number, book in enumerate(("a", "b", "c"), 1):
        priced = PastEstimates(book, date(2026, 1, number), {CLIP: (1.0, 2.0, 3.0), "video;6s": (1.0, 2.0, 3.0)})
        await decisions.store.prices.keep(GUILD, priced, {CLIP, "video;6s"})
    await decisions.tally.remember_prices(GUILD)
    found = await decisions.store.prices.of(GUILD)
    assert [one.book for one in found] == [decisions.book.version, "c"]
    # Nobody in this server has counted the other one.
    assert all(set(one.wh) == {CLIP} for one in found)


async def test_prices_are_noted_again_after_an_hour_and_only_of_who_counts(decisions: MemoryDecisions) -> None:
    await decisions.tell("video 5s")
    await decisions.tally.remember_prices(GUILD)
    await decisions.tell("video 6s")
    decisions.clock.pass_(seconds=3599)
    assert decisions.tally.unremembered() == ()
    decisions.clock.pass_(seconds=1)
    assert decisions.tally.unremembered() == (GUILD,)
    await decisions.tally.remember_prices(GUILD)
    decisions.clock.pass_(days=9)
    assert decisions.tally.unremembered() == ()


async def test_prices_that_cannot_be_kept_are_tried_again(decisions: MemoryDecisions) -> None:
    await decisions.tell("video 5s")
    decisions.disk.full = True
    with pytest.raises(WriteFailed):
        await decisions.tally.remember_prices(GUILD)
    assert decisions.tally.unremembered() == (GUILD,)


async def test_usages_that_weigh_most_are_the_ones_noted(
    decisions: MemoryDecisions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.features.tally.valuation._KEPT_PRICES", 2)
    await decisions.tell("1 image")
    await decisions.tell("video 5s")
    await decisions.tell("video 6s")
    await decisions.tally.remember_prices(GUILD)
    (priced,) = await decisions.store.prices.of(GUILD)
    assert set(priced.wh) == {CLIP, "video;6s"}


async def test_model_the_book_lost_is_kept_but_not_in_the_total(decisions: MemoryDecisions) -> None:
    gone = ((f"{CLIP};model=gone-1", 2), (CLIP, 1))
    day = decisions.tally.today(GUILD)
    await decisions.store.ledger.add(Action(GUILD, day, gone, "declared", "x"))
    totals = (await decisions.tally.show(GUILD, "all")).totals
    assert (totals.unpriced, totals.total.count) == (2, 1)
    assert totals.total.energy_wh == await decisions.energy_wh("video 5s")
    prices = {row.usage: one for row, one in await decisions.tally.days(GUILD)}
    assert prices[f"{CLIP};model=gone-1"] is None
    assert (await decisions.tally.between(GUILD, day, day + timedelta(days=1))).unpriced == 2
