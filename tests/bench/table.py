"""A line of the table that `python -m tests.bench` prints, and the table."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, ours, the rival's in the same run, one against the other, and what was aimed at."""

    what: str
    ours: str
    rival: str = ""
    ratio: str = ""
    target: str = ""


def markdown(rows: Iterable[Row]) -> str:
    """The table as the README shows it."""
    head = "| what | Wattson | beside it | ratio | target |\n|---|---|---|---|---|"
    lines = (f"| {row.what} | {row.ours} | {row.rival} | {row.ratio} | {row.target} |" for row in rows)
    return "\n".join((head, *lines))


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios of rounds taken in turns: what slows the machine slows both of a pair."""
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


def median(values: Sequence[float], unit: str, digits: int = 0) -> str:
    """The middle one, as the table says it."""
    return f"{statistics.median(values):,.{digits}f} {unit}".replace(" /s", "/s")


def against(
    what: str,
    ours: Sequence[float],
    rival: str,
    theirs: Sequence[float],
    unit: str,
    target: str = "",
    digits: int = 0,
) -> Row:
    """Ours beside a rival's, measured in turns."""
    beside = f"{median(theirs, unit, digits)} ({rival})"
    return Row(what, median(ours, unit, digits), beside, f"{ratio(ours, theirs):.2f}×", target)


def measured(part: str) -> list[Row]:
    """The lines of one part: its module's `rows`."""
    found: list[Row] = import_module(f"tests.bench.{part}").rows()
    return found
