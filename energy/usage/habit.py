"""How often a use is made: by how many people, how many times, in what time, for how long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, Self, get_args

from energy.values.errors import Refusal

Period = Literal["day", "week", "month", "year"]
# A little more than everyone alive; once in a hundred years to once in nine seconds, day and night.
MAX_PEOPLE = 10_000_000_000
MIN_TIMES, MAX_TIMES = 0.01, 10_000.0
MAX_PERIODS = 1_000_000


@dataclass(frozen=True, slots=True)
class Habit:
    """`people` people do it `times` times, `per` day, week, month or year where that was said, over `periods` of them.

    Raises Refusal where a number is outlandish, ValueError for an unknown period.
    """

    NAMES: ClassVar[frozenset[str]] = frozenset(("people", "times", "per", "periods"))

    people: int = 1
    times: float = 1.0
    per: Period | None = None
    periods: int | None = None

    def __post_init__(self) -> None:
        if self.per is not None and self.per not in get_args(Period):
            raise ValueError(f"{self.per!r} is no period")
        require_people(self.people, str(self.people))
        require_times(self.times, self.per)
        if self.periods is not None and not 1 <= self.periods <= MAX_PERIODS:
            raise Refusal(
                "count.range",
                f"{self.periods} periods are out of reach: give a whole number from 1 to {MAX_PERIODS}, such as 4.",
                read=str(self.periods)[:40],
                most=str(MAX_PERIODS),
            )

    @classmethod
    def of_pairs(cls, said: Mapping[str, str]) -> Self | None:
        """The habit whose `pairs` are among these; None where none is. Raises ValueError, Refusal as ever."""
        if not said.keys() & cls.NAMES:
            return None
        per: Period | None = next((per for per in get_args(Period) if per == said.get("per")), None)
        if "per" in said and per is None:
            raise ValueError(f"{said['per']!r} is no period")
        periods = int(said["periods"]) if "periods" in said else None
        return cls(int(said.get("people", 1)), float(said.get("times", 1.0)), per, periods)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The names and texts of it, in the order of the text form."""
        given = (
            ("people", self.people),
            ("times", f"{self.times:.12g}"),
            ("per", self.per),
            ("periods", self.periods),
        )
        return tuple((name, str(value)) for name, value in given if value is not None)


def require_people(people: int, read: str) -> None:
    """Raise Refusal where people are fewer than 1 or more than MAX_PEOPLE; `read` is how they were said."""
    if not 1 <= people <= MAX_PEOPLE:
        raise Refusal(
            "people.range",
            f"{read} people is out of reach: give 1 to {MAX_PEOPLE}, such as 1000.",
            read=read[:40],
            most=str(MAX_PEOPLE),
        )


def require_times(times: float, per: Period | None) -> None:
    """Raise Refusal where times are outside MIN_TIMES to MAX_TIMES."""
    if not MIN_TIMES <= times <= MAX_TIMES:
        raise Refusal(
            "times.range",
            f"{times:g} times per {per or 'day'} is out of reach: give {MIN_TIMES:g} to {MAX_TIMES:g}, such as 3.",
            read=f"{times:g}",
            per=per or "day",
            least=f"{MIN_TIMES:g}",
            most=f"{MAX_TIMES:g}",
        )
