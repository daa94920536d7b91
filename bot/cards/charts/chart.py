"""Charts to draw, as plain values: every text in them is worded, every number rounded.

Positions are floats on the chart's scale. Nothing here draws: `chart_process` has it done in a process of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.cards.charts.ticks import Tick, decades, steps

__all__ = ["Bar", "Bin", "Chart", "DaysChart", "Distribution", "Known", "Mark", "RangeChart", "Series", "StackChart"]
__all__ += ["Tick", "Waterfall", "decades", "steps"]

MARKS, MOST_KINDS, COLUMNS = 6, 5, 366


@dataclass(frozen=True, slots=True)
class Mark:
    """A range on the scale; `said` is the same in words: "about 100 Wh (10–600 Wh)"."""

    label: str
    low: float
    central: float
    high: float
    said: str


@dataclass(frozen=True, slots=True)
class Known:
    """Something people know, to compare with: a phone charge."""

    label: str
    value: float


@dataclass(frozen=True, slots=True)
class RangeChart:
    """One to six ranges under each other on a logarithmic scale, crossed by known things."""

    title: str
    marks: tuple[Mark, ...]
    known: tuple[Known, ...] = ()
    ticks: tuple[Tick, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        _at_most(MARKS, self.marks, "marks")


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of use, with its central value on each day. `tone` is its colour, the same in every picture."""

    label: str
    values: tuple[float, ...]
    tone: int = 0


@dataclass(frozen=True, slots=True)
class DaysChart:
    """What each day, week or month used: above, its centre stacked by kind; below, the range of its total.

    The scale above is linear (`ticks`), the one below logarithmic (`range_ticks`): drawn on one, ranges as wide as
    these would leave the stacks too low to be read. `stack` and `whole` name the two.
    """

    title: str
    days: tuple[str, ...]
    series: tuple[Series, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    ticks: tuple[Tick, ...] = ()
    range_ticks: tuple[Tick, ...] = ()
    stack: str = ""
    whole: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        _at_most(COLUMNS, self.days, "days")
        _at_most(MOST_KINDS, self.series, "series")
        for values in (self.low, self.high, *(series.values for series in self.series)):
            if len(values) != len(self.days):
                raise ValueError(f"{len(values)} values for {len(self.days)} days")


@dataclass(frozen=True, slots=True)
class StackChart:
    """What some kinds use: above, their centres stacked in one bar; below, the range of each and of all.

    The bar's scale is linear, the ranges' logarithmic (`ticks`). `tones` are the colours of the kinds, as in a series;
    `all` is missing where there is one kind only. `stack` and `whole` name the two halves.
    """

    title: str
    kinds: tuple[Mark, ...]
    tones: tuple[int, ...]
    all: Mark | None = None
    ticks: tuple[Tick, ...] = ()
    stack: str = ""
    whole: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        _at_most(MOST_KINDS, self.kinds, "kinds")
        if len(self.tones) != len(self.kinds):
            raise ValueError(f"{len(self.tones)} tones for {len(self.kinds)} kinds")


@dataclass(frozen=True, slots=True)
class Bar:
    """A step of a waterfall: a figure at either end, a factor (0.5 halves) in between."""

    label: str
    value: float
    said: str


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The factors that lead from one figure to another, on a logarithmic scale.

    The last step is what no factor explains: it is hatched, and drawn up to `end` whatever its value.
    """

    title: str
    start: Bar
    steps: tuple[Bar, ...]
    end: Bar
    ticks: tuple[Tick, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        _at_most(MARKS, self.steps, "steps")


@dataclass(frozen=True, slots=True)
class Bin:
    """How many guesses fell between two values; `said` is written above: "7"."""

    low: float
    high: float
    count: int
    said: str


@dataclass(frozen=True, slots=True)
class Distribution:
    """How a room's guesses spread on a logarithmic scale, with the answer's range shaded. Nobody is named."""

    title: str
    bins: tuple[Bin, ...]
    answer: Mark
    ticks: tuple[Tick, ...] = ()
    note: str = ""


Chart = RangeChart | DaysChart | StackChart | Waterfall | Distribution


def _at_most(most: int, values: tuple[object, ...], name: str) -> None:
    if not 1 <= len(values) <= most:
        raise ValueError(f"a chart has 1 to {most} {name}, not {len(values)}")
