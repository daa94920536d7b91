"""A goal is lost for sure only by what was counted: a pace can still change."""

from __future__ import annotations

import pytest

from bot.features.goal.decide import Chance, GoalProgress
from bot.start.program import Program
from energy import Usage

GUILD, PERSON = 7, 1


async def progress(program: Program, ceiling_wh: float) -> GoalProgress:
    found = await program.decisions.goals.set(GUILD, f"{ceiling_wh:.17g} Wh", "week")
    assert found is not None
    assert found.goal.energy_wh == ceiling_wh
    return found


@pytest.mark.parametrize(
    ("share_of_low", "chance", "out_of_pace"),
    [(2.0, Chance.PROBABLY_NOT, True), (1.0, Chance.PROBABLY_NOT, True), (0.9, Chance.SURELY_NOT, False)],
)
async def test_a_goal_is_surely_missed_only_where_what_was_counted_is_too_much(
    program: Program, share_of_low: float, chance: Chance, out_of_pace: bool
) -> None:
    await program.decisions.tally.add(GUILD, PERSON, "one", [Usage("video", 5.0, 3)])
    counted = (await progress(program, 1000.0)).so_far_wh
    ceiling_wh = counted.low * share_of_low
    found = await progress(program, ceiling_wh)
    # It is Wednesday: three days of seven have passed.
    assert found.pace_wh.low == pytest.approx(counted.low * 7 / 3)
    assert found.pace_wh.low > ceiling_wh
    assert (found.chance, found.out_of_pace) == (chance, out_of_pace)
