"""The computer's own clock."""

from __future__ import annotations

from datetime import UTC, datetime


class ComputerClock:
    """Now, in UTC."""

    def now(self) -> datetime:
        """This moment."""
        return datetime.now(UTC)
