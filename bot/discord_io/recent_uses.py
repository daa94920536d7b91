"""What a person asked a moment ago, to offer it again: in memory only, a few uses each, gone at a restart."""

from __future__ import annotations

from collections import OrderedDict

from energy import Usage

_MOST_PEOPLE, _MOST_EACH = 2_000, 5


class Recent:
    """The latest uses of the latest people; no word anybody typed is kept, only the use that was read from it."""

    def __init__(self) -> None:
        self._asked: OrderedDict[int, tuple[Usage, ...]] = OrderedDict()

    def remember(self, person: int, usage: Usage) -> None:
        """Put a use first among a person's."""
        others = tuple(u for u in self._asked.pop(person, ()) if u != usage)
        self._asked[person] = (usage, *others)[:_MOST_EACH]
        if len(self._asked) > _MOST_PEOPLE:
            self._asked.popitem(last=False)

    def of(self, person: int) -> tuple[Usage, ...]:
        """A person's latest uses, the newest first."""
        return self._asked.get(person, ())

    def forget(self, person: int) -> None:
        """Drop a person's."""
        self._asked.pop(person, None)
