"""`python -m bot`, or the script `wattson`."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run the bot with the arguments of the command line and return its exit status."""
    from bot.app import run

    try:
        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 0


def entry() -> None:
    """The script `wattson`."""
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has left; keep the interpreter from complaining when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    sys.exit(status)


if __name__ == "__main__":
    entry()
