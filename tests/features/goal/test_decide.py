"""A goal is judged by the whole range, at the pace of the running week or month, in the server's own days."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.features.goal.decide import Chance, Goal, GoalProgress, Per, bounds, judged
from bot.store import WriteFailed
from energy import EnergyError, Interval, Usage
from tests.features.memory_decisions import ANA, GUILD, OTHER, MemoryDecisions


@pytest.mark.parametrize(
    ("ceiling", "chance"),
    [
        (30.0, Chance.SURELY),
        (29.9, Chance.PROBABLY),
        (25.0, Chance.PROBABLY),
        (20.0, Chance.PROBABLY),
        (19.0, Chance.PROBABLY_NOT),
        (10.0, Chance.PROBABLY_NOT),
        (9.0, Chance.SURELY_NOT),
    ],
)
def test_chance_follows_where_the_ceiling_cuts_the_range(ceiling: float, chance: Chance) -> None:
    assert judged(Interval(10.0, 20.0, 30.0), ceiling) is chance


def test_weeks_begin_on_monday_and_months_end_when_they_end() -> None:
    assert bounds(date(2026, 3, 4), "week") == (date(2026, 3, 2), date(2026, 3, 8))
    assert bounds(date(2026, 3, 2), "week") == bounds(date(2026, 3, 8), "week") == bounds(date(2026, 3, 4), "week")
    assert bounds(date(2024, 2, 10), "month") == (date(2024, 2, 1), date(2024, 2, 29))
    assert bounds(date(2026, 12, 31), "month") == (date(2026, 12, 1), date(2026, 12, 31))


@pytest.mark.parametrize(("per", "days", "gone"), [("week", 7, 3), ("month", 31, 4)])
async def test_pace_carries_what_was_counted_to_the_end_of_the_period(
    decisions: MemoryDecisions, per: Per, days: int, gone: int
) -> None:
    """Wednesday 4 March: three days of seven, four of thirty-one."""
    await decisions.tell("video 5s", 3)
    so_far = (await decisions.energy_wh("video 5s")).scaled(3)
    standing = await decisions.goals.set(GUILD, "1 kWh", per)
    assert standing is not None
    assert standing.goal == Goal(1000.0, per)
    assert (standing.first, standing.last) == bounds(date(2026, 3, 4), per)
    assert standing.so_far_wh == so_far
    assert standing.pace_wh == so_far.scaled(days / gone)
    assert standing.chance is judged(standing.pace_wh, 1000.0)
    assert await decisions.goals.standing(GUILD) == standing


async def test_period_before_is_judged_by_itself(decisions: MemoryDecisions) -> None:
    decisions.clock.moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
    await decisions.tell("video 5s", 2)
    decisions.clock.moment = datetime(2026, 3, 2, 12, tzinfo=UTC)
    await decisions.tell("1 image")
    standing = await decisions.goals.set(GUILD, "1 kWh", "week")
    assert standing is not None
    assert standing.last_time_wh == (await decisions.energy_wh("video 5s")).scaled(2)
    assert standing.last_time is judged(standing.last_time_wh, 1000.0)
    assert standing.so_far_wh == await decisions.energy_wh("1 image")


async def test_pace_that_is_too_high_is_not_lost_for_sure_before_it_is_counted(decisions: MemoryDecisions) -> None:
    await decisions.tell("video 5s", 3)
    so_far = (await decisions.energy_wh("video 5s")).scaled(3)
    pace = so_far.scaled(7 / 3)
    between = (so_far.low + pace.low) / 2
    cases = [(pace.low * 1.01, False), (between, True), (so_far.low * 1.01, True), (so_far.low * 0.99, False)]
    for ceiling, out_of_pace in cases:
        standing = await decisions.goals.set(GUILD, f"{ceiling} Wh", "week")
        assert standing is not None
        assert standing.out_of_pace is out_of_pace
        sure = ceiling < so_far.low
        assert standing.chance is (Chance.SURELY_NOT if sure else Chance.PROBABLY_NOT)


async def test_week_is_that_of_the_servers_zone(decisions: MemoryDecisions) -> None:
    """Sunday evening here is Monday in Auckland, where the new week has nothing in it yet."""
    decisions.clock.moment = datetime(2026, 3, 8, 9, tzinfo=UTC)
    for guild, zone in ((GUILD, None), (OTHER, "Pacific/Auckland")):
        await decisions.settings.choose_zone(guild, zone)
        await decisions.tell("video 5s", guild=guild)
        await decisions.goals.set(guild, "1 kWh", "week")
    decisions.clock.moment = datetime(2026, 3, 8, 12, tzinfo=UTC)
    here, there = await decisions.goals.standing(GUILD), await decisions.goals.standing(OTHER)
    assert here is not None
    assert there is not None
    assert (here.first, there.first) == (date(2026, 3, 2), date(2026, 3, 9))
    assert here.so_far_wh.central > 0
    assert there.so_far_wh.central == 0
    assert there.last_time_wh == here.so_far_wh


@pytest.mark.parametrize("typed", ["none", " None ", "OFF", "aucun"])
async def test_goal_is_ended_in_either_language(decisions: MemoryDecisions, typed: str) -> None:
    await decisions.goals.set(GUILD, "1 kWh", "week")
    assert await decisions.goals.set(GUILD, typed, "month") is None
    assert await decisions.goals.of(GUILD) is None
    assert await decisions.goals.standing(GUILD) is None
    assert await decisions.store.notes.of(GUILD) == {}


@pytest.mark.parametrize("typed", ["10 kW", "lots", "0 kWh", "-1 kWh", "", "`@everyone`"])
async def test_what_is_no_energy_is_refused_and_the_goal_stays(decisions: MemoryDecisions, typed: str) -> None:
    await decisions.goals.set(GUILD, "1 kWh", "week")
    with pytest.raises(EnergyError):
        await decisions.goals.set(GUILD, typed, "month")
    assert await decisions.goals.of(GUILD) == Goal(1000.0, "week")


async def test_goal_stays_with_its_server_and_survives_a_restart(decisions: MemoryDecisions) -> None:
    await decisions.goals.set(GUILD, "1,5 MWh", "month")
    anew = await decisions.again()
    assert await anew.goals.of(GUILD) == Goal(1.5e6, "month")
    assert await anew.goals.of(OTHER) is None


async def test_goal_that_cannot_be_kept_is_not_set(decisions: MemoryDecisions) -> None:
    await decisions.goals.set(GUILD, "1 kWh", "week")
    decisions.disk.full = True
    with pytest.raises(WriteFailed):
        await decisions.goals.set(GUILD, "2 kWh", "week")
    assert await decisions.goals.of(GUILD) == Goal(1000.0, "week")


async def progress(decisions: MemoryDecisions, ceiling_wh: float) -> GoalProgress:
    found = await decisions.goals.set(GUILD, f"{ceiling_wh:.17g} Wh", "week")
    assert found is not None
    assert found.goal.energy_wh == ceiling_wh
    return found


@pytest.mark.parametrize(
    ("share_of_low", "chance", "out_of_pace"),
    [(2.0, Chance.PROBABLY_NOT, True), (1.0, Chance.PROBABLY_NOT, True), (0.9, Chance.SURELY_NOT, False)],
)
async def test_a_goal_is_surely_missed_only_where_what_was_counted_is_too_much(
    decisions: MemoryDecisions, share_of_low: float, chance: Chance, out_of_pace: bool
) -> None:
    await decisions.tally.add(GUILD, ANA, "one", [Usage("video", 5.0, 3)])
    counted = (await progress(decisions, 1000.0)).so_far_wh
    ceiling_wh = counted.low * share_of_low
    found = await progress(decisions, ceiling_wh)
    # It is Wednesday: three days of seven have passed.
    assert found.pace_wh.low == pytest.approx(counted.low * 7 / 3)
    assert found.pace_wh.low > ceiling_wh
    assert (found.chance, found.out_of_pace) == (chance, out_of_pace)
