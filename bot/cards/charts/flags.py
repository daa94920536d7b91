"""Labels of known things above a chart, arranged so that no line runs through another's label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.cards.charts.lettering import fit, width
from bot.cards.charts.page import ROOM

_AWAY, _APART = 10, 14


@dataclass(frozen=True, slots=True)
class Flag:
    """A label beside the top of its line: to the right of it, or to the left."""

    label: str
    x: float
    leftward: bool = False

    @property
    def start(self) -> float:
        """Where the label begins."""
        return self.x - _AWAY - width(self.label) if self.leftward else self.x + _AWAY

    @property
    def end(self) -> float:
        """Where the label ends."""
        return self.start + width(self.label)

    def covers(self, x: float) -> bool:
        """Whether a line at that place would run through the label."""
        return self.start - _APART / 2 < x < self.end + _APART / 2

    def meets(self, other: Flag) -> bool:
        """Whether the two labels would touch at the same height."""
        return self.start < other.end + _APART and other.start < self.end + _APART


def arranged(known: Iterable[tuple[str, float]]) -> list[tuple[Flag, int]]:
    """Flags for labels and the places of their lines, each with its level: 0 is the lowest."""
    rightward, leftward = list[Flag](), list[Flag]()
    for label, x in sorted(((label, x) for label, x in known if label.strip()), key=lambda each: -each[1]):
        flag = Flag(fit(label, max(x, ROOM - x) - _AWAY), x)
        turned = replace(flag, leftward=True)
        if flag.end > ROOM or (turned.start >= 0 and any(flag.covers(other.x) for other in leftward)):
            leftward.append(turned)
        else:
            rightward.append(flag)
    # A line hangs down from its flag: a label stands above all those whose lines it covers.
    placed = list[tuple[Flag, int]]()
    for flag in [*rightward, *reversed(leftward)]:
        placed.append((flag, _lowest(flag, placed)))
    return placed


def _lowest(flag: Flag, placed: Sequence[tuple[Flag, int]]) -> int:
    return 1 + max((level for other, level in placed if flag.meets(other) or flag.covers(other.x)), default=-1)
