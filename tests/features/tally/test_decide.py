"""A tally decides: what can be counted, counted once, taken back by its author, re-priced by today's book."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.store import WriteFailed
from energy import EnergyError, Refusal
from tests.chat.hands import Hands
from tests.features.memory_decisions import ANA, BO, GUILD, OTHER, MemoryDecisions

REFUSED: list[tuple[str, int, str]] = [
    ("what's the weather", 1, "ask.unreadable"),
    ("video 5s", 0, "times.whole"),
    ("video 5s", -3, "times.whole"),
    ("video 5s", 10**10, "count.range"),
    ("video -5s", 1, "ask.unreadable"),
]


@pytest.mark.parametrize(("words", "how_often", "code"), REFUSED)
async def test_what_cannot_be_counted_is_refused_and_counts_nothing(
    decisions: MemoryDecisions, words: str, how_often: int, code: str
) -> None:
    with pytest.raises(EnergyError) as refused:
        await decisions.tell(words, how_often)
    assert refused.value.code == code
    assert await decisions.store.ledger.guilds() == set()


async def test_one_use_more_than_an_entry_may_have_is_refused(
    decisions: MemoryDecisions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.features.tally.decide._MOST_ITEMS", 2)
    assert len(await decisions.tally.read(GUILD, "1 image, 1 page")) == 2
    with pytest.raises(Refusal) as refused:
        await decisions.tally.read(GUILD, "1 image, 1 page, 1 song")
    assert (refused.value.code, refused.value.params) == ("tally.many", {"most": "2"})


async def test_what_is_told_several_times_is_so_many_items(decisions: MemoryDecisions) -> None:
    (usage,) = await decisions.tally.read(GUILD, "4 images", 3)
    assert usage.count == 12


async def test_what_was_added_comes_back_with_the_month_it_is_in(decisions: MemoryDecisions) -> None:
    decisions.clock.pass_(days=-30)
    await decisions.tell("9 images")
    decisions.clock.pass_(days=30)
    added = await decisions.tell("video 5s", 3)
    assert added.new
    assert added.month is not None
    assert added.month.total.count == 3
    assert added.month.total.energy_wh == (await decisions.energy_wh("video 5s")).scaled(3)


async def test_same_interaction_delivered_twice_counts_once(decisions: MemoryDecisions) -> None:
    first = await decisions.tell("video 5s", source="interaction:3")
    again = await decisions.tell("video 5s", source="interaction:3")
    assert (first.new, again.new) == (True, False)
    assert await decisions.counted() == 1


async def test_undo_delivered_twice_takes_back_one_entry(decisions: MemoryDecisions) -> None:
    for _ in range(3):
        await decisions.tell("video 5s")
    taken = [await decisions.tally.undo(GUILD, ANA, "interaction:9") for _ in range(3)]
    assert [len(usages) for usages in taken] == [1, 0, 0]
    assert await decisions.counted() == 2


async def test_nobody_takes_back_what_somebody_else_told(decisions: MemoryDecisions) -> None:
    added = await decisions.tell("video 5s")
    with pytest.raises(Refusal, match="nothing of yours"):
        await decisions.tally.undo(GUILD, BO, "interaction:40", added.source)
    with pytest.raises(Refusal, match="nothing of yours"):
        await decisions.tally.undo(GUILD, BO, "interaction:41")
    assert await decisions.counted() == 1


async def test_undo_takes_back_the_last_entry_of_that_person_or_the_one_named(decisions: MemoryDecisions) -> None:
    first = await decisions.tell("video 5s")
    await decisions.tell("2 images")
    await decisions.tell("1 page", person=BO)
    (named,) = await decisions.tally.undo(GUILD, ANA, "interaction:40", first.source)
    (last,) = await decisions.tally.undo(GUILD, ANA, "interaction:41")
    assert (named.activity, last.activity, last.count) == ("video", "image", 2)
    assert await decisions.tally.undo(GUILD, ANA, "interaction:42", first.source) == ()
    assert set((await decisions.tally.show(GUILD, "all")).totals.kinds) == {"text"}


async def test_what_a_bot_made_is_counted_once_and_taken_back_with_its_message(decisions: MemoryDecisions) -> None:
    items = (("image;1image", 4),)
    assert await decisions.tally.count(GUILD, items, "message:1", ANA)
    assert not await decisions.tally.count(GUILD, items, "message:1", ANA)
    with pytest.raises(Refusal):
        await decisions.tally.undo(GUILD, ANA, "interaction:40")
    assert set((await decisions.tally.show(GUILD, "all")).totals.origins) == {"counted"}
    assert await decisions.tally.uncount(GUILD, "message:1")
    assert not await decisions.tally.uncount(GUILD, "message:1")
    assert await decisions.counted() == 0


async def test_total_is_the_sum_of_its_kinds_and_of_its_origins(decisions: MemoryDecisions) -> None:
    await decisions.tell("video 5s", 3)
    await decisions.tell("4 images", origin="estimated")
    totals = (await decisions.tally.show(GUILD, "7d")).totals
    clip, pictures = await decisions.energy_wh("video 5s"), await decisions.energy_wh("4 images")
    assert totals.total.count == 7
    for end in ("low", "central", "high"):
        parts = (getattr(clip.scaled(3), end), getattr(pictures, end))
        assert getattr(totals.total.energy_wh, end) == pytest.approx(sum(parts))
        assert (
            getattr(totals.kinds["video"].energy_wh, end),
            getattr(totals.kinds["image"].energy_wh, end),
        ) == pytest.approx(parts)
        assert (
            getattr(totals.origins["declared"].energy_wh, end),
            getattr(totals.origins["estimated"].energy_wh, end),
        ) == pytest.approx(parts)


async def test_server_is_priced_at_the_place_it_chose(decisions: MemoryDecisions) -> None:
    for guild, place in ((GUILD, "Poland"), (OTHER, "France")):
        await decisions.settings.choose_place(guild, place)
        await decisions.tell("video 5s", guild=guild)
    poland, france = [(await decisions.tally.show(guild, "all")).totals.total.carbon_g for guild in (GUILD, OTHER)]
    assert poland.central > france.central


async def test_time_without_entries_is_empty_and_all_time_is_not(decisions: MemoryDecisions) -> None:
    await decisions.tell("video 5s")
    decisions.clock.pass_(days=29)
    assert (await decisions.tally.show(GUILD, "30d")).totals.total.count == 1
    decisions.clock.pass_(days=1)
    assert (await decisions.tally.show(GUILD, "30d")).totals.total.count == 0
    assert await decisions.counted() == 1


async def test_days_are_those_of_the_servers_time_zone(decisions: MemoryDecisions) -> None:
    await decisions.settings.choose_zone(GUILD, "Pacific/Auckland")
    decisions.clock.moment = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)
    await decisions.tell("1 image")
    await decisions.tell("1 image", guild=OTHER)
    ((row, _),) = await decisions.tally.days(GUILD)
    ((other, _),) = await decisions.tally.days(OTHER)
    assert (row.day, other.day) == (date(2026, 3, 5), date(2026, 3, 4))


@pytest.mark.parametrize(("first", "last", "count"), [(0, 0, 2), (0, 1, 5), (1, 1, 3), (2, 9, 0)])
async def test_days_between_count_both_ends(decisions: MemoryDecisions, first: int, last: int, count: int) -> None:
    day = decisions.tally.today(GUILD)
    await decisions.tell("2 images")
    decisions.clock.pass_(days=1)
    await decisions.tell("3 images")
    found = await decisions.tally.between(GUILD, day + timedelta(days=first), day + timedelta(days=last))
    assert found.total.count == count


async def test_every_change_is_told_once_and_a_repeated_one_is_none(decisions: MemoryDecisions) -> None:
    told: list[int] = []
    decisions.tally.on_change = told.append
    await decisions.tell("video 5s", source="interaction:3")
    await decisions.tell("video 5s", source="interaction:3")
    assert told == [GUILD]
    await decisions.tally.undo(GUILD, ANA, "interaction:9")
    await decisions.tally.undo(GUILD, ANA, "interaction:9")
    assert told == [GUILD, GUILD]


async def test_what_cannot_be_written_is_refused_and_not_counted(decisions: MemoryDecisions) -> None:
    told: list[int] = []
    decisions.tally.on_change = told.append
    decisions.disk.full = True
    with pytest.raises(WriteFailed):
        await decisions.tell("video 5s")
    assert (await decisions.counted(), told, decisions.tally.unremembered()) == (0, [], ())


async def test_what_was_counted_stands_where_the_month_cannot_be_read(decisions: MemoryDecisions) -> None:
    decisions.disk.unreadable = True
    added = await decisions.tell("video 5s")
    assert (added.new, added.month) == (True, None)
    decisions.disk.unreadable = False
    assert await decisions.counted() == 1


async def test_export_has_every_day_with_what_one_item_takes(decisions: MemoryDecisions, clock: Hands) -> None:
    await decisions.tell("video 5s", 2)
    clock.pass_(days=1)
    await decisions.tell("1 image")
    (first, clip), (second, picture) = await decisions.tally.days(GUILD)
    assert (first.day, first.usage, first.count) == (date(2026, 3, 4), "video;5s", 2)
    assert second.day == date(2026, 3, 5)
    assert clip is not None
    assert picture is not None
    assert clip.energy_wh == await decisions.energy_wh("video 5s")
    assert picture.energy_wh == await decisions.energy_wh("1 image")


@pytest.mark.parametrize(("most", "refused"), [(1, True), (2, False)])
async def test_export_larger_than_discord_takes_is_refused(
    decisions: MemoryDecisions, monkeypatch: pytest.MonkeyPatch, most: int, refused: bool
) -> None:
    await decisions.tell("2 images and a video of 5s")
    monkeypatch.setattr("bot.features.tally.decide._MOST_EXPORTED", most)
    if not refused:
        assert len(await decisions.tally.days(GUILD)) == 2
        return
    with pytest.raises(Refusal) as large:
        await decisions.tally.days(GUILD)
    assert large.value.code == "tally.large"


async def test_fifty_uses_are_counted_at_once(decisions: MemoryDecisions) -> None:
    counted = await decisions.tally.read(7, "+".join(["gif"] * 50))
    assert [usage.activity for usage in counted] == ["video"] * 50
