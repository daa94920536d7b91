"""How often one person may ask for what takes effort, such as pictures."""

from __future__ import annotations

import math
from collections import OrderedDict, deque

from bot.clock import Clock
from energy import Refusal

_MOST_PEOPLE = 10_000


class Cooldown:
    """Lets each person do something `times` times within `seconds`; kept in memory, for the latest people only."""

    def __init__(self, clock: Clock, times: int = 5, seconds: float = 60.0) -> None:
        self._clock = clock
        self._times = times
        self._seconds = seconds
        self._done: OrderedDict[int, deque[float]] = OrderedDict()

    def until(self, person: int) -> int | None:
        """Count one more for a person and return None; where it is too soon, count nothing and say when (Unix time)."""
        now = self._clock.now().timestamp()
        done = self._done.setdefault(person, deque(maxlen=self._times))
        self._done.move_to_end(person)
        if len(self._done) > _MOST_PEOPLE:
            self._done.popitem(last=False)
        if len(done) == self._times and now - done[0] < self._seconds:
            return math.ceil(done[0] + self._seconds)
        done.append(now)
        return None

    def check(self, person: int) -> None:
        """Count one more for a person. Raises Refusal where it is too soon, with the moment it works again."""
        if (moment := self.until(person)) is not None:
            raise Refusal("picture.wait", "Too many pictures at once: try again soon.", until=str(moment))
