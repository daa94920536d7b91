"""The real bot, sent to the stand-in instead of Discord: `python -m tests.wire.launch PORT [bot arguments]`."""

from __future__ import annotations

import sys

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import INTERNAL_API_VERSION, Route


def aim(port: int) -> None:
    """Replace the two addresses of Discord written into discord.py; all others it learns from these."""
    Route.BASE = f"http://127.0.0.1:{port}/api/v{INTERNAL_API_VERSION}"
    # An unsharded client never asks /gateway/bot; it starts, and after a lost session restarts, here.
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://127.0.0.1:{port}/")


def main() -> int:
    """Run the bot as `python -m bot` would, and pass on its exit status."""
    port, *arguments = sys.argv[1:]
    aim(int(port))
    # Imported after aiming, so that nothing the bot does at import can reach the real addresses.
    from bot.__main__ import main as run_bot

    sys.argv = ["bot", *arguments]
    return run_bot()


if __name__ == "__main__":
    sys.exit(main())
