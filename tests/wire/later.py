"""The real bot some days from now, whose minutes take a tenth of a second: `python -m tests.wire.later PORT DAYS`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

from .launch import aim
from .launch import main as launch

MINUTE_S = 0.1


def main() -> int:
    """Set clock and minutes, then run the bot as ever."""
    aim(int(sys.argv[1]))
    days = timedelta(days=int(sys.argv.pop(2)))
    from bot.discord_io import periodic_jobs
    from bot.start import wiring

    class Later:
        """The clock of that day."""

        def now(self) -> datetime:
            return datetime.now(UTC) + days

    periodic_jobs.EVERY_S = MINUTE_S
    setattr(wiring, "ComputerClock", Later)  # noqa: B010 - a class, to a type checker, is no variable
    return launch()


if __name__ == "__main__":
    sys.exit(main())
