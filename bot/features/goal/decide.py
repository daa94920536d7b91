"""A server's own ceiling for a week or a month, answered in words that respect the range."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal, get_args

from bot.features.goal.notes import GOAL, GoalNote
from bot.features.tally import TallyService
from bot.store import Notes, read_note
from energy import Interval, read_energy

Per = Literal["week", "month"]
PER: tuple[Per, ...] = get_args(Per)
# What somebody types to have no goal, in either language.
NO_GOAL = "none"
_NONE = frozenset((NO_GOAL, "off", "aucun"))


class Chance(StrEnum):
    """Whether a range stays below a ceiling."""

    SURELY = "surely"
    PROBABLY = "probably"
    PROBABLY_NOT = "probably_not"
    SURELY_NOT = "surely_not"


@dataclass(frozen=True, slots=True)
class Goal:
    """So much facility energy (Wh) at most in each week or month."""

    energy_wh: float
    per: Per


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """Where a server stands: the running period so far, at this pace until its end, and the period before.

    `out_of_pace` where only the pace lies wholly above the goal: then nothing is lost for sure.
    """

    goal: Goal
    first: date
    last: date
    so_far_wh: Interval
    pace_wh: Interval
    chance: Chance
    last_time_wh: Interval
    last_time: Chance
    out_of_pace: bool = False


class Goals:
    """Sets and judges goals."""

    def __init__(self, tally: TallyService, notes: Notes) -> None:
        self._tally = tally
        self._notes = notes

    async def set(self, guild: int, typed: str, per: Per) -> GoalProgress | None:
        """Set a goal from what somebody typed, "10 kWh", or have none, "none". Raises Refusal, WriteFailed."""
        if typed.strip().casefold() in _NONE:
            await self._notes.put(guild, GOAL.name, None)
            return None
        goal = Goal(read_energy(typed), per)
        await self._notes.put(guild, GOAL.name, GoalNote(wh=goal.energy_wh, per=per).text())
        return await self._standing(guild, goal)

    async def of(self, guild: int) -> Goal | None:
        """A server's goal."""
        note = await read_note(self._notes, guild, GOAL)
        return Goal(note.wh, note.per) if note is not None else None

    async def standing(self, guild: int) -> GoalProgress | None:
        """Where a server stands; None without a goal."""
        goal = await self.of(guild)
        return await self._standing(guild, goal) if goal is not None else None

    async def _standing(self, guild: int, goal: Goal) -> GoalProgress:
        today = self._tally.today(guild)
        first, last = bounds(today, goal.per)
        so_far = (await self._tally.between(guild, first, today)).total.energy_wh
        pace = so_far.scaled(((last - first).days + 1) / ((today - first).days + 1))
        before_first, before_last = bounds(first - timedelta(days=1), goal.per)
        before = (await self._tally.between(guild, before_first, before_last)).total.energy_wh
        chance = judged(pace, goal.energy_wh)
        # What is counted can be too much for sure; a pace can change.
        out_of_pace = chance is Chance.SURELY_NOT and so_far.low <= goal.energy_wh
        if out_of_pace:
            chance = Chance.PROBABLY_NOT
        return GoalProgress(
            goal, first, last, so_far, pace, chance, before, judged(before, goal.energy_wh), out_of_pace
        )


def judged(energy: Interval, ceiling_wh: float) -> Chance:
    """Whether a range stays at or below a ceiling: all of it, its centre, only its low end, or none."""
    if energy.high <= ceiling_wh:
        return Chance.SURELY
    if energy.central <= ceiling_wh:
        return Chance.PROBABLY
    return Chance.PROBABLY_NOT if energy.low <= ceiling_wh else Chance.SURELY_NOT


def bounds(day: date, per: Per) -> tuple[date, date]:
    """The first and last day of the week (from Monday) or month a day lies in."""
    if per == "week":
        first = day - timedelta(days=day.weekday())
        return first, first + timedelta(days=6)
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
