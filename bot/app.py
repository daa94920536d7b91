"""Starting the bot: with a token towards Discord, without one as the playground. Failures end in one sentence."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import signal
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path

from bot.parts import Parts, StartError
from bot.wiring import opened
from config.catalog import CatalogError
from config.settings import Settings, SettingsError, load_settings
from energy import BookError

FAILED = 1
KEEPING = {
    "export": "write a server's tally to a file, also while the bot runs",
    "import": "add an exported tally to a server, while the bot is stopped",
    "backup": "copy the database and its key, also while the bot runs",
}


def run(arguments: Sequence[str]) -> int:
    """Run the bot until it is stopped; returns the exit status."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("discord").setLevel(logging.WARNING)
    # Its warnings are about voice libraries, which this bot has no use for.
    logging.getLogger("discord.client").setLevel(logging.ERROR)
    try:
        settings = load_settings(wattson_language=options.language, wattson_playground_port=options.port)
        if options.word == "say":
            from bot.terminal import say

            return asyncio.run(_say(options.command, settings, say))
        if options.word in KEEPING:
            return _keep(options, settings)
        asyncio.run(_serve(settings, demo=options.demo))
    except (SettingsError, CatalogError, BookError, StartError) as error:
        print(f"wattson: {error}")
        return FAILED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="wattson",
        description="Answers in Discord what generative AI takes. Without DISCORD_TOKEN: a playground in the browser.",
    )
    language = {"choices": ("en", "fr"), "help": "language of a new server (WATTSON_LANGUAGE)"}
    parser.add_argument("--language", **language)  # type: ignore[arg-type]
    parser.add_argument("--port", type=int, help="port of the playground (WATTSON_PLAYGROUND_PORT; 0: any free one)")
    parser.add_argument("--demo", action="store_true", help="the playground with a made-up month of a community in it")
    words = parser.add_subparsers(dest="word", metavar="WORD")
    say = words.add_parser("say", help="print what a command answers")
    say.add_argument("command", help='such as "/cost video duration:5s"')
    say.add_argument("--language", default=argparse.SUPPRESS, **language)  # type: ignore[arg-type]
    for word, what in KEEPING.items():
        keeping = words.add_parser(word, help=what)
        if word != "backup":
            keeping.add_argument("--server", type=int, required=True, help="the server's Discord number")
        keeping.add_argument("file", type=Path, help="a new file" if word == "backup" else "FILE.csv or FILE.jsonl")
    return parser


def _keep(options: argparse.Namespace, settings: Settings) -> int:
    from bot import keeping

    database, file = settings.database, options.file
    if options.word == "backup":
        said = keeping.backup(database, file)
    elif options.word == "export":
        said = asyncio.run(keeping.export(database, options.server, file))
    else:
        said = asyncio.run(keeping.restore(database, options.server, file))
    print(said)
    return 0


async def _serve(settings: Settings, *, demo: bool) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows: Ctrl-C arrives as KeyboardInterrupt instead
            break
    token = settings.token
    if token is None:
        from bot.playground import play

        # A database somebody named is kept; otherwise the playground begins empty every time.
        named = "database_url" in settings.model_fields_set
        async with opened(settings, settings.database) if named else _anew(settings) as parts:
            await play(parts, settings, stop, demo=demo)
    else:
        async with opened(settings, settings.database) as parts:
            await _connect(parts, settings, token, stop)


@contextlib.asynccontextmanager
async def _anew(settings: Settings) -> AsyncIterator[Parts]:
    """Parts with an empty database that goes when they do."""
    with tempfile.TemporaryDirectory(prefix="wattson-") as folder:
        async with opened(settings, Path(folder) / "wattson.db") as parts:
            yield parts


async def _say(command: str, settings: Settings, say: Callable[[str, Parts, str], Awaitable[int]]) -> int:
    async with _anew(settings) as parts:
        return await say(command, parts, settings.wattson_language)


async def _connect(parts: Parts, settings: Settings, token: str, stop: asyncio.Event) -> None:
    import aiohttp
    import discord

    from bot.client import Wattson
    from bot.registration import Registration

    client = Wattson(parts, Registration(settings.state_folder), watch=settings.wattson_watch)
    running = asyncio.create_task(client.start(token))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
    except discord.LoginFailure:
        raise StartError(
            "Discord refuses this token: copy it again from the developer portal into DISCORD_TOKEN."
        ) from None
    except discord.PrivilegedIntentsRequired:
        raise StartError(
            "Discord asks for privileged intents, which this bot does not use; check the application."
        ) from None
    except (aiohttp.ClientError, OSError) as error:
        raise StartError(
            f"Discord cannot be reached ({type(error).__name__}): check the network and try again."
        ) from None
    except discord.HTTPException as error:
        raise StartError(f"Discord answers {error.status} {error.response.reason}: try again in a minute.") from None
    finally:
        stopping.cancel()
        await client.close()
        await asyncio.gather(running, return_exceptions=True)
