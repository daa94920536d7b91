"""A clock that moves when told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Hands:
    """Stands still at a moment; `pass_` moves it."""

    def __init__(self, moment: datetime = datetime(2026, 3, 4, 12, tzinfo=UTC)) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def pass_(self, **time: float) -> None:
        self.moment += timedelta(**time)
