"""`python -m bot`, or the script `wattson`."""

from __future__ import annotations

import sys

from energy import run_program


def main() -> int:
    """Run the bot with the arguments of the command line and return its exit status."""
    try:
        # Imported here: all it loads takes most of a second, in which Ctrl-C should end as quietly as later.
        from bot.start.app import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 0


def entry() -> None:
    """The script `wattson`."""
    run_program(main)


if __name__ == "__main__":
    entry()
