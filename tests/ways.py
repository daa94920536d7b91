"""The way of a request through the code: `python -m tests.ways [--show]` prints one table.

For each request: how many of the project's files and functions it visits, and how often it changes from one file to
another, on the event loop, until everything that follows from it is done. What stands between the test and Discord
(the simulated one) is not counted.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from bot.discord_io.client import Wattson
from bot.discord_io.registration import Registration
from bot.features.learn import message_refresher
from bot.start.wiring import opened
from config.settings import Settings
from energy import load_book

from .chat.classroom import begun
from .chat.hands import Hands
from .chat.simulated import Chat

ROOT = Path(__file__).parents[1]
ROOMS = tuple(f"{ROOT / room}/" for room in ("bot", "config", "energy"))
STAGE = str(ROOT / "bot/start/playground.py")
THREE = "4 images with flux, a 10 second 1080p clip with veo and a page of text"


class Way:
    """Counts while it is entered."""

    def __init__(self) -> None:
        self.files: dict[str, None] = {}
        self.functions: set[CodeType] = set()
        self.changes = 0
        self._last = ""

    def __enter__(self) -> Way:
        sys.setprofile(self._seen)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _seen(self, frame: FrameType, event: str, _: Any) -> None:
        file = frame.f_code.co_filename
        if event != "call" or not file.startswith(ROOMS) or file == STAGE:
            return
        self.files[file] = None
        self.functions.add(frame.f_code)
        self.changes += file != self._last
        self._last = file


async def walked(what: str, do: Callable[[], Awaitable[Any]], *, show: bool) -> None:
    """Print the row of one request."""
    with Way() as way:
        await do()
    print(f"| {what} | {len(way.files)} | {len(way.functions)} | {way.changes} |")
    for file in way.files if show else ():
        names = sorted(getattr(code, "co_qualname", code.co_name) for code in way.functions if code.co_filename == file)
        print(f"    {Path(file).relative_to(ROOT)}: {', '.join(names)}")


async def main(*, show: bool) -> None:
    """Drive the bot and print the table."""
    message_refresher.EVERY_S = 0.0
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Settings(), Path(folder) / "wattson.db", load_book(), Hands()) as program:
            chat = Chat(lambda: Wattson(program.io, program.features, Registration()))
            await chat.open()
            print("| request | files | functions | changes of file |\n|---|---|---|---|")
            clip = lambda: chat.slash("cost video", duration="5s")  # noqa: E731 - asked twice
            await walked("`/cost video 5s`, first", clip, show=show)
            await walked("`/cost video 5s`, again", clip, show=show)
            await walked("`/tally add 3 images`", lambda: chat.slash("tally add", activity="3 images"), show=show)
            await walked("`/ask` with three uses", lambda: chat.slash("ask", question=THREE), show=show)
            lesson = await begun(chat, program)
            await walked("a lesson's next step", lesson.next, show=show)
            await chat.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.ways", description=__doc__.split("\n")[0])
    parser.add_argument("--show", action="store_true", help="every file with its functions")
    asyncio.run(main(show=parser.parse_args().show))
