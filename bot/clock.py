"""What time it is, as the whole program asks for it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """This moment, with its time zone (UTC)."""
        ...
